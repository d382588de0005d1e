import { html, nothing, type TemplateResult } from 'lit';
import type { SourceSnippet } from '../feed-checker.js';

/** The line of the feed with the place marked. It is a stranger's text: never markup, and nothing in it turns the rest around. */
export function renderSnippet({ before, marked, after, isCutBefore, isCutAfter }: SourceSnippet): TemplateResult {
  const cut = html`<span class="cut-off">…</span>`;
  // No white space of the template may come between: it would be shown.
  return html`<pre class="snippet" translate="no" part="snippet" dir="ltr"><code
    >${isCutBefore ? cut : nothing}${visible(before)}<mark part="mark">${visible(marked) || ' '}</mark>${visible(after)}${
    isCutAfter ? cut : nothing
  }</code></pre>`;
}

/** Controls, and characters that change the direction, as the sign for what can't be shown. */
function visible(text: string): string {
  return text.replaceAll('\t', '  ').replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu, '\uFFFD');
}
