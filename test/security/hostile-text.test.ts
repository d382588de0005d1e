// Every text that a backend can give, as an attacker would write it.
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { expect, fixture, html } from '@open-wc/testing';
import { AGILE, CertificateHost, PRINCE2, UPLOADED } from '../elements/certificate-upload/certificate-host.js';
import { NOW, started } from '../elements/enrollment-status/host-backend.js';
import { course } from '../elements/price-breakdown/courses.js';
import { settle, watchPageErrors } from './page-errors.js';

const errors = watchPageErrors();
const warn = console.warn;
beforeEach(() => {
  console.warn = () => undefined;
});
afterEach(() => {
  console.warn = warn;
});

const TEXTS: Readonly<Record<string, string>> = {
  'an image that runs script': '<img src=x onerror="window.hit=1"><script>window.hit=1</script>',
  'an address that runs script': 'javascript:window.hit=1',
  'controls of writing direction': 'diploma\u202Efdp.exe\u2066\u2067',
  'a null and other controls': 'a\u0000b\u0007c\u001b[31m',
  'half a surrogate': 'x\ud800y',
  'very long text': 'Leerweg'.repeat(20_000),
  'a template of its own': '${window.hit=1} {{constructor.constructor("window.hit=1")()}} lit$123$',
  'a name from Object': '__proto__',
  'another name from Object': 'constructor',
};

/** Every string in the value, at any depth, replaced. */
function poisoned<Value>(value: Value, text: string, except: readonly string[] = []): Value {
  if (typeof value === 'string') return text as Value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((each) => poisoned(each, text, except)) as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Readonly<Record<string, unknown>>).map(([key, each]) => [
    key,
    except.includes(key) ? each : poisoned<unknown>(each, text, except),
  ]);
  return Object.fromEntries(entries) as Value;
}

const CONTROL: readonly string[] = [
  'status',
  'kind',
  'vat',
  'period',
  'mediaType',
  'sha256',
  'createdAt',
  'percentage',
];

async function showAll(text: string, except: readonly string[]): Promise<HTMLElement> {
  const host = new CertificateHost();
  const manual = { from: 'enrolled', to: 'started', at: NOW, cause: { kind: 'manual', by: text } } as const;
  const enrollment = poisoned({ ...started, history: [...started.history, manual] }, text, except);
  const backend = {
    ...host.backend(),
    getEnrollment: async () => enrollment,
    getProduct: async () => poisoned({ ...course, name: text, certificationIds: [PRINCE2.id] }, text, except),
    listCertifications: async () => ({ items: [PRINCE2, AGILE].map((each) => poisoned(each, text, except)), total: 2 }),
    listCertificates: async () => ({ items: [poisoned(UPLOADED, text, except)], total: 1 }),
  };
  const page = await fixture<HTMLElement>(
    html`<div lang="nl" style="inline-size: 400px">
      <enrollment-status .backend=${backend} enrollment-id="e1" editable show-history></enrollment-status>
      <certificate-upload .backend=${backend} enrollment-id="e1" setup-url=${text}></certificate-upload>
      <price-breakdown .backend=${backend} product-id="p1" selectable name=${text} site=${text}></price-breakdown>
    </div>`,
  );
  await settle();
  return page;
}

const all = (page: HTMLElement, selector: string): HTMLElement[] =>
  [...page.children].flatMap((element) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)]);

for (const [what, text] of Object.entries(TEXTS)) {
  for (const [where, except] of [
    ['every name', CONTROL],
    ['every word, status and day included', []],
  ] as const) {
    describe(`${what} in ${where}`, () => {
      it('stays text: nothing runs, nothing becomes markup, nothing throws, nothing overflows', async () => {
        const page = await showAll(text, except);
        expect(errors).to.deep.equal([]);
        expect('hit' in window).to.equal(false);
        expect(all(page, 'img, script, iframe')).to.deep.equal([]);
        expect(all(page, 'a[href^="javascript:"]')).to.deep.equal([]);
        for (const element of page.children) {
          expect(element.shadowRoot!.textContent).to.not.match(/undefined|NaN|\[object|native code/);
          expect(element.getBoundingClientRect().width).to.be.at.most(400);
          for (const child of element.shadowRoot!.querySelectorAll(':scope > :not(.visually-hidden)')) {
            expect(child.scrollWidth).to.be.at.most(401);
          }
        }
      });
    });
  }
}

describe('setup-url', () => {
  for (const address of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.com/1',
    'vbscript:x',
    'http://[',
  ]) {
    it(`offers no link for ${JSON.stringify(address)}`, async () => {
      const host = new CertificateHost();
      host.certifications = [];
      const element = await fixture<HTMLElement>(
        html`<certificate-upload
          .backend=${host.backend()}
          enrollment-id="e1"
          setup-url=${address}
        ></certificate-upload>`,
      );
      await settle();
      expect(element.shadowRoot!.querySelector('[part=notice]:not([hidden])')).to.not.equal(null);
      expect(element.shadowRoot!.querySelector('a')).to.equal(null);
    });
  }
});
