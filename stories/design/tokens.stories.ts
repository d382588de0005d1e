import '@enrollkit/elements/enrollment-status.js';
import { STATUSES } from '@enrollkit/core';
import icons from '@enrollkit/elements/icons.svg?raw';
import tokens from '@enrollkit/elements/tokens.json' with { type: 'json' };
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { expect, waitFor } from 'storybook/test';
import { storyClock } from '../support/clock.js';
import { ENROLLMENTS } from '../support/enrollments.js';
import { styled } from './styled.js';
import './design.css';

export default { title: 'Design/Tokens', tags: ['!autodocs'] } satisfies Meta;

interface Colour {
  readonly $value: { readonly components: readonly number[]; readonly alpha: number; readonly hex: string };
  readonly $description?: string;
}

const HOST = { clock: storyClock };
const THEMES = ['light', 'dark'] as const;
const coloursOf = (theme: (typeof THEMES)[number]): readonly (readonly [string, Colour])[] =>
  Object.entries<Colour>(tokens.color[theme]);
const cssOf = ({ $value: { components, alpha } }: Colour): string => `color(srgb ${components.join(' ')} / ${alpha})`;

/** Elements that have nothing of their own to show: only their tokens are read. */
const probed = (theme: string): TemplateResult =>
  html`<div class="design-theme" data-theme=${theme}>
    <h3>${theme === 'light' ? 'Light' : 'Dark'}</h3>
    <ul class="design-swatches">
      ${coloursOf(theme as 'light').map(
        ([name, colour]) =>
          html`<li class="design-swatch" ${styled({ '--swatch': cssOf(colour) })}>
            <code>--ek-${name}</code>
            <small>${colour.$value.hex}${colour.$value.alpha < 1 ? `, ${colour.$value.alpha * 100}%` : ''}</small>
            <small>${colour.$description}</small>
          </li>`,
      )}
    </ul>
    <enrollment-status .enrollment=${ENROLLMENTS.started}></enrollment-status>
  </div>`;

/** What is drawn there, as bytes: two spellings of a colour are one. */
function pixel(colour: string): string {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data.join();
}

/** A probe inside an element, where its private tokens are. */
function inElement(canvas: HTMLElement, theme: string, css: Readonly<Record<string, string>>): CSSStyleDeclaration {
  const root = canvas.querySelector(`.design-theme[data-theme="${theme}"] enrollment-status`)?.shadowRoot;
  const probe = document.createElement('span');
  for (const [name, value] of Object.entries(css)) probe.style.setProperty(name, value);
  root?.append(probe);
  return getComputedStyle(probe);
}

/** The published tokens, and a check that they are what the elements use: the accent is the system's, and has a stand-in. */
export const Colours: StoryObj = {
  render: () => html`<div class="design" lang="en">${THEMES.map(probed)}</div>`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('enrollment-status')?.shadowRoot).not.toBeNull());
    for (const theme of THEMES) {
      for (const [name, colour] of coloursOf(theme)) {
        if (name.endsWith('accent')) continue;
        const { backgroundColor } = inElement(canvasElement, theme, { 'background-color': `var(--_${name})` });
        await expect(`${name}: ${pixel(backgroundColor)}`).toBe(`${name}: ${pixel(cssOf(colour))}`);
      }
    }
    const { radius, space, target } = tokens.dimension;
    const box = { 'border-radius': 'var(--_radius)', padding: 'var(--_space)', 'min-height': 'var(--_target)' };
    const drawn = inElement(canvasElement, 'light', box);
    await expect([drawn.borderTopLeftRadius, drawn.paddingTop, drawn.minHeight]).toEqual(
      [radius, space, target].map(({ $value: { value, unit } }) => `${value}${unit}`),
    );
  },
};

/** Every distance is a multiple of the grid, times the density. */
export const Spacing: StoryObj = {
  render: () =>
    html`<table class="design" lang="en">
      <caption>
        Distances in px
      </caption>
      <thead>
        <tr>
          <th scope="col">Steps</th>
          ${['Compact (0.75)', 'Comfortable (1)', 'Roomy (1.4)'].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${[0.5, 1, 1.5, 2, 3, 4, 6].map(
          (steps) =>
            html`<tr>
              <th scope="row">${steps}</th>
              ${[0.75, 1, 1.4].map((density) => {
                const size = steps * density * tokens.dimension.space.$value.value;
                return html`<td>${size}<span class="design-bar" ${styled({ '--size': `${size}px` })}></span></td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>`,
};

const TYPE = [
  ['1.75em / 600', 'Total of a price', '€ 548,79'],
  ['1.125em / 600', 'Heading of an element', 'Certificaten'],
  ['1em / 600', 'Label of a status, total of a table', 'Gestart'],
  ['1em', 'Sentences, fields, buttons', 'Wordt Afgerond op 13 september 2026.'],
  ['0.875em', 'What matters less: VAT, notes, days', 'Excl. btw 399,00'],
] as const;

/** Sizes are parts of the host's own: family, size and colour are inherited, figures line up. */
export const Type: StoryObj = {
  render: () =>
    html`<table class="design" lang="en">
      <caption>
        Sizes, as parts of the page’s own
      </caption>
      <tbody>
        ${TYPE.map(
          ([size, use, sample]) =>
            html`<tr>
              <th scope="row"><code>${size}</code></th>
              <td>${use}</td>
              <td
                lang="nl"
                ${styled({ 'font-size': size.split(' ')[0] ?? '', 'font-weight': size.includes('600') ? '600' : '400' })}
              >
                ${sample}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`,
};

/** The published sheet, and a check that each status is drawn from the same path. */
export const Icons: StoryObj = {
  render: () =>
    html`<div class="design" lang="en">
      ${unsafeSVG(icons.slice(icons.indexOf('<svg')))}
      <ul class="design-icons">
        ${STATUSES.map(
          (status) =>
            html`<li>
              <enrollment-status compact .backend=${HOST} .enrollment=${ENROLLMENTS[status]}></enrollment-status>
            </li>`,
        )}
      </ul>
    </div>`,
  play: async ({ canvasElement }) => {
    const drawn = [...canvasElement.querySelectorAll('enrollment-status')];
    for (const [at, status] of STATUSES.entries()) {
      const onSheet = canvasElement.querySelector(`#status-${status} path`)?.getAttribute('d');
      await waitFor(() => expect(drawn[at]?.shadowRoot?.querySelector('.icon path')?.getAttribute('d')).toBe(onSheet));
    }
  },
};
