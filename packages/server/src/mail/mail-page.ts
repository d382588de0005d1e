import type { Locale } from '@enrollkit/core';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Lines that can be read, on a phone too. No colours: a mail program that is dark has its own. */
const STYLE =
  'max-width: 40em; margin: 1em auto; padding: 0 1em; overflow-wrap: anywhere; ' +
  'font: 16px/1.5 system-ui, -apple-system, Segoe UI, sans-serif';

/** A mail as HTML: no pictures, no sheet, nothing from elsewhere. */
export async function mailPage(
  language: Locale,
  { subject, content }: { readonly subject: string; readonly content: HtmlEscapedString | Promise<HtmlEscapedString> },
): Promise<string> {
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${subject}</title>
      </head>
      <body style="${STYLE}">
        ${content}
      </body>
    </html>`;
  return (await page).toString();
}
