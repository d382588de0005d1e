import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { minifyStyles } from '../../.config/minify-styles.js';
import { CHROMIUM_PATH, SHORT_LIVED_ARGS } from '../support/chromium-args.js';

const src = fileURLToPath(new URL('../../packages/elements/src', import.meta.url));
const stylesheets = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.styles.ts'),
);

/** What stands in the css`...` literal, as JavaScript reads it. */
function literalIn(source: string): string {
  const [, raw = ''] = /css\s?`([^`]*)`/.exec(source) ?? [];
  return raw.replaceAll('\\\\', '\\');
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: SHORT_LIVED_ARGS });
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** The rules as the browser read them, flattened: `media, selector { declarations }`. */
async function rulesOf(css: string): Promise<readonly string[]> {
  const rules = await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const flat = (list: CSSRuleList, around: string): string[] =>
      [...list].flatMap((rule) => {
        if (rule instanceof CSSStyleRule) {
          return rule.selectorText
            .split(/,\s*(?![^(]*\))/)
            .map((each) => `${around} ${each} { ${rule.style.cssText} }`);
        }
        if (!(rule instanceof CSSGroupingRule)) return [`${around} ${rule.cssText}`];
        return flat(rule.cssRules, `${around} ${rule.cssText.slice(0, rule.cssText.indexOf('{'))}`);
      });
    return flat(sheet.cssRules, '');
  }, css);
  // What has a variable or an attribute in it is kept as it was written: the same value can be spelled in two ways.
  return rules.map((rule) =>
    rule
      .replace(/[ \n]+/g, '')
      .replace(/(?<![\d.])0(?=\.\d)/g, '')
      .replace(/([\d.]+)ms\b/g, (_, ms) => `${Number(ms) / 1000}s`.replace(/^0/, ''))
      .replaceAll("'\\a0'", '"\u00a0"'),
  );
}

test('there are stylesheets to compare', () => expect(stylesheets.length).toBeGreaterThan(3));

test.each(stylesheets)('no size in %s is of the page’s root, which a page may have set to anything', (file) =>
  expect(literalIn(readFileSync(join(src, file), 'utf8'))).not.toMatch(/[\d.](rem|rlh|rch|rex)\b/),
);

test.each(stylesheets)('a browser reads the minified %s as the written one', async (file) => {
  const source = readFileSync(join(src, file), 'utf8');
  const minified = await minifyStyles(source, file);
  expect(minified!.code.length).toBeLessThan(source.length);
  expect(await rulesOf(literalIn(minified!.code))).toEqual(await rulesOf(literalIn(source)));
});
