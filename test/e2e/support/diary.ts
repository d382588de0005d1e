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
  context.on('requestfailed', (request) => note(`${request.failure()?.errorText ?? 'failed'} ${request.url()}`));
  context.on('response', (answer) => {
    if (answer.status() >= 400 || answer.request().isNavigationRequest()) note(`${answer.status()} ${answer.url()}`);
  });
  context.on('page', (page) => page.on('crash', () => note(`crashed: ${page.url()}`)));
  return {
    async tellFailure({ task }) {
      if (task.result?.state !== 'fail') return;
      const frames = context.pages().flatMap((page) => page.frames());
      const shown = frames.map(
        async (frame) => `${frame.url()} shows: ${await frame.evaluate<string>(SHOWN).catch(String)}`,
      );
      console.error([`What the browser did in "${task.name}":`, ...lines, ...(await Promise.all(shown))].join('\n'));
    },
  };
}

/** For the page: the text of the document and of the shadow roots in it. */
const SHOWN = `(() => {
  const textOf = (root) => [root.textContent, ...[...root.querySelectorAll('*')].map((each) =>
    each.shadowRoot ? textOf(each.shadowRoot) : '')].join(' ');
  return textOf(document.body).replaceAll(/\\s+/g, ' ').slice(0, 2000);
})()`;
