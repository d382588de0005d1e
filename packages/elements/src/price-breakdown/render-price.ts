import type { PriceCalculation, PriceLine } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { warningIcon } from '../base/icons.js';
import { keep, sentence } from '../base/language/kept-words.js';
import type { PriceBreakdownTerms } from '../terms/price-breakdown.js';
import type { PriceWords } from './price-words.js';

/** A price, and what can be done with it. */
export interface PriceView {
  readonly calculation: PriceCalculation;
  /** The calculation for buyers who may buy exempt from VAT, when it is offered beside this one. */
  readonly exempt: PriceCalculation | undefined;
  readonly words: PriceWords;
  /** Called with a cost's id when its box is ticked or unticked. Without it only costs that were chosen are listed. */
  readonly onChoose: ((id: string, chosen: boolean) => void) | undefined;
  readonly disabled: boolean;
  /** Of names that the product has for its costs, which need not be the page's (WCAG 3.1.2). */
  readonly language?: string | undefined;
  /** When and where it was agreed, for a price that was. */
  readonly agreed?: string;
}

/** The whole price: total first, then what it is made of, then what else the buyer should know. */
export function renderPrice(view: PriceView): TemplateResult {
  const { calculation, exempt, words } = view;
  const { terms } = words;
  if (!calculation.valid) return renderWarning(terms.invalid, 'problem');
  return html`
    ${renderTotal(view)} ${hasTable(view) ? renderTable(view) : nothing}
    ${
      exempt
        ? html`<p class="note exempt" part="exempt">
            <bdi
              >${sentence(terms.exempt(keep(words.due(exempt))))}
              <span class="note-aside">${terms.exemptWho}</span></bdi
            >
          </p>`
        : nothing
    }
    ${calculation.complete ? nothing : renderWarning(terms.incomplete, 'note')}
    ${view.agreed ? html`<p class="note note-aside" part="agreed"><bdi>${view.agreed}</bdi></p>` : nothing}
  `;
}

/** A free course alone needs none. */
function hasTable({ calculation: { display, lines }, onChoose }: PriceView): boolean {
  return display === 'amount' || lines.filter(({ selected }) => onChoose ?? selected).length > 1;
}

function renderTotal({ calculation, words, onChoose, agreed }: PriceView): TemplateResult {
  const { terms } = words;
  const { display, period, totalMinor, recurringMinor = 0, oneOffMinor = 0 } = calculation;
  if (display !== 'amount') {
    return html`<p class="total" part="total">
      <span class="total-label">${terms.price}</span>
      <span class="total-amount" part="total-amount">${display === 'free' ? terms.free : terms.onRequest}</span>
      ${display === 'on-request' ? html`<span class="total-note" part="total-note">${terms.onRequestNote}</span>` : nothing}
    </p>`;
  }
  const note = html`<span class="total-note" part="total-note"
    >${inclusiveNote(calculation, terms, { isAgreed: agreed !== undefined, isChoice: onChoose !== undefined })}</span
  >`;
  if (period === 'all') {
    return html`<p class="total" part="total">
      <span class="total-label">${terms.total}</span>
      <bdi class="total-amount" part="total-amount" translate="no">${words.money(totalMinor)}</bdi>
      ${note}
    </p>`;
  }
  return html`<p class="total" part="total">
    <span class="total-label">${terms.price}</span>
    <bdi class="total-amount" part="total-amount" translate="no">${words.money(recurringMinor)}</bdi>
    <span class="total-more">${terms.per[period]}</span>
    ${oneOffMinor > 0 ? html`<bdi class="total-more"><span translate="no">+ ${words.money(oneOffMinor)}</span> ${terms.oneOff}</bdi>` : nothing}
    ${note}
  </p>`;
}

/** What is in the total. Of a price that was agreed nobody says any more which other costs there were. */
function inclusiveNote(
  { complete, audience, lines }: PriceCalculation,
  terms: PriceBreakdownTerms,
  { isAgreed, isChoice }: { readonly isAgreed: boolean; readonly isChoice: boolean },
): string {
  if (isAgreed && audience === 'standard') return terms.inclusiveOfVat;
  const isShortened = !isChoice && lines.some(({ selected }) => !selected);
  const inclusive = complete
    ? audience === 'vat-exempt'
      ? terms.inclusiveExempt
      : terms.inclusive
    : terms.inclusiveOfVat;
  return isShortened ? `${inclusive}, ${terms.withoutOptional}` : inclusive;
}

