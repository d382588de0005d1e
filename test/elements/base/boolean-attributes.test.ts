import { expect, fixture, html } from '@open-wc/testing';
import { defineElements } from '@enrollkit/elements';
import { waitUntil } from '../../support/wait-until.js';

defineElements();

/** Every attribute of the kit that is there or not, from the manifest: a new one is tried too. */
async function booleans(): Promise<{ tag: string; attribute: string; field: string }[]> {
  const manifest = await fetch(new URL('../../../packages/elements/custom-elements.json', import.meta.url));
  const { modules } = (await manifest.json()) as {
    modules: {
      declarations: {
        tagName: string;
        attributes: { name: string; fieldName?: string; type?: { text: string } }[];
      }[];
    }[];
  };
  return modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ tagName, attributes }) =>
      attributes
        .filter(({ type }) => /^boolean\b/.test(type?.text ?? ''))
        .map(({ name, fieldName = name }) => ({ tag: tagName, attribute: name, field: fieldName })),
    )
    .filter(({ attribute }) => attribute !== 'disabled'); // The browser reads that one of form elements itself.
}

describe('An attribute that is there or not', () => {
  it('is not there when a framework wrote it as "false", and the console says so once', async () => {
    const all = await booleans();
    expect(all.length).to.be.at.least(8);
    const told: string[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void told.push(words.join(' '));
    try {
      for (const { tag, attribute, field } of all) {
        const wrapper = await fixture<HTMLElement>(html`<div></div>`);
        const read = (written: string): unknown => {
          const element = document.createElement(tag);
          element.setAttribute(attribute, written);
          wrapper.append(element);
          return (element as unknown as Record<string, unknown>)[field];
        };
        expect([read('false'), read(' False '), read(''), read('true')], `${tag} ${attribute}`).to.deep.equal([
          false,
          false,
          true,
          true,
        ]);
      }
      const names = new Set(all.map(({ attribute }) => attribute));
      await waitUntil(() => told.filter((line) => line.includes('="false"')).length >= names.size);
    } finally {
      console.warn = warn;
    }
    expect(told.filter((line) => line.includes('editable="false"'))).to.have.length(1);
  });
});

describe('An event of the kit', () => {
  it('is known by its type on the document and the window too', () => {
    let to = '';
    document.addEventListener('ek-status-changed', (event) => (to = event.detail.to), { once: true });
    window.addEventListener('ek-status-changed', (event) => (to += event.detail.from), { once: true });
    document.body.dispatchEvent(
      new CustomEvent('ek-status-changed', {
        bubbles: true,
        detail: { enrollmentId: 'e1', from: 'started', to: 'completed' },
      }),
    );
    expect(to).to.equal('completedstarted');
  });
});
