import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { ENROLLMENTS } from '../support/enrollments.js';
import { hostBackend } from '../support/host-backend.js';
import { FOUNDATION } from '../support/certifications.js';
import { COSTS, pricedCourse } from '../support/products.js';
import { contrast, parseColour, textOn, type Rgb } from './colour.js';
import { copies } from './copies.js';
import { ownSets, ownTokens } from './own-tokens.js';
import { saves } from './saves.js';
import { styled } from './styled.js';
import {
  addressOf,
  cssOf,
  FIRST_THEME,
  keepTheme,
  openTheme,
  propertiesOf,
  RANGES,
  taking,
  type Theme,
} from './theme.js';

const COLOURS = {
  light: 'Accent on light',
  dark: 'Accent on dark',
  pageLight: 'Your page, light',
  pageDark: 'Your page, dark',
} as const;
type ColourName = keyof typeof COLOURS;

const FONTS = ['system-ui, sans-serif', 'Georgia, serif', 'Arial Narrow, sans-serif'];
/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what can be pressed. */
const NEEDED = { text: 4.5, shape: 3 };

const product = pricedCourse({
  additionalCosts: [COSTS.accommodation, COSTS.lunch],
  certificationIds: [FOUNDATION.id],
});
const backend = hostBackend({ enrollment: ENROLLMENTS.started, product, certifications: [FOUNDATION] });

/** Try a brand on real elements, see whether it can be read, and take its CSS along. */
export class ThemeBuilder extends LitElement {
  static override properties = { theme: { state: true }, typed: { state: true }, kept: {} };

  declare theme: Theme;
  /** What somebody is typing, by field: as they write it, and also where it can't be used. */
  declare typed: Readonly<Record<string, string>>;
  /** Where this browser keeps it; absent: where every story finds it. */
  declare kept: string | undefined;

  constructor() {
    super();
    this.theme = FIRST_THEME;
    this.typed = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.theme = openTheme(this.kept);
  }

