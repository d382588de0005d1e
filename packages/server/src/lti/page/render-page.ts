import type { Locale } from '@enrollkit/core';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { LTI_TEXTS } from './lti-texts.js';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface LtiPage {
  readonly locale: Locale;
  readonly title: string;
  readonly main: Html;
  /** The script that the page runs, beside the style. */
  readonly script?: 'enrollkit-lti.js' | 'enrollkit-lti-login.js';
  /** What the script finds in the page. */
  readonly data?: unknown;
}

/** A page for a frame. Whatever it says comes from a table or is escaped; nothing inline runs. */
export function renderLtiPage(ltiUrl: string, { locale, title, main, script, data }: LtiPage): Html {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="${ltiUrl}/lti/page/page.css" />
        ${script === undefined ? '' : html`<script type="module" src="${ltiUrl}/lti/page/${script}"></script>`}
      </head>
      <body>
        <main id="lti">${main}</main>
        ${script === undefined ? '' : html`<noscript><p>${LTI_TEXTS[locale].needsScript}</p></noscript>`}
        ${
          data === undefined
            ? ''
            : html`<script type="application/json" id="lti-data">
                ${raw(asScriptText(data))}
              </script>`
        }
      </body>
    </html>`;
}

/** JSON in which nothing ends the element that it stands in. */
function asScriptText(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** What such a page may do: run our script, ask this server, and be framed by these pages only. */
export function pageHeaders(
  frameAncestors: readonly string[],
  formAction: readonly string[] = [],
): Record<string, string> {
  const ancestors = frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ');
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data: https:",
      "base-uri 'none'",
      `form-action ${formAction.length === 0 ? "'none'" : formAction.join(' ')}`,
      `frame-ancestors ${ancestors}`,
      "require-trusted-types-for 'script'",
    ].join('; '),
    'Cache-Control': 'no-store',
    // A page that asks for isolation may frame it too.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
}
