import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { lockIcon } from '../feed-icons.js';
import type { FeedWording } from '../feed-wording.js';
import { renderFileZone } from './render-file-zone.js';

interface InputView {
  readonly wording: FeedWording;
  readonly strict: boolean;
  readonly encoding: string;
  readonly onFile: (file: File) => void;
  readonly onText: (text: string) => void;
  readonly onAddress: (typed: string) => void;
  readonly onMode: (strict: boolean) => void;
  readonly onEncoding: (encoding: string) => void;
}

/** Ways to give a feed, and how it is to be judged. What is typed stays in its fields whatever becomes of it. */
export function renderInput(view: InputView): TemplateResult {
  const { wording, strict, onFile, onText, onAddress, onMode } = view;
  const { t, locale, maxBytes } = wording;
  const submit = (take: (value: string) => void) => (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    take(form.querySelector<HTMLInputElement | HTMLTextAreaElement>('textarea, input')?.value ?? '');
  };
  return html`<div class="input">
    ${renderFileZone({ id: 'feed', drop: t.drop, t, locale, maxBytes, isSmall: false, onFile })}
    <p class="stays-here" part="privacy">${lockIcon}<bdi>${t.staysHere}</bdi></p>
    <details class="other-ways">
      <summary>${t.otherWays}</summary>
      <form class="field" @submit=${submit(onText)}>
        <label for="text">${t.text}</label>
        <textarea id="text" part="field" rows="6" spellcheck="false" autocapitalize="off" dir="ltr"></textarea>
        <button class="button" part="button" type="submit">${t.checkText}</button>
      </form>
      <form class="field" novalidate @submit=${submit(onAddress)}>
        <label for="address">${t.address}</label>
        <input
          id="address"
          type="url"
          part="field"
          inputmode="url"
          autocomplete="off"
          placeholder="https://"
          dir="ltr"
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
