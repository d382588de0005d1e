import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Text that is safe as HTML: what is put into it was escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

interface Page {
  readonly title: string;
  /** What it is about, with the heading: it comes before the contents. */
  readonly intro?: Html;
  /** The contents of what follows. */
  readonly nav?: Html;
  readonly main: Html;
}

/** A page around some content. No script, and no style but its own sheet. */
export function renderPage(base: string, { title, intro, nav, main }: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="${base}/docs/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header>
          <a class="home" href="${base}/docs">Enrollkit API</a>
          <nav aria-label="Documentation">
            <a href="${base}/docs">Operations</a> <a href="${base}/docs/errors">Errors</a>
            <a href="${base}/openapi.json">openapi.json</a>
          </nav>
        </header>
        <main id="main" class="layout">
          ${intro === undefined ? '' : html`<div class="intro">${intro}</div>`}
          ${nav === undefined ? '' : html`<nav class="contents" aria-label="Operations"><a class="skip" href="#content">Skip the list</a>${nav}</nav>`}
          <div id="content">${main}</div>
        </main>
      </body>
    </html>`;
}

/** Plain text with `code` and paragraphs; a paragraph of lines that begin with a dash is a list. */
export function renderText(text: string): Html {
  const blocks = text.split(/\n\n+/);
  return html`${blocks.map((block) => {
    if (!block.startsWith('- ')) return html`<p>${renderLine(block)}</p>`;
    const items = block.slice(2).split(/\n- /);
    return html`<ul>
      ${items.map((item) => html`<li>${renderLine(item)}</li>`)}
    </ul>`;
  })}`;
}

/** One line of it. */
export function renderLine(line: string): Html {
  const parts = line.split('`');
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part.replaceAll('*', '')))}`;
}
