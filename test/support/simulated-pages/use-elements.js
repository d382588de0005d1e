import { readFileSync } from 'node:fs';
import { enrollment, product } from '../server-rendering/records.js';

/** Node has these too, and a page's own must be the ones that its nodes know. */
const PAGES_OWN = ['Event', 'CustomEvent', 'EventTarget', 'MutationObserver', 'AbortController', 'AbortSignal', 'Node'];

/**
 * Does what a host's own tests do in a page that is only simulated: has every element of the kit shown, and the status changed.
 * Prints what each says as JSON. A program of its own for each, because the elements load their page once.
 *
 * @param {object} window
 */
export async function useElements(window) {
  for (const name of Object.getOwnPropertyNames(window)) {
    if (name in globalThis && !PAGES_OWN.includes(name)) continue;
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  }
  Object.assign(globalThis, { window, document: window.document });

  const { defineElements, setDefaultBackend } = await import('@enrollkit/elements');
  defineElements();
  setDefaultBackend({
    clock: () => '2026-09-01T10:00:00.000Z',
    getEnrollment: async () => enrollment,
    getProduct: async () => product,
    listCertifications: async () => [],
    listCertificates: async () => [],
    changeStatus: async (_id, status) => ({ ...enrollment, status, version: 2 }),
  });

  const { modules } = JSON.parse(readFileSync('packages/elements/custom-elements.json', 'utf8'));
  const said = {};
  for (const { declarations } of modules) {
    const { tagName } = declarations[0];
    const element = document.createElement(tagName);
    for (const name of ['editable', 'selectable', 'required']) element.setAttribute(name, '');
    for (const name of ['enrollment-id', 'product-id', 'name']) element.setAttribute(name, 'x1');
    document.body.append(element);
    await rest(element);
    if (tagName === 'enrollment-status') said.heard = await changeStatus(element);
    said[tagName] = element.shadowRoot.textContent.replace(/\s+/g, ' ').trim();
    element.remove();
  }
  process.stdout.write(JSON.stringify(said));
  window.close();
}

async function changeStatus(element) {
  const heard = new Promise((resolve) =>
    document.addEventListener('ek-status-changed', ({ detail }) => resolve(detail.to)),
  );
  element.shadowRoot.querySelector('[part~="edit-button"]').click();
  await rest(element);
  element.shadowRoot.querySelector('input[value="completed"]').click();
  element.shadowRoot.querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  return heard;
}

/** Until it has nothing more to do: an answer takes a few turns. */
async function rest(element) {
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
}
