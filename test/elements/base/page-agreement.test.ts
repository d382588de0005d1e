import {
  EnrollkitElement,
  EnrollmentStatus,
  defineElements,
  setDefaultBackend,
  type HostBackend,
} from '@enrollkit/elements';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/enrollkit-backend.js';
import { ContextProvider, createContext } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { waitUntil } from '../../support/wait-until.js';

const label = (element: Element): string => element.shadowRoot?.querySelector('[part=label]')?.textContent.trim() ?? '';
const backendWith = (status: 'started' | 'no-show' | 'did-not-pass') => new HostRecords({ status }).backend();

const warnings: string[] = [];
const warn = console.warn;
beforeEach(() => {
  warnings.length = 0;
  console.warn = (...args: unknown[]) => warnings.push(args.join(' '));
});
afterEach(() => {
  console.warn = warn;
  setDefaultBackend(undefined);
});

describe('The backend of an element', () => {
  it('is its own, before that of the provider around it, before the default of the page', async () => {
    setDefaultBackend(backendWith('no-show'));
    const page = await fixture(html`
      <div>
        <enrollment-status id="default" enrollment-id="e1"></enrollment-status>
        <enrollkit-backend .backend=${backendWith('did-not-pass')}>
          <enrollment-status id="provided" enrollment-id="e1"></enrollment-status>
          <enrollment-status id="own" enrollment-id="e1" .backend=${backendWith('started')}></enrollment-status>
        </enrollkit-backend>
      </div>
    `);
    await waitUntil(() => [...page.querySelectorAll('enrollment-status')].every(label));
    expect(label(page.querySelector('#default')!)).to.equal('No-show');
    expect(label(page.querySelector('#provided')!)).to.equal('Niet geslaagd');
    expect(label(page.querySelector('#own')!)).to.equal('Gestart');
  });

  it('can be the default of the page that is set later', async () => {
    const element = await fixture(html`<enrollment-status enrollment-id="e1"></enrollment-status>`);
    await waitUntil(() => element.matches(':state(loading)'));
    setDefaultBackend(backendWith('no-show'));
    await waitUntil(() => label(element) === 'No-show');
  });

  it('comes from the nearest provider after a move, and no longer from the one it left', async () => {
    setDefaultBackend(backendWith('started'));
    const page = await fixture(html`
      <div>
        <enrollkit-backend id="a" .backend=${backendWith('no-show')}>
          <enrollment-status enrollment-id="e1"></enrollment-status>
        </enrollkit-backend>
        <enrollkit-backend id="b" .backend=${backendWith('did-not-pass')}></enrollkit-backend>
      </div>
    `);
    const element = page.querySelector('enrollment-status')!;
    await waitUntil(() => label(element) === 'No-show');
    page.querySelector('#b')!.append(element);
    await waitUntil(() => label(element) === 'Niet geslaagd');
    page.append(element);
    await waitUntil(() => label(element) === 'Gestart');
  });

  it('reaches through shadow roots', async () => {
    const page = await fixture(
      html`<enrollkit-backend .backend=${backendWith('no-show')}><div id="host"></div></enrollkit-backend>`,
    );
    const root = page.querySelector('#host')!.attachShadow({ mode: 'open' });
    const element = document.createElement('enrollment-status');
    element.enrollmentId = 'e1';
    root.append(element);
    await waitUntil(() => label(element) === 'No-show');
  });

  it('can come from anything that speaks the context protocol, such as a provider of another copy of the kit', async () => {
    const backend = backendWith('no-show');
    const page = await fixture(html`<div></div>`);
    page.addEventListener('context-request', (event) => {
      const request = event as Event & { context: unknown; callback(value: unknown, unsubscribe: () => void): void };
      if (request.context !== Symbol.for('enrollkit.backend')) return;
      request.stopPropagation();
      request.callback(backend, () => undefined);
    });
    const element = document.createElement('enrollment-status');
    element.enrollmentId = 'e1';
    page.append(element);
    await waitUntil(() => label(element) === 'No-show');
  });

  it('can come from a provider of @lit/context that is made later than the element, and changes its mind', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><enrollment-status enrollment-id="e1"></enrollment-status></div>`,
    );
    const element = page.querySelector('enrollment-status')!;
    const provider = new ContextProvider(page, {
      context: createContext<HostBackend>(Symbol.for('enrollkit.backend')),
      initialValue: backendWith('no-show'),
    });
    provider.hostConnected();
    await waitUntil(() => label(element) === 'No-show');
    provider.setValue(backendWith('started'));
    await waitUntil(() => label(element) === 'Gestart');
    const last = element.resolvedBackend;
    element.remove();
    provider.setValue(backendWith('no-show'));
    expect(element.resolvedBackend).to.equal(last);
  });

  it('is missing: the element says so, and the console once', async () => {
    const page = await fixture(html`
      <div>
        <enrollment-status enrollment-id="e1" .backend=${{ subscribe: () => () => undefined }}></enrollment-status>
        <enrollment-status enrollment-id="e1" .backend=${{ subscribe: () => () => undefined }}></enrollment-status>
      </div>
    `);
    await waitUntil(() =>
      [...page.querySelectorAll('enrollment-status')].every((each) =>
        each.shadowRoot!.querySelector('[part=problem]')?.textContent.includes('beheerder van de pagina'),
      ),
    );
    await waitUntil(() => warnings.some((text) => text.includes('has no getEnrollment')));
    expect(warnings.filter((text) => text.includes('has no getEnrollment'))).to.have.length(1);
  });

  it('may be set before or after the element is attached', async () => {
    const before = document.createElement('enrollment-status');
    before.backend = backendWith('no-show');
    before.setAttribute('enrollment-id', 'e1');
    const place = await fixture(html`<div></div>`);
    place.append(before);
    const after = document.createElement('enrollment-status');
    place.append(after);
    await after.updateComplete;
    after.enrollmentId = 'e1';
    after.backend = backendWith('no-show');
    await waitUntil(() => label(before) === 'No-show' && label(after) === 'No-show');
  });

  it('with a time zone that does not exist leaves the default one, with a warning', async () => {
    const backend = { ...new HostRecords().backend(), timeZone: 'Europe/Utrecht' };
    const element = await fixture(html`<enrollment-status enrollment-id="e1" .backend=${backend}></enrollment-status>`);
    await waitUntil(() => label(element) === 'Gestart');
    await waitUntil(() => warnings.some((text) => text.includes('Europe/Utrecht')));
  });
});

describe('Registering', () => {
  it('a tag that another copy has taken warns, and the page keeps working', async () => {
    const first = customElements.get('enrollment-status');
    customElements.define('acme-enrollment-status', class extends HTMLElement {});
    defineElements();
    expect(customElements.get('enrollment-status')).to.equal(first);
    defineElements({ prefix: 'acme' });
    await waitUntil(() => warnings.length > 0);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<acme-enrollment-status> is defined already');
  });

  it('under other names gives working elements beside the usual ones', async () => {
    defineElements({ prefix: 'other' });
    const element = await fixture<EnrollmentStatus>(html`<other-enrollment-status></other-enrollment-status>`);
    Object.assign(element, { enrollmentId: 'e1', backend: backendWith('no-show') });
    await waitUntil(() => label(element) === 'No-show');
    expect(element).to.be.instanceOf(EnrollmentStatus);
    expect(element).to.be.instanceOf(EnrollkitElement);
  });
});