// Rows and cells carry their role: a table that is laid out as a grid on narrow screens loses it in some browsers.
function renderTable(view: PriceView): TemplateResult {
  const { calculation, words, onChoose } = view;
  const { terms } = words;
  const fixed = calculation.lines.filter((line) => line.mandatory);
  const optional = calculation.lines.filter((line) => !line.mandatory && (onChoose !== undefined || line.selected));
  return html`<table role="table" part="lines">
    <caption class="visually-hidden">
      ${terms.caption}
    </caption>
    ${renderHead(terms)}
    <tbody role="rowgroup">
      ${fixed.map((line) => renderLine(line, view))}
    </tbody>
    ${
      optional.length > 0
        ? html`<tbody role="rowgroup" part="optional">
            <tr role="row">
              <th class="group-name" role="rowheader" scope="rowgroup" colspan="4">
                ${onChoose ? terms.optional : terms.chosen}
              </th>
            </tr>
            ${optional.map((line) => renderLine(line, view))}
          </tbody>`
        : nothing
    }
    <tfoot role="rowgroup" part="sum">
      <tr role="row">
        <th role="rowheader" scope="row">${calculation.period === 'all' ? terms.total : terms.firstPayment}</th>
        ${renderFigures(words.figure(calculation.netMinor), words.figure(calculation.vatMinor), words.figure(calculation.totalMinor), terms)}
      </tr>
    </tfoot>
  </table>`;
}

function renderHead(terms: PriceBreakdownTerms): TemplateResult {
  const column = (name: string) => html`<th class="column" role="columnheader" scope="col">${name}</th>`;
  return html`<thead role="rowgroup">
    <tr role="row">
      <th class="column-item" role="columnheader" scope="col"><span class="visually-hidden">${terms.item}</span></th>
      ${column(terms.net)}${column(terms.vat)}${column(terms.gross)}
    </tr>
  </thead>`;
}

function renderLine(line: PriceLine, { words, onChoose, disabled, language }: PriceView): TemplateResult {
  const { id, mandatory, selected, netMinor, vatMinor, grossMinor } = line;
  const rhythm = words.rhythm(line);
  const discount = words.discount(line);
  const itsOwn = words.ownName(line);
  const name = html`<bdi lang=${(itsOwn && language) || nothing}>${words.name(line)}</bdi>
    ${rhythm ? html`<span class="muted">${rhythm}</span>` : nothing}`;
  return html`<tr
    class=${mandatory ? 'line' : selected ? 'line optional selected' : 'line optional'}
    role="row"
    part=${mandatory ? 'line' : 'line optional-line'}
  >
    <th role="rowheader" scope="row" part="line-name">
      ${
        !mandatory && onChoose
          ? html`<label class="choice" part="choice">
              <input
                type="checkbox"
                part="checkbox"
                .checked=${selected}
                ?disabled=${disabled}
                @change=${({ target }: Event) => {
                  const box = target as HTMLInputElement;
                  const chosen = box.checked;
                  // It shows what holds: what the page makes of the choice comes with the next update.
                  box.checked = selected;
                  onChoose(id, chosen);
                }}
              />
              <span>${name}</span>
            </label>`
          : name
      }
      ${discount ? html`<span class="line-note saving" part="saving"><bdi>${discount}</bdi></span>` : nothing}
    </th>
    ${renderFigures(words.figure(netMinor), words.figure(vatMinor), `${selected ? '' : '+ '}${words.figure(grossMinor)}`, words.terms)}
  </tr>`;
}

function renderFigures(
  net: string | TemplateResult,
  vat: string | TemplateResult,
  gross: string | TemplateResult,
  terms: PriceBreakdownTerms,
): TemplateResult {
  return html`<td class="net" role="cell" data-label=${terms.net}><bdi translate="no">${net}</bdi></td>
    <td class="vat" role="cell" data-label=${terms.vat}><bdi translate="no">${vat}</bdi></td>
    <td class="gross" role="cell" part="amount"><bdi translate="no">${gross}</bdi></td>`;
}

function renderWarning(sentence: string, part: string): TemplateResult {
  return html`<p class="note warning" part=${part}>${warningIcon}<bdi>${sentence}</bdi></p>`;
}

/** The same boxes with nothing in them yet: a course and two costs, so that little or nothing moves when they arrive. */
export function renderSkeleton(terms: PriceBreakdownTerms, loading: string): TemplateResult {
  const bar = (text: string) => html`<span class="skeleton"><span>${text}</span></span>`;
  const figures = renderFigures(bar('000,00'), bar('00,00'), bar('000,00'), terms);
  const row = (name: string) =>
    html`<tr>
      <th>${bar(name)}</th>
      ${figures}
    </tr>`;
  return html`<span class="visually-hidden">${loading}</span>
    <div class="placeholder" aria-hidden="true">
      <p class="total">
        <span class="total-label">${bar(terms.total)}</span>
        <span class="total-amount">${bar('€ 000,00')}</span>
        <span class="total-note">${bar(terms.inclusive)}</span>
      </p>
      <table role="presentation">
        ${renderHead(terms)}
        <tbody>
          ${row(terms.course)}${row(terms.costs.accommodation)}${row(terms.costs.examination)}
        </tbody>
        <tfoot>
          ${row(terms.total)}
        </tfoot>
      </table>
      <p class="note">${bar(terms.exempt('€ 000,00'))}</p>
    </div>`;
}
