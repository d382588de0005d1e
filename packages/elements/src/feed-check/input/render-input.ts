import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { lockIcon } from '../feed-icons.js';
import type { FeedWording } from '../feed-wording.js';
import { renderFileZone } from './render-file-zone.js';

export type TypedField = 'text' | 'address';

interface InputView {
  readonly wording: FeedWording;
  readonly strict: boolean;
  readonly encoding: string;
  /** The field that had nothing in it that could be checked; `problem` says why. */
  readonly fault: TypedField | undefined;
  readonly onFile: (file: File) => void;
  readonly onTyped: (field: TypedField, value: string) => void;
  readonly onMode: (strict: boolean) => void;
  readonly onEncoding: (encoding: string) => void;
}

/** Ways to give a feed, and how it is to be judged. What is typed stays in its fields whatever becomes of it. */
export function renderInput(view: InputView): TemplateResult {
  const { wording, strict, onFile, onTyped, onMode } = view;
  const { t, locale, maxBytes } = wording;
  const isFaulty = (field: TypedField) => (view.fault === field ? 'true' : nothing);
  const fault = (field: TypedField) => (view.fault === field ? 'problem' : nothing);
  const submit = (field: TypedField) => (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    onTyped(field, form.querySelector<HTMLInputElement | HTMLTextAreaElement>('textarea, input')?.value ?? '');
  };
  return html`<div class="input">
    ${renderFileZone({ id: 'feed', drop: t.drop, t, locale, maxBytes, isSmall: false, onFile })}
    <p class="stays-here" part="privacy">${lockIcon}<bdi>${t.staysHere}</bdi></p>
    <details class="other-ways">
      <summary>${t.otherWays}</summary>
      <form class="field" @submit=${submit('text')}>
        <label for="text">${t.text}</label>
        <textarea
          id="text"
          part="field"
          rows="6"
          spellcheck="false"
          autocapitalize="off"
          dir="ltr"
          aria-invalid=${isFaulty('text')}
          aria-describedby=${fault('text')}
        ></textarea>
        <button class="button" part="button" type="submit">${t.checkText}</button>
      </form>
      <form class="field" novalidate @submit=${submit('address')}>
        <label for="address">${t.address}</label>
        <input
          id="address"
          type="url"
          part="field"
          inputmode="url"
          autocomplete="off"
          placeholder="https://"
          dir="ltr"
          aria-invalid=${isFaulty('address')}
          aria-describedby=${fault('address')}
        />
        <button class="button" part="button" type="submit">${t.fetchAddress}</button>
      </form>
      ${renderEncoding(view)}
    </details>
    <fieldset class="modes">
      <legend>${t.mode}</legend>
      ${renderMode('tolerant', t.tolerant, t.tolerantNote, !strict, () => onMode(false))}
      ${renderMode('strict', t.strict, t.strictNote, strict, () => onMode(true))}
    </fieldset>
  </div>`;
}

/** What feeds are written in that name another encoding, or none. Others can be set by the page. */
const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le'];

function renderEncoding({ wording: { t }, encoding, onEncoding }: InputView): TemplateResult {
  const known = encoding === '' || ENCODINGS.includes(encoding) ? ENCODINGS : [...ENCODINGS, encoding];
  return html`<div class="field">
    <label for="encoding">${t.encoding}</label>
    <select
      id="encoding"
      part="field"
      @change=${(event: Event) => onEncoding((event.target as HTMLSelectElement).value)}
    >
      <option value="" .selected=${live(encoding === '')}>${t.encodingOfFeed}</option>
      ${known.map((each) => html`<option value=${each} .selected=${live(each === encoding)}>${each}</option>`)}
    </select>
  </div>`;
}

function renderMode(
  value: string,
  words: string,
  note: string,
  isChosen: boolean,
  onChoose: () => void,
): TemplateResult {
  return html`<div class="mode">
    <input
      id=${value}
      type="radio"
      name="mode"
      value=${value}
      .checked=${live(isChosen)}
      aria-describedby="${value}-note"
      @change=${onChoose}
    />
    <label for=${value}>${words}</label>
    <span class="muted mode-note" id="${value}-note"><bdi>${note}</bdi></span>
  </div>`;
}
