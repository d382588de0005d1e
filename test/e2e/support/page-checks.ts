import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { CONTRAST_ONCE, markSameColours, SAME_COLOURS } from '../../../stories/support/same-colours.js';

const CONFIG = JSON.stringify({ rules: [CONTRAST_ONCE] });
/** Each page reads it anew: without its white space and comments it is less than half. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What automatic rules of accessibility find. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // On a page that was looked at before axe is there, and would be read twice more.
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  await page.evaluate(markSameColours, SAME_COLOURS);
  const axeSource = isThere ? 'void 0' : `${AXE}; axe.configure(${CONFIG})`;
  const builder = new AxeBuilder({ page, axeSource });
  // No selectors for all that is well.
  builder.options({ resultTypes: ['violations'] });
  if (rules) builder.withRules([...rules]);
  // Without it every analysis opens a page of its own to put the answers of frames together; there are none.
  const { violations } = await builder.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}. ${failureSummary}`),
  );
}

/** What no rule of others knows: headings, language, ids, codes, focus, and buttons that come too early. */
export async function ownFindings(
  page: Page,
  { language, isRead }: { readonly language: string; readonly isRead: boolean },
): Promise<readonly string[]> {
  return page.evaluate(
    ([lang, hasRecords]) => {
      const found: string[] = [];
      const roots = (root: Document | ShadowRoot): readonly (Document | ShadowRoot)[] => [
        root,
        ...[...root.querySelectorAll('*')].flatMap((each) => (each.shadowRoot ? roots(each.shadowRoot) : [])),
      ];
      const all = roots(document);
      const isSeen = (each: Element): boolean => each.checkVisibility({ visibilityProperty: true });
      const each = <Kind extends Element = HTMLElement>(selector: string): readonly Kind[] =>
        all.flatMap((root) => [...root.querySelectorAll<Kind>(selector)]);

      const headings = each('h1').filter(isSeen).length;
      if (headings !== 1) found.push(`${headings} headings of the first level`);
      if (document.documentElement.lang !== lang) found.push(`says that it is in ${document.documentElement.lang}`);
      for (const root of all) {
        const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
        for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) found.push(`two ids ${id}`);
      }

      // What a program calls a thing: `booking.status_changed`, `did-not-pass`. What somebody wrote may look like that.
      const CODE = /^[a-z]+(?:[-_.][a-z]+)+$/;
      for (const leaf of each('*')) {
        const words = leaf.childElementCount === 0 ? leaf.textContent.trim() : '';
        const isWritten = leaf.matches(
          'style, script, option[value=""], [translate="no"], [translate="no"] *, bdi, time, a[href]',
        );
        if (CODE.test(words) && !isWritten && isSeen(leaf)) found.push(`a code is shown: ${words}`);
      }

      // Before its record is there a button would do nothing, or something to nothing.
      const main = document.getElementById('main');
      if (main && !hasRecords) {
        for (const button of main.querySelectorAll<HTMLButtonElement>('button'))
          if (isSeen(button) && !button.disabled && !button.closest('.unread, :disabled, [inert]'))
            found.push(`can be pressed already: ${button.textContent.trim()}`);
      }

      // Whoever comes there with the keyboard sees where that is.
      const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
      for (const target of each(FOCUSABLE)) {
        if (!isSeen(target) || target.matches(':disabled, [inert] *')) continue;
        target.focus({ preventScroll: true, focusVisible: true });
        if (!target.matches(':focus')) continue;
        const isOutlined = (element: Element | null, levels: number): boolean => {
          if (!element) return false;
          const isDrawn = ['', '::after'].some((pseudo) => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, pseudo);
            return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || !['', 'none'].includes(boxShadow);
          });
          if (isDrawn) return true;
          // A field that is drawn by what is around or beside it.
          const beside = element.nextElementSibling;
          if (levels === 3 && beside && isOutlined(beside, 0)) return true;
          return levels > 0 && isOutlined(element.parentElement, levels - 1);
        };
        if (!isOutlined(target, 3))
          found.push(
            `the focus is not seen on ${target.localName} ${target.className} ${target.textContent.trim().slice(0, 40)}`,
          );
      }
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return [...new Set(found)];
    },
    [language, isRead] as const,
  );
}

/** How much wider than its window a page is, on screens of these widths, in both directions. */
export async function overflow(page: Page, widths: readonly number[]): Promise<readonly string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 });
    for (const direction of ['rtl', 'ltr'] as const) {
      const tooWidePx = await page.evaluate((dir) => {
        const root = document.documentElement;
        root.dir = dir;
        return root.scrollWidth - root.clientWidth;
      }, direction);
      if (tooWidePx > 0) found.push(`${tooWidePx} px too wide at ${width} px, ${direction}`);
    }
  }
  if (before) await page.setViewportSize(before);
  return found;
}

/** What takes time to change its looks, in every shadow root too. */
export async function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = (root: Document | ShadowRoot): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
    return all(document).flatMap((each) =>
      [undefined, '::before', '::after'].flatMap((pseudo) => {
        const { transitionDuration, animationName } = getComputedStyle(each, pseudo);
        // Both are empty for what isn't rendered.
        const isMoving = /[1-9]/.test(transitionDuration) || !['', 'none'].includes(animationName);
        return isMoving ? `moves: ${each.localName}.${each.className}${pseudo ?? ''}` : [];
      }),
    );
  });
}
