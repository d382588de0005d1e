// What frameworks do to elements: set early, move, remove in the middle, put two hundred on a page.
import { setDefaultBackend, type EnrollmentStatus, type HostBackend } from '@enrollkit/elements';
import { EnrollmentStatus as StatusClass } from '@enrollkit/elements';
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollkit-backend.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { EnrollkitError, type Enrollment } from '@enrollkit/core';
import { expect, fixture, html } from '@open-wc/testing';
import { settle } from '../../security/page-errors.js';
import { CertificateHost, sending } from '../certificate-upload/certificate-host.js';
import { HostRecords, started } from '../enrollment-status/host-backend.js';
import { backendOf } from '../price-breakdown/price-page.js';
import { course } from '../price-breakdown/courses.js';
import { waitUntil } from '../../support/wait-until.js';

// Mocha fails a test in which an exception or rejection reaches the page.
afterEach(() => {
  setDefaultBackend(undefined);
});

const label = (element: Element): string => element.shadowRoot?.querySelector('[part=label]')?.textContent.trim() ?? '';
const isLoading = (element: Element): boolean => element.matches(':state(loading)');

function statusOf(backend: HostBackend, id = 'e1'): EnrollmentStatus {
  return Object.assign(document.createElement('enrollment-status'), { backend, enrollmentId: id });
}

/** Reads that the test answers when it likes; like many a host's own `fetch`, some don't stop when told to. */
function slowBackend({ obeysAbort = false } = {}) {
  const reads: { readonly id: string; answer(fields?: Partial<Enrollment>): void; aborted(): boolean }[] = [];
  const backend: HostBackend = {
    clock: () => '2026-09-01T10:00:00.000Z',
    getEnrollment: (id, options) =>
      new Promise((resolve, reject) => {
        const signal = options?.signal;
        let wasAborted = false;
        signal?.addEventListener('abort', () => {
          wasAborted = true;
          if (obeysAbort) reject(new EnrollkitError('aborted', 'Stopped'));
        });
        reads.push({ id, answer: (fields) => resolve({ ...started, id, ...fields }), aborted: () => wasAborted });
      }),
  };
  return { backend, reads };
}

