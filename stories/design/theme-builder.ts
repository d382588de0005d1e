import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { TAGS } from '../../.storybook/manifest.js';
import { ENROLLMENTS } from '../support/enrollments.js';
import { hostBackend } from '../support/host-backend.js';
import { FOUNDATION } from '../support/certifications.js';
import { COSTS, pricedCourse } from '../support/products.js';
import { contrast, parseColour, parseFont, textOn, type Rgb } from './colour.js';
import { copies } from './copies.js';
import { styled } from './styled.js';

interface Theme {
  readonly light: string;
  readonly dark: string;
  /** What the page behind the elements has: it is measured against, and stays the page's own. */
  readonly pageLight: string;
  readonly pageDark: string;
  readonly radius: number;
  readonly density: number;
  readonly font: string;
  readonly scheme: 'light' | 'dark';
}

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
  static override properties = { theme: { state: true }, typed: { state: true } };

  declare theme: Theme;
  /** What was typed and can't be used, by field. */
  declare typed: Readonly<Record<string, string>>;

  constructor() {
    super();
    this.theme = {
      light: '#0b5a8f',
      dark: '#7cc4f4',
      pageLight: '#ffffff',
      pageDark: '#121212',
      radius: 6,
      density: 1,
      font: '',
      scheme: 'light',
    };
    this.typed = {};
  }

  /** The page's own styles and fonts, as on a host page. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What a host puts in its style sheet: on the body, where a plugin says what it takes from the theme. Of the page itself it changes nothing: the font is the elements' own. */
  get css(): string {
    const { light, dark, radius, density, font } = this.theme;
    const root = `body {\n  --ek-accent: light-dark(${light}, ${dark});\n  --ek-radius: ${radius}px;\n  --ek-density: ${density};\n}`;
    const tags = TAGS.filter((tag) => tag !== 'enrollkit-backend');
    return font === '' ? root : `${root}\n\n:is(\n  ${tags.join(',\n  ')}\n) {\n  font-family: ${font};\n}`;
  }

  protected override render(): TemplateResult {
    const { radius, density, scheme } = this.theme;
    return html`<div class="design design-builder" lang="en">
      <form @input=${this.#changed} @submit=${(event: Event) => event.preventDefault()}>
        ${Object.entries(COLOURS).map(([name, label]) => this.#colour(name as ColourName, label))}
        <label
          >Radius: ${radius}px <input type="range" name="radius" min="0" max="24" .value=${String(radius)}
        /></label>
        <label
          >Density: ${density}
          <input type="range" name="density" min="0.6" max="1.6" step="0.05" .value=${String(density)}
        /></label>
        ${this.#font()}
        <label
          >Preview
          <select name="scheme">
            ${['light', 'dark'].map((each) => html`<option ?selected=${each === scheme}>${each}</option>`)}
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
        <button type="button" @click=${copies(() => this.css)}>Copy CSS</button> <output></output>
      </div>
    </div>`;
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
          aria-invalid=${name in this.typed ? 'true' : nothing}
          aria-describedby=${name in this.typed ? `problem-${name}` : nothing}
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
          aria-invalid=${'font' in this.typed ? 'true' : nothing}
          aria-describedby=${'font' in this.typed ? 'problem-font' : nothing}
      /></label>
      <datalist id="theme-fonts">${FONTS.map((font) => html`<option value=${font}></option>`)}</datalist>
      ${this.#problem('font', 'This is no list of fonts. Put names with other signs in quotes: "Acme Sans 2", serif.')}
    </div>`;
  }

  #problem(name: string, sentence: string): TemplateResult | typeof nothing {
    return name in this.typed ? html`<small class="design-problem" id="problem-${name}">${sentence}</small>` : nothing;
  }

  get #style(): Readonly<Record<string, string>> {
    const { light, dark, pageLight, pageDark, radius, density, font } = this.theme;
    return {
      '--ek-accent': `light-dark(${light}, ${dark})`,
      '--ek-radius': `${radius}px`,
      '--ek-density': String(density),
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

  #changed = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    const { [name]: _, ...others } = this.typed;
    const taken = taking(name, value.trim());
    this.typed = taken === undefined ? { ...others, [name]: value } : others;
    if (taken !== undefined) this.theme = { ...this.theme, [name]: taken };
  };
}

/** What a field's text means; absent: it means nothing. */
function taking(name: string, value: string): string | number | undefined {
  if (name === 'radius' || name === 'density') return Number(value);
  if (name === 'font') return value === '' ? '' : parseFont(value);
  return name in COLOURS ? parseColour(value)?.css : value;
}

const rgbOf = (css: string): Rgb => parseColour(css)?.rgb ?? [0, 0, 0];

customElements.define('theme-builder', ThemeBuilder);
