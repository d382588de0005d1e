// Takes pictures of the main stories, each in the pages that stories/pictures/pictures.json names, and compares them with those that were
// agreed on. Needs a built Storybook: `npm run pictures` builds it first, and with `-- --update` agrees on what is there now.
// Words after that name the stories to look at, all without. The report is .cache/pictures/index.html.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { AGREED, STORIES } from './agreed.js';
import { contrastOf, HARDEST, tooLow } from './contrasts.js';
import { misread } from './misread.js';
import { openStorybook, showStory, takePicture } from './open-storybook.js';
import { writeReport } from './write-report.js';

const REPORT = fileURLToPath(new URL('../../.cache/pictures', import.meta.url));

/** What a newer Chromium may draw otherwise: of each pixel, and how many pixels. Edges of letters and lines don't count. */
const TOLERANCE = { threshold: 0.02, pixels: 20 };
/** How often a picture that is different is looked at, and after how many that are the same it counts as the story's last word. */
const PATIENCE = { step: 250, same: 60, most: 240 };

const isUpdate = process.argv.includes('--update');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = Object.entries(STORIES)
  .flatMap(([story, modes]) => modes.map((mode) => ({ story, mode, name: `${story}.${mode}` })))
  .filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));

mkdirSync(AGREED, { recursive: true });
rmSync(REPORT, { recursive: true, force: true });
mkdirSync(REPORT, { recursive: true });
const different = words.length === 0 ? dropUnnamed() : [];
let looked = 0;
const storybook = await openStorybook();
try {
  for (const [mode, pictures] of byMode(wanted)) {
    const page = await storybook.openPage(mode, storyId(pictures[0]));
    for (const picture of pictures) {
      const found = await look(page, picture);
      if (found) different.push(found);
      different.push(...(await lookAtContrast(page, picture)), ...(await lookAtOrder(page, picture)));
      looked += 1;
      if (process.stderr.isTTY) process.stderr.write(`\r${looked} of ${wanted.length}: ${picture.name}\x1b[K`);
      if (found) console.log(`${looked} of ${wanted.length}: ${found.name} is different, ${found.why}`);
    }
    console.log(`${looked} of ${wanted.length} looked at (${mode})`);
    await page.context().close();
  }
} finally {
  await storybook.close();
}

writeReport(REPORT, different);
if (different.length > 0) {
  console.log(`\nFailed:\n${different.map(({ name, why }) => `  ${name}: ${why}`).join('\n')}`);
  console.log(`\nBefore, after and difference: ${join(REPORT, 'index.html')}`);
  console.log('If this is how it should look: npm run pictures -- --update');
}
console.log(`\n${wanted.length - different.length} passed, ${different.length} failed, 0 skipped`);
process.exitCode = different.length > 0 ? 1 : 0;

/** Compares one picture. Answers what is different, if anything is. */
async function look(page, picture) {
  const { name } = picture;
  const problem = await showStory(page, storyId(picture));
  if (problem) return { name, why: problem };
  const file = join(AGREED, `${name}.png`);
  const before = existsSync(file) ? PNG.sync.read(readFileSync(file)) : undefined;
  const { after, difference } = isUpdate ? compare(before, await settled(page)) : await agreed(page, before);
  if (!difference) return undefined;
  if (isUpdate) {
    writeFileSync(file, compressed(after));
    console.log(`${name}: agreed on, ${difference.why}`);
    return undefined;
  }
  const shown = { before, after, difference: difference.picture };
  for (const [part, image] of Object.entries(shown))
    if (image) writeFileSync(join(REPORT, `${name}.${part}.png`), PNG.sync.write(image));
  return { name, why: difference.why, parts: Object.keys(shown).filter((part) => shown[part]) };
}

/** Whether everything can be seen on the page of the picture, with the hardest accents. With forced colours the system sees to it. */
async function lookAtContrast(page, { name, mode }) {
  if (!['light', 'dark'].includes(mode)) return [];
  const failures = tooLow(await contrastOf(page, HARDEST));
  if (failures.length === 0) return [];
  const whys = failures.map(
    ({ kind, ratio, where, of, on, accent }) => `${kind} of ${where} is ${ratio}:1 (${of} on ${on}, accent ${accent})`,
  );
  return [{ name, why: `too little contrast: ${whys.join('; ')}` }];
}

/** Whether sentences stand in the order in which they are read, also where the page runs the other way. */
async function lookAtOrder(page, { name, mode }) {
  if (mode !== 'phone') return [];
  const sentences = await page.evaluate(misread);
  return sentences.length > 0 ? [{ name, why: `not in the order of reading: ${sentences.join(' | ')}` }] : [];
}

/** Waits for the picture to be what was agreed on, or to stay another: what a story loads in the end comes when it comes. */
async function agreed(page, before) {
  let last = await takePicture(page);
  let compared = compare(before, PNG.sync.read(last));
  if (!before) return compared;
  for (let looks = 0, same = 0; compared.difference && same < PATIENCE.same && looks < PATIENCE.most; looks += 1) {
    await page.waitForTimeout(PATIENCE.step);
    const next = await takePicture(page);
    same = next.equals(last) ? same + 1 : 0;
    if (same === 0) compared = compare(before, PNG.sync.read(next));
    last = next;
  }
  return compared;
}

/** The picture once it stays the same. */
async function settled(page) {
  let last = await takePicture(page);
  for (let looks = 0, same = 0; same < 3 && looks < PATIENCE.most; looks += 1) {
    await page.waitForTimeout(PATIENCE.step);
    const next = await takePicture(page);
    same = next.equals(last) ? same + 1 : 0;
    last = next;
  }
  return PNG.sync.read(last);
}

function compare(before, after) {
  if (!before) return { after, difference: { why: 'there is no agreed picture' } };
  const { width, height } = after;
  if (before.width !== width || before.height !== height)
    return { after, difference: { why: `${width} x ${height} pixels instead of ${before.width} x ${before.height}` } };
  if (before.data.equals(after.data)) return { after };
  const { threshold } = TOLERANCE;
  // Drawing what is different takes longer than counting it.
  const count = pixelmatch(before.data, after.data, undefined, width, height, { threshold });
  if (count <= TOLERANCE.pixels) return { after };
  const picture = new PNG({ width, height });
  pixelmatch(before.data, after.data, picture.data, width, height, { threshold });
  return { after, difference: { why: `${count} pixels are different`, picture } };
}

/** Without transparency, which no page has; plain areas without a filter are smallest. */
function compressed(picture) {
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

/** A picture of a story that is no longer in the list would be looked at by nobody. */
function dropUnnamed() {
  const names = new Set(wanted.map(({ name }) => `${name}.png`));
  const unnamed = readdirSync(AGREED).filter((file) => !names.has(file));
  if (!isUpdate) return unnamed.map((file) => ({ name: file, why: 'it is not in stories/pictures/pictures.json' }));
  for (const file of unnamed) rmSync(join(AGREED, file));
  return [];
}

function storyId({ story }) {
  return `elements-${story}`;
}

/** Node 20 has no `Map.groupBy`. */
function byMode(pictures) {
  const groups = new Map();
  for (const picture of pictures) groups.set(picture.mode, [...(groups.get(picture.mode) ?? []), picture]);
  return groups;
}
