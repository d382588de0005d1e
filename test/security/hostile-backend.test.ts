// A backend is the host's own code, or a server's answer: whatever it does, the page around the element goes on.
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollkit-backend.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { setDefaultBackend } from '@enrollkit/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { CertificateHost } from '../elements/certificate-upload/certificate-host.js';
import { HostRecords, started } from '../elements/enrollment-status/host-backend.js';
import { course } from '../elements/price-breakdown/courses.js';
import { settle, watchPageErrors } from './page-errors.js';

const errors = watchPageErrors();
const warn = console.warn;
beforeEach(() => {
  console.warn = () => undefined;
});
afterEach(() => {
  console.warn = warn;
  setDefaultBackend(undefined);
});

type Tag = 'enrollment-status' | 'certificate-upload' | 'price-breakdown';
const TAGS: readonly Tag[] = ['enrollment-status', 'certificate-upload', 'price-breakdown'];

const goodBackend = (): Record<string, unknown> => ({
  ...new CertificateHost().backend(),
  ...new HostRecords().backend(),
  getProduct: async () => ({ ...course, certificationIds: ['prince2'] }),
});

async function place(tag: Tag, backend: unknown): Promise<HTMLElement> {
  const page = await fixture<HTMLElement>(html`<div lang="nl"></div>`);
  const element = document.createElement(tag);
  // A price is that of a product: with an enrollment it would be the one that was booked.
  const shown = tag === 'price-breakdown' ? { productId: 'prince2' } : { enrollmentId: 'e1' };
  Object.assign(element, { backend, ...shown, editable: true, showHistory: true });
  page.append(element);
  await settle();
  return element;
}

const textOf = (element: HTMLElement): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

