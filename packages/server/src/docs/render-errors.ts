import { html } from 'hono/html';
import { ERROR_CODES, type ErrorCode } from '@enrollkit/core';
import { ERROR_TEXTS } from '../http/error-texts.js';
import { ISSUE_TEXTS } from '../http/issue-texts.js';
import { renderLine, type Html } from './render-page.js';

/** Every code of an error, and every code in its `errors`: each has an anchor, which `type` of a problem names. */
export function renderErrors(): Html {
  const codes = Object.keys(ERROR_TEXTS) as ErrorCode[];
  return html`<section id="errors">
    <h2>Errors</h2>
    <p>
      Errors are sent as <code>application/problem+json</code> or <code>+xml</code>. Let your program look at
      <code>code</code>: codes stay the same, texts may change. The last column says whether trying again can help.
    </p>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Status</th>
            <th scope="col">Meaning</th>
            <th scope="col">What to do</th>
            <th scope="col">Try again?</th>
          </tr>
        </thead>
        <tbody>
          ${codes.map(
            (code) =>
              html`<tr id="${code}">
                <th scope="row">
                  <a href="#${code}"><code>${code}</code></a>
                </th>
                <td>${ERROR_CODES[code].httpStatus}</td>
                <td>${renderLine(ERROR_TEXTS[code].title)}</td>
                <td>${renderLine(ERROR_TEXTS[code].help)}</td>
                <td>${ERROR_CODES[code].retryable ? 'yes' : 'no'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <h3 id="issues">Mistakes in the data</h3>
    <p>Each entry in <code>errors</code> has one of these codes and the path of the field.</p>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Meaning</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(ISSUE_TEXTS).map(
            ([code, { title, help }]) =>
              html`<tr id="issue-${code}">
                <th scope="row">
                  <a href="#issue-${code}"><code>${code}</code></a>
                </th>
                <td>${renderLine(title)}</td>
                <td>${renderLine(help)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
