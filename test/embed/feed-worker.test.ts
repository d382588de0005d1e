// The worker of <feed-check> where pages get their scripts from elsewhere, or allow little. Each page asks for one check and
// tells where it ran, and what the console then said.
import { createTrustedWorker } from '@enrollkit/feed/worker';
import { expect } from '@open-wc/testing';

/** The same server by its other name: another origin. */
const ELSEWHERE = new URL(location.origin);
ELSEWHERE.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
const HERE = location.origin;

interface Outcome {
  readonly isOnPage?: boolean;
  readonly failed?: string;
  readonly warnings: string;
}

interface PageOptions {
  readonly script: string;
  readonly policy?: string;
  readonly sandbox?: string;
  /** Runs when the kit is there, before the check. */
  readonly setup?: string;
}

/** What a page does by itself, because nobody outside may look into a frame of another origin. */
const ASK = `
  const warnings = [];
  console.warn = (...words) => warnings.push(words.join(' '));
  addEventListener('load', async () => {
    const tell = (outcome) => parent.postMessage({ ...outcome, warnings: warnings.join('\\n') }, '*');
    try {
      const { isOnPage } = await document.querySelector('feed-check').check('<Products><Product/></Products>');
      tell({ isOnPage });
    } catch (error) {
      tell({ failed: String(error) });
    }
  });`;

async function checkOn({ script, policy = '', sandbox, setup = '' }: PageOptions): Promise<Outcome> {
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.srcdoc = `<!doctype html><html lang="en">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <script>${ASK}</script>
    <script src="${script}"></script>
    <script>${setup}</script>
    <feed-check></feed-check>`;
  const told = new Promise<Outcome>((resolve) => {
    const hear = ({ source, data }: MessageEvent<Outcome>): void => {
      if (source !== frame.contentWindow) return;
      window.removeEventListener('message', hear);
      resolve(data);
    };
    window.addEventListener('message', hear);
  });
  document.body.append(frame);
  const outcome = await told;
  frame.remove();
  return outcome;
}

const FEED_FILE = 'enrollkit-feed.iife.js';

describe('the worker of <feed-check>', () => {
  it('works with a script of another origin that pages may read', async () => {
    const outcome = await checkOn({ script: `${ELSEWHERE.origin}/shared/${FEED_FILE}` });
    expect(outcome).to.deep.equal({ isOnPage: false, warnings: '' });
  });

  it('works with such a script under Trusted Types, and a policy that allows blobs', async () => {
    const from = `'unsafe-inline' ${ELSEWHERE.origin}`;
    const policy = `script-src ${from}; worker-src blob:; require-trusted-types-for 'script'; trusted-types lit-html enrollkit`;
    const outcome = await checkOn({ script: `${ELSEWHERE.origin}/shared/${FEED_FILE}`, policy });
    expect(outcome).to.deep.equal({ isOnPage: false, warnings: '' });
  });

  it('works in a sandboxed frame, which has no origin of its own', async () => {
    const outcome = await checkOn({ script: `${HERE}/shared/${FEED_FILE}`, sandbox: 'allow-scripts' });
    expect(outcome).to.deep.equal({ isOnPage: false, warnings: '' });
  });

  it('is told to lack CORS where the other origin lets nobody read its script', async () => {
    const { failed, warnings } = await checkOn({ script: `${ELSEWHERE.origin}/unshared/${FEED_FILE}` });
    expect(failed).to.be.a('string');
    expect(warnings).to.contain('answer with Access-Control-Allow-Origin');
  });

  it('is told to be refused by the policy of the page, which then checks by itself', async () => {
    const outcome = await checkOn({ script: `${HERE}/shared/${FEED_FILE}`, policy: "worker-src 'none'" });
    expect(outcome.isOnPage).to.equal(true);
    expect(outcome.warnings).to.contain('Content-Security-Policy').and.to.contain('worker-src');
  });

  it('is told not to be there where the file was forgotten', async () => {
    const setup = `EnrollkitFeed.setDefaultFeedChecker(EnrollkitFeed.createFeedChecker({ workerUrl: '${HERE}/shared/gone.js' }));`;
    const { failed, warnings } = await checkOn({ script: `${HERE}/shared/${FEED_FILE}`, setup });
    expect(failed).to.be.a('string');
    expect(warnings).to.contain('gone.js answers 404');
  });

  it('is made by the page where that has rules of its own', async () => {
    const setup = `
      const createWorker = () => new Worker('/shared/enrollkit-feed-worker.js', { type: 'module', name: 'own' });
      EnrollkitFeed.setDefaultFeedChecker(EnrollkitFeed.createFeedChecker({ createWorker }));`;
    const outcome = await checkOn({ script: `${HERE}/shared/${FEED_FILE}`, setup });
    expect(outcome).to.deep.equal({ isOnPage: false, warnings: '' });
  });

  it('hears what the page says to it before its script is there', async () => {
    const echo = encodeURIComponent('onmessage = ({ data, ports }) => ports[0].postMessage(data);');
    const worker = createTrustedWorker(`data:text/javascript,${echo}`);
    const { port1, port2 } = new MessageChannel();
    const heard = new Promise((resolve) => (port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data)));
    worker.postMessage('early', [port2]);
    expect(await heard).to.equal('early');
    worker.terminate();
  });
});
