/** The script of `doctor.html`: opens a page of the same site in a frame, and writes down what the doctor finds there. */
import { diagnose } from './diagnose.js';
import type { Finding } from './finding.js';

const one = <Found extends Element>(selector: string): Found => {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new TypeError(`No ${selector}`);
  return found;
};
const frame = one<HTMLIFrameElement>('iframe');
const field = one<HTMLInputElement>('input');
const list = one<HTMLOListElement>('ol');
const status = one<HTMLElement>('[role="status"]');

const address = new URLSearchParams(location.search).get('page');
if (address) {
  field.value = address;
  void examine(new URL(address, location.href));
}

async function examine(page: URL): Promise<void> {
  if (page.origin !== location.origin) {
    status.textContent = `Put this page beside the files on ${page.origin}: browsers let nobody look into pages of another site.`;
    return;
  }
  status.textContent = 'Looking …';
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    frame.src = page.href;
  });
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inside) return;
  const findings = await diagnose(inside);
  status.textContent = findings.length === 0 ? 'Nothing is wrong.' : `Found: ${findings.length}`;
  list.replaceChildren(...findings.map(describe));
}

function describe({ code, about, what, todo }: Finding): HTMLLIElement {
  const item = document.createElement('li');
  const lines = [`${what} ${todo}`, about, code].map((text) => {
    const line = document.createElement('p');
    line.textContent = text;
    return line;
  });
  item.append(...lines);
  return item;
}
