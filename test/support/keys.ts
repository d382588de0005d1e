// oxlint-disable-next-line no-restricted-imports -- with what it lacks
import { sendKeys as send } from '@web/test-runner-commands';
import { waitUntil } from './wait-until.js';

type Keys = Parameters<typeof send>[0];

/** Presses keys as a person does, and resolves when the page has heard them: an engine may say before that that it is done. */
export async function sendKeys(keys: Keys): Promise<void> {
  const wanted = eventsOf(keys);
  let heard = 0;
  const hear = (): void => void (heard += 1);
  const event = 'down' in keys ? 'keydown' : 'keyup';
  window.addEventListener(event, hear, true);
  try {
    await send(keys);
    await waitUntil(() => heard >= wanted, `the page hears ${JSON.stringify(keys)}`);
  } finally {
    window.removeEventListener(event, hear, true);
  }
}

/** What is on no keyboard is put into a field without a key. */
function eventsOf(keys: Keys): number {
  return 'type' in keys ? (keys.type.match(/[ -~]/g) ?? []).length : 1;
}
