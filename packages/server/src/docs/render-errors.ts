import { html } from 'hono/html';
import { ERROR_CODES, type ErrorCode } from '@enrollkit/core';
import { ERROR_TEXTS } from '../http/error-texts.js';
import { ISSUE_TEXTS } from '../http/issue-texts.js';
import { renderLine, type Html } from './render-page.js';

/**
 * Every code of an error, and every code in its `errors`: each has an anchor, which `type` of a problem names. The roles keep a table what a phone shows one below the other.
 */
export function renderErrors(): Html {
  const codes = Object.keys(ERROR_TEXTS) as ErrorCode[];
  return html`<section id="errors">
    <h1>Errors</h1>
    <p>
      Errors are sent as <code>application/problem+json</code> or <code>+xml</code>. Let your program look at
      <code>code</code>: codes stay the same, texts may change. Each says whether trying again can help.
    </p>
    <div class="wide">
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">Code</th>
            <th role="columnheader" scope="col">Status</th>
            <th role="columnheader" scope="col">Meaning</th>
            <th role="columnheader" scope="col">What to do</th>
            <th role="columnheader" scope="col">Try again?</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${codes.map(
            (code) =>
              html`<tr role="row" id="${code}">
                <th role="rowheader" scope="row">
                  <a href="#${code}"><code>${code}</code></a>
                </th>
                <td role="cell" data-label="Status">${ERROR_CODES[code].httpStatus}</td>
                <td role="cell">${renderLine(ERROR_TEXTS[code].title)}</td>
                <td role="cell">${renderLine(ERROR_TEXTS[code].help)}</td>
                <td role="cell" data-label="Try again?">${ERROR_CODES[code].retryable ? 'yes' : 'no'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <h2 id="issues">Mistakes in the data</h2>
    <p>Each entry in <code>errors</code> has one of these codes and the path of the field.</p>
    <div class="wide">
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">Code</th>
            <th role="columnheader" scope="col">Meaning</th>
            <th role="columnheader" scope="col">What to do</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${Object.entries(ISSUE_TEXTS).map(
            ([code, { title, help }]) =>
              html`<tr role="row" id="issue-${code}">
                <th role="rowheader" scope="row">
                  <a href="#issue-${code}"><code>${code}</code></a>
                </th>
                <td role="cell">${renderLine(title)}</td>
                <td role="cell">${renderLine(help)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
