// Each fault that the doctor knows of, on a page that has it.
import { expect } from '@open-wc/testing';
import { FINDINGS, diagnose, type FindingCode } from '../../packages/embed/src/doctor/index.js';
import { waitUntil } from '../support/wait-until.js';

const DIST = '/packages/embed/dist';
const KIT = `${DIST}/enrollkit-elements.iife.js`;
const script = (src: string, type = ''): string => `<script src="${src}" type="${type}"></script>`;
const status = (around = ''): string =>
  `<enrollkit-backend${around}><enrollment-status enrollment-id="e"></enrollment-status></enrollkit-backend>`;
const rest = (attributes: string): string =>
  script(`${DIST}/enrollkit-rest.iife.js`) + status(` type="rest" ${attributes}`);

interface Fault {
  readonly lang?: string;
  readonly policy?: string;
  readonly body: string;
  /** What the finding is about. */
  readonly about: RegExp;
}

const requireJs = `${script('/node_modules/requirejs/require.js')}<script>
  requirejs.config({ enforceDefine: true, paths: { enrollkit: '${KIT.replace('.js', '')}' } });
  requirejs.onError = () => undefined;
  requirejs(['enrollkit'], () => undefined);
</script>`;

const FAULTS: Readonly<Record<FindingCode, Fault>> = {
  'no-script': { body: status(' type="host"'), about: /enrollment-status/ },
  'script-missing': { body: script(`${DIST}/enrollkit-gone.js`), about: /enrollkit-gone\.js: HTTP 404/ },
  'wrong-mime-type': { body: script('/mistyped/enrollkit-elements.iife.js'), about: /text\/plain/ },
  'changed-file': { body: script('/changed/enrollkit-elements.iife.js'), about: /changed/ },
  'blocked-by-policy': {
    policy: "script-src 'nonce-a'",
    body: script(KIT),
    about: /script-src-elem: .*enrollkit-elements/,
  },
  'script-failed': { body: script('/broken/enrollkit-elements.iife.js'), about: /planted/ },
  'amd-without-shim': { body: requireJs, about: /enrollkit/ },
  'defined-twice': { body: script(`/older/enrollkit-elements.iife.js`) + script(KIT), about: /version 0\.0\.9 stays/ },
  'not-defined': { body: `${script(KIT)}<feed-check></feed-check>`, about: /<feed-check>/ },
  'corrupted-templates': {
    body: `${script('/corrupted/enrollkit-feed.js', 'module')}<feed-check></feed-check>`,
    about: /<feed-check>/,
  },
  'no-language': { lang: '', body: script(KIT), about: /html/ },
  'odd-language': { lang: 'nederlands!', body: script(KIT), about: /nederlands!/ },
  'no-backend': { body: script(KIT) + status(), about: /<enrollment-status>/ },
  'server-unreachable': {
    body: rest('base-url="/nothing-here" token-url="/a-token.json"'),
    about: /nothing-here: HTTP 404/,
  },
  'no-token': { body: rest('base-url="/no-stream" token-url="/nothing-here"'), about: /nothing-here/ },
  'stream-blocked': { body: rest('base-url="/no-stream" token-url="/a-token.json"'), about: /no-stream\/events/ },
};

async function openPage({ lang = 'nl', policy = '', body }: Pick<Fault, 'lang' | 'policy' | 'body'>) {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="${lang}"><meta http-equiv="Content-Security-Policy" content="${policy}">${body}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return { page: frame.contentWindow as Window & typeof globalThis, close: () => frame.remove() };
}

describe('the doctor', () => {
  it('finds nothing on a page that works', async () => {
    const { page, close } = await openPage({
      body: `${script(`${DIST}/enrollkit-feed.iife.js`)}<feed-check></feed-check>`,
    });
    expect(await diagnose(page)).to.deep.equal([]);
    close();
  });

  for (const [code, fault] of Object.entries(FAULTS)) {
    it(`finds ${code}, and says what to do`, async () => {
      const { page, close } = await openPage(fault);
      const findings = await diagnose(page);
      const found = findings.find((finding) => finding.code === code);
      expect(found, JSON.stringify(findings)).to.deep.include(FINDINGS[code as FindingCode]);
      expect(found?.about).to.match(fault.about);
      close();
    });
  }

  it('has a page that prints what it finds, what to do about it, and which pages it can’t look into', async () => {
    const shown = async (page: string): Promise<Document> => {
      const frame = document.createElement('iframe');
      frame.src = `${DIST}/doctor.html${page && `?page=${encodeURIComponent(page)}`}`;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      frames.push(frame);
      await loaded;
      return frame.contentDocument!;
    };
    const frames: HTMLIFrameElement[] = [];
    const text = (page: Document): string => page.querySelector('[role="status"]')?.textContent ?? '';
    const told = (page: Document): string[] =>
      [...page.querySelectorAll('ol > li')].map((item) => item.textContent.replaceAll(/\s+/g, ' ').trim());

    const fine = await shown(`${DIST}/doctor.html`);
    await waitUntil(() => /Nothing is wrong|Found/.test(text(fine)), 'it has looked');
    expect([text(fine), told(fine)]).to.deep.equal(['Nothing is wrong.', []]);

    // A page of which nobody said the language, with an element that no script defines.
    const faulty = new URL('./pages/doctor-faulty.html', import.meta.url).pathname;
    const wrong = await shown(faulty);
    await waitUntil(() => text(wrong).includes('Found'), 'it has found something');
    const codes = [...wrong.querySelectorAll('ol > li > p:last-child')].map((line) => line.textContent as FindingCode);
    expect(codes).to.have.members(['no-script', 'no-language', 'not-defined']);
    expect(text(wrong)).to.equal('Found: 3');
    const items = told(wrong);
    codes.forEach((code, index) => {
      expect(items[index]).to.contain(FINDINGS[code].what).and.to.contain(FINDINGS[code].todo).and.to.contain(code);
    });
    expect(wrong.querySelector<HTMLInputElement>('input')!.value).to.equal(faulty);

    const elsewhere = await shown('https://elsewhere.example/course');
    await waitUntil(() => text(elsewhere) !== '', 'it has said why not');
    expect(text(elsewhere)).to.match(/^Put this page beside the files on https:\/\/elsewhere\.example:/);

    const empty = await shown('');
    expect([text(empty), told(empty), empty.querySelectorAll('form input[name=page]').length]).to.deep.equal([
      '',
      [],
      1,
    ]);
    for (const each of frames) each.remove();
  });
});