  /** The page's own styles and fonts, as on a host page. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get css(): string {
    return cssOf(this.theme);
  }

  protected override render(): TemplateResult {
    const { radius, density, scheme } = this.theme;
    return html`<div class="design design-builder" lang="en">
      <form @input=${this.#typing} @change=${this.#typed} @submit=${(event: Event) => event.preventDefault()}>
        ${Object.entries(COLOURS).map(([name, label]) => this.#colour(name as ColourName, label))}
        <label
          >Radius: ${radius}px
          <input type="range" name="radius" min=${RANGES.radius.min} max=${RANGES.radius.max} .value=${String(radius)}
        /></label>
        <label
          >Density: ${density}
          <input
            type="range"
            name="density"
            min=${RANGES.density.min}
            max=${RANGES.density.max}
            step="0.05"
            .value=${String(density)}
        /></label>
        ${this.#font()}
        <label
          >Preview
          <select name="scheme">
            ${['light', 'dark'].map((each) => html`<option .selected=${each === scheme}>${each}</option>`)}
          </select></label
        >
        <table>
          <caption>
            Contrast
          </caption>
          <tbody>
            ${this.#ratios('light', 'pageLight')} ${this.#ratios('dark', 'pageDark')}
          </tbody>
        </table>
      </form>
      <div>
        <div class="design-preview" data-theme=${scheme} lang="nl" ${styled(this.#style)}>
          <enrollment-status editable enrollment-id="enrollment" .backend=${backend}></enrollment-status>
          <enrollment-status .backend=${backend} .enrollment=${ENROLLMENTS.completed}></enrollment-status>
          <price-breakdown selectable .product=${product}></price-breakdown>
          <certificate-upload enrollment-id="enrollment" .backend=${backend}></certificate-upload>
        </div>
        <pre tabindex="0" role="region" aria-label="CSS"><code>${this.css}</code></pre>
        <p class="design-actions">
          <button type="button" @click=${copies(() => this.css)}>Copy CSS</button> <output></output>
          <button type="button" @click=${copies(() => addressOf(this.theme))}>Copy address</button> <output></output>
          <a href=${addressOf(this.theme)} target="_top">Open at its address</a>
          <button type="button" @click=${() => this.#keep(FIRST_THEME)}>Begin again</button>
        </p>
        <p class="design-actions">
          Save it as tokens: ${this.#save('light.tokens.json', () => ownTokens(this.theme, 'light'))}
          ${this.#save('dark.tokens.json', () => ownTokens(this.theme, 'dark'))}
          ${this.#save('enrollkit.sets.json', () => ownSets(this.theme))}
        </p>
      </div>
    </div>`;
  }

  #save(file: string, tokens: () => object): TemplateResult {
    const text = (): string => `${JSON.stringify(tokens(), null, 2)}\n`;
    return saves(file, { type: 'application/json', name: () => file, text });
  }

  /** Picked, or typed as a style guide has it. */
  #colour(name: ColourName, label: string): TemplateResult {
    const value = this.theme[name];
    return html`<div class="design-colour">
      <label
        >${label}
        <input
          name=${name}
          spellcheck="false"
          autocomplete="off"
          .value=${this.typed[name] ?? value}
          aria-invalid=${this.#isWrong(name) ? 'true' : nothing}
          aria-describedby=${this.#isWrong(name) ? `problem-${name}` : nothing}
      /></label>
      <input type="color" name=${name} aria-label="Pick: ${label}" .value=${parseColour(value)?.hex ?? ''} />
      ${this.#problem(name, 'This is no colour, or one can look through it. Write a full colour: #0b5a8f, oklch(50% 0.1 240).')}
    </div>`;
  }

  #font(): TemplateResult {
    return html`<div>
      <label
        >Font (empty: your page’s own)
        <input
          name="font"
          list="theme-fonts"
          spellcheck="false"
          .value=${this.typed.font ?? this.theme.font}
          aria-invalid=${this.#isWrong('font') ? 'true' : nothing}
          aria-describedby=${this.#isWrong('font') ? 'problem-font' : nothing}
      /></label>
      <datalist id="theme-fonts">${FONTS.map((font) => html`<option value=${font}></option>`)}</datalist>
      ${this.#problem('font', 'This is no list of fonts. Put names with other signs in quotes: "Acme Sans 2", serif.')}
    </div>`;
  }

  #problem(name: string, sentence: string): TemplateResult | typeof nothing {
    return this.#isWrong(name) ? html`<small class="design-problem" id="problem-${name}">${sentence}</small>` : nothing;
  }

  get #style(): Readonly<Record<string, string>> {
    const { pageLight, pageDark, font } = this.theme;
    // Set also where it is empty: the one before has to go.
    return {
      ...propertiesOf(this.theme),
      background: `light-dark(${pageLight}, ${pageDark})`,
      'font-family': font,
    };
  }

  #ratios(scheme: 'light' | 'dark', page: 'pageLight' | 'pageDark'): TemplateResult[] {
    const accent = rgbOf(this.theme[scheme]);
    const rows = [
      ['text on the accent', contrast(textOn(accent), accent), NEEDED.text],
      ['the accent on the page', contrast(accent, rgbOf(this.theme[page])), NEEDED.shape],
    ] as const;
    return rows.map(
      ([what, ratio, needed]) =>
        html`<tr>
          <th scope="row">${scheme}: ${what}</th>
          <td>${(Math.floor(ratio * 100) / 100).toFixed(2)}:1</td>
          <td>${ratio >= needed ? 'good' : `too little: ${needed}:1 is needed`}</td>
        </tr>`,
    );
  }

  #isWrong = (name: string): boolean =>
    name in this.typed && taking(name, this.typed[name]?.trim() ?? '') === undefined;

  /** `#a32` is a colour too: who is on the way to `#a3201a` goes on from what they typed. */
  #typing = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    this.typed = { ...this.typed, [name]: value };
    const taken = taking(name, value.trim());
    if (taken !== undefined) this.#keep({ ...this.theme, [name]: taken }, this.typed);
  };

  /** Then it stands as it was understood. */
  #typed = ({ target }: Event): void => {
    const { name } = target as HTMLInputElement;
    const { [name]: _, ...others } = this.typed;
    if (!this.#isWrong(name)) this.typed = others;
  };

  #keep(theme: Theme, typed: ThemeBuilder['typed'] = {}): void {
    this.theme = theme;
    this.typed = typed;
    keepTheme(theme, this.kept);
  }
}

const rgbOf = (css: string): Rgb => parseColour(css)?.rgb ?? [0, 0, 0];

customElements.define('theme-builder', ThemeBuilder);
