import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { html, LitElement, type TemplateResult } from 'lit';
import { ENROLLMENTS } from '../support/enrollments.js';
import { hostBackend } from '../support/host-backend.js';
import { COSTS, pricedCourse } from '../support/products.js';
import { contrast, parseHex, textOn, type Rgb } from './colour.js';
import { copies } from './copies.js';
import { styled } from './styled.js';

interface Theme {
  readonly light: string;
  readonly dark: string;
  readonly radius: number;
  readonly density: number;
  readonly font: string;
  readonly scheme: string;
}

const FONTS = ['inherit', 'system-ui, sans-serif', 'Georgia, serif', 'Arial Narrow, sans-serif'];
const CANVAS: Readonly<Record<string, Rgb>> = { light: [1, 1, 1], dark: parseHex('#121212') };
/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what can be pressed. */
const NEEDED = { text: 4.5, shape: 3 };

const backend = hostBackend({ enrollment: ENROLLMENTS.started });
const product = pricedCourse({ additionalCosts: [COSTS.accommodation, COSTS.lunch] });

/** Try a brand on real elements, see whether it can be read, and take its CSS along. */
export class ThemeBuilder extends LitElement {
  static override properties = { theme: { state: true } };

  declare theme: Theme;

  constructor() {
    super();
    this.theme = { light: '#0b5a8f', dark: '#7cc4f4', radius: 6, density: 1, font: 'inherit', scheme: 'light' };
  }

  /** The page's own styles and fonts, as on a host page. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What a host puts in its style sheet. */
  get css(): string {
    const { light, dark, radius, density, font } = this.theme;
    const family = font === 'inherit' ? '' : `  font-family: ${font};\n`;
    return `:root {\n  --ek-accent: light-dark(${light}, ${dark});\n  --ek-radius: ${radius}px;\n  --ek-density: ${density};\n${family}}`;
  }

  protected override render(): TemplateResult {
    const { light, dark, radius, density, font, scheme } = this.theme;
    return html`<div class="design design-builder" lang="en">
      <form @input=${this.#changed} @submit=${(event: Event) => event.preventDefault()}>
        <label>Accent on light <input type="color" name="light" .value=${light} /></label>
        <label>Accent on dark <input type="color" name="dark" .value=${dark} /></label>
        <label
          >Radius: ${radius}px <input type="range" name="radius" min="0" max="24" .value=${String(radius)}
        /></label>
        <label
          >Density: ${density}
          <input type="range" name="density" min="0.6" max="1.6" step="0.05" .value=${String(density)}
        /></label>
        <label
          >Font
          <select name="font">
            ${FONTS.map((each) => html`<option ?selected=${each === font}>${each}</option>`)}
          </select></label
        >
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
            ${this.#ratios('light', light)} ${this.#ratios('dark', dark)}
          </tbody>
        </table>
      </form>
      <div>
        <div class="design-preview" data-theme=${scheme} lang="nl" ${styled(this.#style)}>
          <enrollment-status editable enrollment-id="enrollment" .backend=${backend}></enrollment-status>
          <enrollment-status .backend=${backend} .enrollment=${ENROLLMENTS.completed}></enrollment-status>
          <price-breakdown selectable .product=${product}></price-breakdown>
        </div>
        <pre tabindex="0" aria-label="CSS"><code>${this.css}</code></pre>
        <button type="button" @click=${copies(() => this.css)}>Copy CSS</button> <output></output>
      </div>
    </div>`;
  }

  get #style(): Readonly<Record<string, string>> {
    const { light, dark, radius, density, font } = this.theme;
    return {
      '--ek-accent': `light-dark(${light}, ${dark})`,
      '--ek-radius': `${radius}px`,
      '--ek-density': String(density),
      'font-family': font,
    };
  }

  #ratios(scheme: string, hex: string): TemplateResult[] {
    const accent = parseHex(hex);
    const rows = [
      ['text on the accent', contrast(textOn(accent), accent), NEEDED.text],
      ['the accent on the page', contrast(accent, CANVAS[scheme] ?? [1, 1, 1]), NEEDED.shape],
    ] as const;
    return rows.map(
      ([what, ratio, needed]) =>
        html`<tr>
          <th scope="row">${scheme}: ${what}</th>
          <td>${ratio.toFixed(2)}:1</td>
          <td>${ratio >= needed ? 'good' : `too little: ${needed}:1 is needed`}</td>
        </tr>`,
    );
  }

  #changed = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    this.theme = { ...this.theme, [name]: name === 'radius' || name === 'density' ? Number(value) : value };
  };
}

customElements.define('theme-builder', ThemeBuilder);
