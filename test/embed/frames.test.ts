// Pages with elements in frames of other sites.
import { expect } from '@open-wc/testing';
import { PROVIDER } from '../contract/world.js';
import { newEnrollment, newProduct } from '../contract/records.js';
import { ServerWorld } from '../support/rest-world.js';
import { waitUntil } from '../support/wait-until.js';

const DIST = `${location.origin}/shared`;
/** The same server by its other name: another origin. */
const ELSEWHERE = location.origin.replace(/localhost|127\.0\.0\.1/, (name) =>
  name === 'localhost' ? '127.0.0.1' : 'localhost',
);

function frame(html: string, attributes: Record<string, string> = {}): HTMLIFrameElement {
  const element = document.createElement('iframe');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (html) element.srcdoc = `<!doctype html><html lang="nl">${html}`;
  document.body.append(element);
  return element;
}

/** What a frame says, which nobody else may look into. */
const heard = (element: HTMLIFrameElement, isIt: (text: string) => boolean): Promise<string> =>
  new Promise((resolve) => {
    const hear = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== element.contentWindow || typeof data !== 'string' || !isIt(data)) return;
      window.removeEventListener('message', hear);
      resolve(data);
    };
    window.addEventListener('message', hear);
  });

/** Tells the text of the status whenever it changes. */
const TELL = `<script>
  const tell = () => {
    const text = document.querySelector('enrollment-status')?.shadowRoot?.textContent.replace(/\\s+/g, ' ').trim();
    parent.postMessage(text ?? '', '*');
    requestAnimationFrame(tell);
  };
  tell();
</script>`;

describe('a frame without storage', () => {
  it('works with a server', async () => {
    const server = await ServerWorld.make();
    const backend = server.open(PROVIDER);
    await backend.putProduct(newProduct('prince2'));
    const { id } = await backend.createEnrollment(newEnrollment());
    const token = await server.token(PROVIDER);
    const element = frame(
      `<script src="${DIST}/enrollkit-rest.iife.js"></script>
      <script>Enrollkit.setTokenSource('${server.baseUrl}', () => '${token}');</script>
      <enrollkit-backend type="rest" base-url="${server.baseUrl}"><enrollment-status enrollment-id="${id}"></enrollment-status></enrollkit-backend>
      ${TELL}`,
      { sandbox: 'allow-scripts' },
    );
    expect(await heard(element, (text) => text.includes('Ingeschreven') || text.includes('Gestart'))).to.be.a('string');
    element.remove();
    backend.close();
    await server.dispose();
  });

  it('says that it has none, where records would be kept there', async () => {
    const element = frame(
      `<script src="${DIST}/enrollkit.iife.js"></script>
      <enrollkit-backend type="indexeddb"><enrollment-status enrollment-id="e-1"></enrollment-status></enrollkit-backend>${TELL}`,
      { sandbox: 'allow-scripts' },
    );
    expect(await heard(element, (text) => text !== '' && !text.startsWith('Bezig met laden'))).to.match(
      /kan niets worden opgeslagen/,
    );
    element.remove();
  });
});

describe('the height of a frame', () => {
  const content = (height: number): string =>
    `<style>body { margin: 0 }</style><script src="${DIST}/enrollkit-frame.iife.js"></script>
    <div id="content" style="height: ${height}px"></div>`;

  before(async () => {
    await import(`${DIST}/enrollkit-frame-host.js`);
  });

  it('follows what is in it, and shrinks again', async () => {
    const element = frame(content(321), { 'data-enrollkit-frame': location.origin });
    await waitUntil(() => element.offsetHeight - 4 === 321, 'it grows');
    element.contentDocument!.querySelector<HTMLElement>('#content')!.style.height = '123px';
    await waitUntil(() => element.offsetHeight - 4 === 123, 'it shrinks');
    element.remove();
  });

  it('follows in a frame of another site, by its address alone', async () => {
    const element = frame('', { 'data-enrollkit-frame': '' });
    element.src = `${ELSEWHERE}/test/embed/pages/framed.html`;
    await waitUntil(() => element.style.height === '321px', 'it grows');
    expect(element.contentDocument, 'nobody may look into it').to.equal(null);
    element.remove();
  });

  it('follows in a sandbox', async () => {
    const element = frame(content(321), { 'data-enrollkit-frame': '', sandbox: 'allow-scripts' });
    await waitUntil(() => element.style.height === '321px', 'it grows');
    element.remove();
  });

  it('is left alone by frames without the attribute, by other origins, and by other messages', async () => {
    const plain = frame(content(321));
    const led = frame(content(321), { 'data-enrollkit-frame': ELSEWHERE });
    const odd = frame('', { 'data-enrollkit-frame': location.origin });
    const say = (message: unknown): boolean =>
      window.dispatchEvent(
        new MessageEvent('message', { data: message, origin: location.origin, source: odd.contentWindow }),
      );
    for (const height of [-1, 0, NaN, 1e9, '300', null]) say({ subject: 'lti.frameResize', height });
    for (const message of [null, 'lti.frameResize', { subject: 'lti.close', height: 300 }]) say(message);
    // One that counts comes behind them: all of those were heard before.
    const last = frame(content(321), { 'data-enrollkit-frame': location.origin });
    await waitUntil(() => last.style.height === '321px');
    expect([plain, led, odd].map(({ style }) => style.height)).to.deep.equal(['', '', '']);
    for (const element of [plain, led, odd, last]) element.remove();
  });
});
