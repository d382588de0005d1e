// Measures the contrast of every story of an element, in the light and in the dark, with every accent of the table below, and prints the least
// of each kind. Needs a built Storybook. About ten minutes; `npm run pictures` does the same for the main stories.
import { readFileSync } from 'node:fs';
import { ACCENTS, contrastOf, leastOf, tooLow } from './contrasts.js';
import { openStorybook, showStory } from './open-storybook.js';

const { entries } = JSON.parse(readFileSync(new URL('../../storybook-static/index.json', import.meta.url), 'utf8'));
const stories = Object.values(entries)
  .filter(({ type, id }) => type === 'story' && id.startsWith('elements-') && !id.endsWith('--every-mode'))
  .map(({ id }) => id);

const measured = [];
const storybook = await openStorybook();
try {
  for (const mode of ['light', 'dark']) {
    const page = await storybook.openPage(mode, stories[0]);
    for (const story of stories) {
      const problem = await showStory(page, story);
      if (problem) throw new Error(`${story}: ${problem}`);
      for (const each of await contrastOf(page, Object.keys(ACCENTS))) measured.push({ ...each, mode, story });
    }
    await page.context().close();
  }
} finally {
  await storybook.close();
}

console.log(`${stories.length} stories, ${measured.length} pairs of colours`);
console.log(leastOf(measured));
const failures = tooLow(measured);
for (const { kind, ratio, where, of, on, accent, mode, story } of failures)
  console.log(`${story} (${mode}, ${accent}): ${kind} of ${where} is ${ratio}:1, ${of} on ${on}`);
process.exitCode = failures.length > 0 ? 1 : 0;
