import type { BrowserContext } from 'playwright-core';
import type { TestContext } from 'vitest';

/** What a browser did in a test. */
export interface Diary {
  /** Tells it where the test has failed. To be called before the context closes: then it shows nothing any more. */
  readonly tellFailure: (test: TestContext) => Promise<void>;
}

/**
 * Keeps a diary of what was asked in vain and of pages that crashed. With what each frame shows at the end it says why somebody
 * waited in vain: that a text wasn't there doesn't say what was there instead.
 */
export function keepDiary(context: BrowserContext): Diary {
  const beganAt = Date.now();
  const lines: string[] = [];
  const note = (text: string): void => void lines.push(`${((Date.now() - beganAt) / 1000).toFixed(1)} s: ${text}`);
  context.on('requestfailed', (request) =>
    note(`${request.failure()?.errorText ?? 'failed'} ${pathOf(request.url())}`),
  );
  context.on('response', (answer) => {
    if (answer.status() >= 400 || answer.request().isNavigationRequest())
      note(`${answer.status()} ${pathOf(answer.url())}`);
  });
  context.on('page', (page) => page.on('crash', () => note(`crashed: ${pathOf(page.url())}`)));
  return {
    async tellFailure({ task }) {
      if (task.result?.state !== 'fail') return;
      const frames = context.pages().flatMap((page) => page.frames());
      const shown = frames.map(
        async (frame) => `${pathOf(frame.url())} shows: ${await frame.evaluate<string>(SHOWN).catch(String)}`,
      );
      const [error] = task.result.errors ?? [];
      // Where the failure is told once more, at the end of a long log, this is told too.
      if (error) error.message += `\nThe browser:\n${[...lines, ...(await Promise.all(shown))].join('\n')}`;
    },
  };
}

/** Without what is asked: logins ask much. */
function pathOf(address: string): string {
  const { origin, pathname } = new URL(address || 'about:blank');
  return origin + pathname;
}

/** For the page: what is seen of the document and of the shadow roots in it. */
const SHOWN = `(() => {
  const within = (element) => element.shadowRoot ? [...element.shadowRoot.children].map(seen).join(' ') : '';
  const seen = (element) => [element.innerText ?? '', ...[element, ...element.querySelectorAll('*')].map(within)].join(' ');
  return seen(document.body).replaceAll(/\\s+/g, ' ').trim().slice(0, 500);
})()`;
