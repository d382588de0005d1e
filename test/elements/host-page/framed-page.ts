import { fixture, html } from '@open-wc/testing';

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

/** `body` is HTML without scripts of its own. */
export async function framedPage({ policy = '', body = '' }): Promise<FramedPage> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="page" width="800" height="800"></iframe>`);
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const recorder = new URL('./page-recorder.js', import.meta.url).href;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = `<!doctype html><html lang="nl"><head>${meta}<base href="${location.origin}">
    <script src="${recorder}"></script></head><body>${body}</body></html>`;
  await loaded;
  const window = frame.contentWindow as Window & typeof globalThis & { recorder: Recorder };
  return { window, document: window.document, ...window.recorder };
}