/** Nothing reached the page, and what is shown is for people. */
function expectCalm(element: HTMLElement): void {
  expect(errors).to.deep.equal([]);
  expect(textOf(element)).to.not.match(/undefined|NaN|\[object|TypeError|Error:|is not a function|Secret/);
  expect(textOf(element).trim()).to.not.equal('');
}

const throwing = (): never => {
  throw new Error('Secret detail');
};

const BACKENDS: Readonly<Record<string, () => unknown>> = {
  'a string': () => 'backend',
  'a number': () => 7,
  null: () => null,
  'one of which every property throws': () => new Proxy({}, { get: throwing }),
  'frozen, with methods that are no functions': () =>
    Object.freeze({
      getEnrollment: 1,
      getProduct: 'x',
      listCertifications: {},
      subscribe: 3,
      clock: 'now',
      timeZone: 5,
    }),
  'one whose subscribe throws': () => ({ ...goodBackend(), subscribe: throwing }),
  'one whose subscribe gives nothing back': () => ({ ...goodBackend(), subscribe: () => undefined }),
  'one whose unsubscribe throws': () => ({ ...goodBackend(), subscribe: () => throwing }),
  'one whose clock throws': () => ({ ...goodBackend(), clock: throwing }),
  'one whose clock is wrong': () => ({ ...goodBackend(), clock: () => 'yesterday' }),
  'one with a time zone that throws': () =>
    Object.defineProperty(goodBackend(), 'timeZone', { get: throwing, enumerable: true }),
  'one that throws at once': () => ({
    ...goodBackend(),
    getEnrollment: throwing,
    getProduct: throwing,
    listCertifications: throwing,
    listCertificates: throwing,
  }),
};

const ANSWERS: Readonly<Record<string, unknown>> = {
  undefined,
  null: null,
  'a string': 'Internal Server Error',
  'an empty object': {},
  'an array': [],
  'an object whose properties throw': new Proxy({}, { get: throwing, ownKeys: () => [] }),
};

const THROWN: Readonly<Record<string, unknown>> = {
  undefined,
  null: null,
  'a string': 'Secret detail',
  'a number': 42,
  'an object with a strange code': { code: '__proto__', message: 'Secret detail' },
  'an object with a code of an object': { code: { toString: throwing } },
  'an error whose code throws': Object.defineProperty(new Error('Secret'), 'code', { get: throwing }),
  'a conflict with nothing in it': { code: 'conflict' },
  'a conflict with a string in it': { code: 'conflict', current: 'Secret' },
};

for (const tag of TAGS) {
  describe(`<${tag}> with a hostile backend`, () => {
    for (const [what, make] of Object.entries(BACKENDS)) {
      it(`survives ${what}`, async () => {
        const element = await place(tag, make());
        expectCalm(element);
        element.remove();
        await settle();
        expect(errors).to.deep.equal([]);
      });
    }

    for (const [what, answer] of Object.entries(ANSWERS)) {
      it(`survives the answer: ${what}`, async () => {
        const give = async (): Promise<unknown> => answer;
        expectCalm(
          await place(tag, { getEnrollment: give, getProduct: give, listCertifications: give, listCertificates: give }),
        );
      });
    }

    for (const [what, thrown] of Object.entries(THROWN)) {
      it(`says that something went wrong when the backend throws ${what}`, async () => {
        const fail = (): Promise<never> => Promise.reject(thrown);
        const element = await place(tag, {
          getEnrollment: fail,
          getProduct: fail,
          listCertifications: fail,
          listCertificates: fail,
        });
        expectCalm(element);
        expect(element.matches(':state(failed)')).to.equal(true);
      });
    }

    it('shows that it is loading while an answer never comes, and leaves quietly', async () => {
      const never = (): Promise<never> => new Promise(() => undefined);
      const element = await place(tag, { getEnrollment: never, getProduct: never, listCertifications: never });
      expectCalm(element);
      expect(element.matches(':state(loading)')).to.equal(true);
      element.remove();
      await settle();
    });
  });
}

describe('A hostile write', () => {
  for (const [what, thrown] of Object.entries(THROWN)) {
    it(`that fails with ${what} leaves the choice and says so`, async () => {
      const backend = { ...goodBackend(), changeStatus: () => Promise.reject(thrown) };
      const element = await place('enrollment-status', backend);
      element.shadowRoot!.querySelector<HTMLElement>('.edit')!.click();
      await settle();
      element.shadowRoot!.querySelector<HTMLElement>('input[value=no-show]')!.click();
      element.shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
      await settle();
      expectCalm(element);
      expect(element.shadowRoot!.querySelector('.panel [part=problem]')).to.not.equal(null);
    });
  }
});

describe('A product of the wrong shape', () => {
  const PRODUCTS: Readonly<Record<string, unknown>> = {
    'is a string': 'course',
    'has costs that are no list': { ...course, additionalCosts: { 0: {} } },
    'has costs that are nothing': { ...course, additionalCosts: [null, undefined, 7] },
    'has discounts that are no list': { ...course, discounts: 'all' },
    'has its price as text': { ...course, price: { ...course.price, amountMinor: '399,00' } },
    'has a price that is no number': { ...course, price: { ...course.price, amountMinor: NaN } },
    'has a negative price': { ...course, price: { ...course.price, amountMinor: -1 } },
    'has a period that nobody knows': { ...course, price: { ...course.price, period: 'weekly' } },
    'has a price that throws': Object.defineProperty({ ...course }, 'price', { get: throwing }),
  };
  for (const [what, product] of Object.entries(PRODUCTS)) {
    it(`that ${what} is answered with a sentence, and never with a wrong price`, async () => {
      const element = await place('price-breakdown', undefined);
      Object.assign(element, { product, selectable: true, name: 'costs', site: 'alliander' });
      await settle();
      expectCalm(element);
      expect(element.shadowRoot!.querySelector('[part=total-amount]')).to.equal(null);
      // The product is repaired.
      Object.assign(element, { product: course });
      await settle();
      expect(element.shadowRoot!.querySelector('[part=total-amount]')).to.not.equal(null);
    });
  }
});

describe('The default backend of the page', () => {
  it('may be anything without breaking a single element', async () => {
    for (const value of ['backend', 7, new Proxy({}, { get: throwing })]) {
      setDefaultBackend(value);
      for (const tag of TAGS) expectCalm(await place(tag, undefined));
    }
  });
});

describe('An element that could not show what it was given', () => {
  it('shows the next record as if nothing had been', async () => {
    const element = await place('enrollment-status', {
      ...goodBackend(),
      getEnrollment: async () => ({ history: [{}] }),
    });
    expectCalm(element);
    Object.assign(element, { backend: { ...goodBackend(), getEnrollment: async () => started } });
    await settle();
    expect(element.shadowRoot!.querySelector('[part=label]')!.textContent).to.contain('Gestart');
    expect(element.matches(':state(failed)')).to.equal(false);
  });
});