describe('An element that a framework makes', () => {
  it('takes over what was set before its class was there', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const early = document.createElement('early-status');
    Object.assign(early, {
      enrollmentId: 'e1',
      backend: new HostRecords({ status: 'no-show' }).backend(),
      editable: true,
    });
    place.append(early);
    customElements.define('early-status', class extends StatusClass {});
    await waitUntil(() => label(early) === 'No-show');
    expect(early.shadowRoot!.querySelector('.edit')).to.not.equal(null);
    expect(Object.keys(early)).to.not.include('enrollmentId');
  });

  it('is loaded once when it is removed and put back while it was loading', async () => {
    for (const obeysAbort of [true, false]) {
      const { backend, reads } = slowBackend({ obeysAbort });
      const place = await fixture<HTMLElement>(html`<div><p></p></div>`);
      const element = statusOf(backend);
      place.append(element);
      await settle();
      element.remove();
      await settle();
      place.querySelector('p')!.append(element);
      await settle();
      expect(isLoading(element)).to.equal(true);
      expect(element.matches(':state(failed)')).to.equal(false);
      reads.at(-1)!.answer();
      await waitUntil(() => label(element) === 'Gestart');
    }
  });

  it('keeps nothing of an enrollment that it no longer shows', async () => {
    const { backend, reads } = slowBackend();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const element = statusOf(backend, 'first');
    place.append(element);
    await settle();
    element.enrollmentId = 'second';
    await settle();
    reads.find(({ id }) => id === 'second')!.answer({ status: 'no-show' });
    await waitUntil(() => label(element) === 'No-show');
    // The slower answer comes last.
    reads.find(({ id }) => id === 'first')!.answer({ status: 'did-not-pass' });
    await settle();
    element.requestUpdate();
    await settle();
    expect(label(element)).to.equal('No-show');
  });

  it('shows nothing of the one before while the next is loading', async () => {
    const { backend, reads } = slowBackend();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const element = statusOf(backend, 'first');
    place.append(element);
    await settle();
    reads[0]!.answer({ status: 'no-show' });
    await waitUntil(() => label(element) === 'No-show');
    element.enrollmentId = 'second';
    await element.updateComplete;
    expect(label(element)).to.equal('');
    expect(isLoading(element)).to.equal(true);
  });

  it('shows an older answer of the same enrollment never after a newer one', async () => {
    const { backend, reads } = slowBackend();
    const listeners = new Set<(change: never) => void>();
    backend.subscribe = (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const element = statusOf(backend);
    place.append(element);
    await settle();
    for (const listener of listeners) listener({ kind: 'enrollment', id: 'e1' } as never);
    await settle();
    expect(reads).to.have.length(2);
    reads[1]!.answer({ status: 'no-show' });
    await waitUntil(() => label(element) === 'No-show');
    reads[0]!.answer({ status: 'did-not-pass' });
    await settle();
    element.requestUpdate();
    await settle();
    expect(label(element)).to.equal('No-show');
  });

  it('shows what the backend has that it has now', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const slow = slowBackend();
    const element = statusOf(slow.backend);
    place.append(element);
    await settle();
    element.backend = new HostRecords({ status: 'no-show' }).backend();
    await waitUntil(() => label(element) === 'No-show');
    slow.reads[0]!.answer({ status: 'did-not-pass' });
    await settle();
    element.requestUpdate();
    await settle();
    expect(label(element)).to.equal('No-show');
  });

  it('works in another document', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="other"></iframe>`);
    const element = statusOf(new HostRecords({ status: 'no-show' }).backend());
    const isStyled = (): boolean =>
      getComputedStyle(element.shadowRoot!.querySelector('[part=label]')!).display.includes('flex');
    frame.contentDocument!.body.append(element);
    await waitUntil(() => label(element) === 'No-show');
    expect(isStyled()).to.equal(true);
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(element);
    await waitUntil(() => label(element) === 'No-show');
    expect(isStyled()).to.equal(true);
    frame.contentDocument!.body.append(element);
    await waitUntil(() => label(element) === 'No-show');
    expect(isStyled()).to.equal(true);
  });

  it('survives attributes that come and go, and values that make no sense', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const element = statusOf(new HostRecords({ status: 'no-show' }).backend());
    place.append(element);
    for (let turn = 0; turn < 50; turn += 1) {
      element.toggleAttribute('editable');
      element.toggleAttribute('compact');
      element.setAttribute('enrollment-id', turn % 2 ? 'e1' : `other-${turn}`);
      element.setAttribute('locale', ['nl_NL', '', '💥', 'x'.repeat(1000), 'nl-u-nu-arab', 'constructor'][turn % 6]!);
      element.lang = ['', 'root', 'und', 'i-klingon', 'nl-x-private', '-'][turn % 6]!;
      if (turn % 7 === 0) await Promise.resolve();
    }
    element.removeAttribute('locale');
    element.lang = 'nl';
    element.setAttribute('enrollment-id', 'e1');
    await waitUntil(() => label(element) === 'No-show');
  });

  it('that is removed while it stores a change lets it be stored, without a word', async () => {
    const records = new HostRecords();
    let open: () => void = () => undefined;
    records.gate = new Promise((resolve) => (open = resolve));
    const element = await fixture<EnrollmentStatus>(
      html`<enrollment-status enrollment-id="e1" editable .backend=${records.backend()}></enrollment-status>`,
    );
    await waitUntil(() => label(element) === 'Gestart');
    element.shadowRoot!.querySelector<HTMLElement>('.edit')!.click();
    await settle();
    element.shadowRoot!.querySelector<HTMLElement>('input[value=no-show]')!.click();
    element.shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
    await settle();
    element.remove();
    open();
    await settle();
    expect(records.calls).to.have.length(1);
    document.body.append(element);
    await waitUntil(() => label(element) === 'No-show');
    element.remove();
  });

  it('that is removed while it uploads goes on or gives up, and is right when it comes back', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    const place = element.parentElement!;
    element.remove();
    await settle();
    host.uploads[0]?.succeed();
    await settle();
    place.append(element);
    await waitUntil(() => element.shadowRoot!.querySelectorAll('[part=certificate]').length === 1);
  });
});

describe('Two hundred elements on one page', () => {
  it('for the same enrollment ask once, and once more after a change', async () => {
    const records = new HostRecords();
    const backend = records.backend();
    const page = await fixture<HTMLElement>(
      html`<div>
        ${Array.from({ length: 200 }, () => html`<enrollment-status enrollment-id="e1" .backend=${backend}></enrollment-status>`)}
      </div>`,
    );
    await waitUntil(() => [...page.children].every((element) => label(element) === 'Gestart'));
    expect(records.reads).to.equal(1);
    records.change({ status: 'no-show' });
    await waitUntil(() => [...page.children].every((element) => label(element) === 'No-show'));
    expect(records.reads).to.equal(2);
  });

  it('share a read that goes on as long as one of them waits for it', async () => {
    const { backend, reads } = slowBackend({ obeysAbort: true });
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const [first, second] = [statusOf(backend), statusOf(backend)];
    page.append(first, second);
    await settle();
    expect(reads).to.have.length(1);
    first.remove();
    await settle();
    expect(reads[0]!.aborted()).to.equal(false);
    second.remove();
    await settle();
    expect(reads[0]!.aborted()).to.equal(true);
  });

  it('leave nothing behind when they are gone: no listener, no subscription, no global', async () => {
    const counts = { added: 0, removed: 0 };
    const live = new Set<string>();
    /* oxlint-disable-next-line typescript/unbound-method -- called with `this`, below */
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const records = new HostRecords();
    let subscriptions = 0;
    const backend: HostBackend = {
      ...new CertificateHost().backend(),
      ...records.backend(),
      getProduct: (id) => backendOf([course]).getProduct(id),
      subscribe: (listener) => {
        subscriptions += 1;
        records.listeners.add(listener);
        return () => {
          subscriptions -= 1;
          records.listeners.delete(listener);
        };
      },
    };
    const globals = Object.keys(window);
    const styles = document.adoptedStyleSheets.length + document.styleSheets.length;
    const attributes = document.documentElement.attributes.length;
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const listening = new Map<string, Set<unknown>>();
    // Window's listeners are added without naming it.
    const shared = (target: unknown): boolean =>
      target === undefined || target === window || target === document || target === document.body;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      if (shared(this) && listener) {
        counts.added += 1;
        live.add(type);
        const set = listening.get(type) ?? new Set();
        listening.set(type, set.add(listener));
        if (typeof options === 'object' && options.signal) {
          addEventListener.call(options.signal, 'abort', () => set.delete(listener));
        }
      }
      addEventListener.call(this, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      if (shared(this)) listening.get(type)?.delete(listener);
      removeEventListener.call(this, type, listener, options);
    };
    setDefaultBackend(backend);
    try {
      for (let turn = 0; turn < 200; turn += 1) {
        const tag = (['enrollment-status', 'certificate-upload', 'price-breakdown'] as const)[turn % 3]!;
        const element = Object.assign(document.createElement(tag), {
          // The others have that of the page.
          ...(turn % 2 === 0 && { backend }),
          enrollmentId: 'e1',
          productId: 'prince2',
        });
        page.append(element);
        if (turn % 2) await element.updateComplete;
      }
      await settle();
      expect(subscriptions).to.equal(200);
      page.replaceChildren();
      await settle();
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
      EventTarget.prototype.removeEventListener = removeEventListener;
    }
    expect(counts.added).to.be.greaterThan(0);
    expect(subscriptions).to.equal(0);
    expect([...listening].filter(([, set]) => set.size > 0).map(([type]) => type)).to.deep.equal([]);
    expect(Object.keys(window)).to.deep.equal(globals);
    expect(document.adoptedStyleSheets.length + document.styleSheets.length).to.equal(styles);
    expect(document.documentElement.attributes.length).to.equal(attributes);
  });
});
