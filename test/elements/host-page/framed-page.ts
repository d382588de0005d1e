import { fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';

/** A page of its own in a frame, with a policy when given one, and what it complained about. */
export interface FramedPage {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly violations: string[];
  readonly warnings: string[];
  readonly errors: string[];
  /** Loads a module into the page and answers its exports. */
  load(address: string): Promise<Record<string, never>>;
}

interface Recorder {
  readonly violations: string[];
  readonly warnings: string[];
  readonly errors: string[];
  load(address: string): Promise<Record<string, never>>;
}

const recorder = new URL('./page-recorder.js', import.meta.url).href;

/** A page that goes on loading until it is told to finish. */
export async function openPage(body: string): Promise<FramedPage & { finish(): Promise<void> }> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="page" width="800" height="800"></iframe>`);
  const window = frame.contentWindow as Window & typeof globalThis & { recorder?: Recorder };
  const { document } = window;
  document.open();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way leaves a page loading for as long as a test wants
  document.write(
    `<!doctype html><html lang="nl"><head><base href="${location.origin}"><script src="${recorder}"></script></head><body>${body}`,
  );
  await waitUntil(() => window.recorder);
  return {
    window,
    document,
    ...window.recorder!,
    finish: async () => {
      const loaded = new Promise((resolve) => window.addEventListener('load', resolve));
      document.close();
      await loaded;
    },
  };
}

/** `body` is HTML without scripts of its own; `scripts` are addresses of what the page has loaded before the kit. */
export async function framedPage({
  policy = '',
  body = '',
  scripts = [] as readonly string[],
  width = 800,
}): Promise<FramedPage> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="page" width=${width} height="800"></iframe>`);
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const own = scripts.map((address) => `<script src="${address}"></script>`).join('');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = `<!doctype html><html lang="nl"><head>${meta}<base href="${location.origin}">
    <script src="${recorder}"></script>${own}</head><body>${body}</body></html>`;
  await loaded;
  const window = frame.contentWindow as Window & typeof globalThis & { recorder: Recorder };
  return { window, document: window.document, ...window.recorder };
}
