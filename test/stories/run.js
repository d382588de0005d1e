// Every story is a test: in the Storybook that was built, under its policy, it renders, plays, and has no findings of axe. Needs
// `npm run build-storybook`. Words name the stories to look at, all without.
import { readFileSync } from 'node:fs';
import { openStories, showStory } from '../pictures/open-storybook.js';

const INDEX = new URL('../../storybook-static/index.json', import.meta.url);
/** In which Storybook itself shows a story to test it. */
const WINDOW = { width: 1200, height: 900 };
const PROGRESS_EVERY = 20;
/** Pages beside each other, each with its own focus: what a page draws, waits for and looks into is one thread's work. */
const PAGES = 2;

const words = process.argv.slice(2);
const { entries } = JSON.parse(readFileSync(INDEX, 'utf8'));
const wanted = Object.values(entries).filter(
  ({ type, id }) => type === 'story' && (words.length === 0 || words.some((word) => id.includes(word))),
);
if (wanted.length === 0) throw new Error(`There is no story ${words.join(', ')}.`);

const failures = [];
let looked = 0;
const storybook = await openStories(WINDOW);
try {
  for (const isStrict of [true, false]) {
    const ids = wanted.filter(({ tags }) => tags.includes('without-policy') !== isStrict).map(({ id }) => id);
    // Each page takes the next one when it is done with one.
    const left = ids.values();
    await Promise.all(Array.from({ length: Math.min(PAGES, ids.length) }, () => lookAtSome(left, isStrict)));
  }
} finally {
  await storybook.close();
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
console.log(`\n${looked - failures.length} passed, ${failures.length} failed, 0 skipped`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** One after the other on a page, as in Storybook. */
async function lookAtSome(ids, isStrict) {
  const { value: first } = ids.next();
  const page = await storybook.openPage(first, { isStrict });
  // What fails while no step waits for it.
  let broken = [];
  page.on('pageerror', ({ message }) => broken.push(message));
  const look = async (id) => {
    const problem = await showStory(page, id).catch(({ message }) => message);
    const whys = [...(problem ? [problem] : []), ...broken];
    broken = [];
    if (whys.length > 0) failures.push(`${id}: ${whys.join('; ')}`);
    looked += 1;
    if (process.env.CHECKS_PROGRESS && looked % PROGRESS_EVERY === 0)
      console.log(`progress: ${looked}/${wanted.length} stories`);
  };
  await look(first);
  for (const id of ids) await look(id);
  await page.context().close();
}
