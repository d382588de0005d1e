import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fireEvent, userEvent, within } from 'storybook/test';
import type { ReviewChecklist } from './review-checklist.js';
import type { ThemeBuilder as Builder } from './theme-builder.js';
import './design.css';
import './review-checklist.js';
import './theme-builder.js';

export default {
  title: 'Design/Tools',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;

/** What somebody may type as an accent, and what it becomes; what can't be used leaves the last one. */
const TYPED: Readonly<Record<string, string | undefined>> = {
  white: '#ffffff',
  '#777': '#777777',
  '#0b5a8fff': '#0b5a8f',
  'oklch(50% 0.1 240)': 'oklch(0.5 0.1 240)',
  '#0b5a8f80': undefined,
  transparent: undefined,
  'var(--brand)': undefined,
  'red; } body { color: red': undefined,
  'red/*</style>*/': undefined,
};

/** A brand on real elements, with its contrast and its CSS. */
export const ThemeBuilder: StoryObj = {
  render: () => html`<theme-builder></theme-builder>`,
  play: async ({ canvasElement }) => {
    const builder = canvasElement.querySelector<Builder>('theme-builder')!;
    await builder.updateComplete;
    const { theme } = builder;
    // Yellow: black on it can be read, and nobody sees it on a white page.
    builder.theme = { ...builder.theme, light: '#ffe14d' };
    await builder.updateComplete;
    await expect(builder.css).toContain('--ek-accent: light-dark(#ffe14d, #7cc4f4);');
    await expect(within(builder).getAllByText(/too little: 3:1/)).toHaveLength(1);
    builder.theme = theme;
    const accent = within(builder).getByLabelText('Accent on light');
    for (const [typed, taken] of Object.entries(TYPED)) {
      await fireEvent.input(accent, { target: { value: typed } });
      await builder.updateComplete;
      await expect(`${typed}: ${builder.theme.light}`).toBe(`${typed}: ${taken ?? builder.theme.light}`);
      await expect(accent.hasAttribute('aria-invalid')).toBe(taken === undefined);
      await expect(builder.css).toMatch(/^body \{[^{}<]*\}$/);
    }
    await fireEvent.input(within(builder).getByLabelText(/^Font/), { target: { value: '"A</style>b", serif' } });
    await builder.updateComplete;
    await expect(builder.css).toMatch(/font-family: "A\\3c \/style>b", serif;/);
    builder.theme = theme;
    builder.typed = {};
  },
};

/** A review: ticked, kept in this browser, and handed on. */
export const Checklist: StoryObj = { render: () => html`<review-checklist></review-checklist>` };

/** Ticked by its steps, and kept beside the review of who looks at this. */
export const ChecklistTicked: StoryObj = {
  beforeEach: () => localStorage.removeItem('enrollkit-review-example'),
  render: () => html`<review-checklist kept="enrollkit-review-example"></review-checklist>`,
  play: async ({ canvasElement }) => {
    const list = canvasElement.querySelector<ReviewChecklist>('review-checklist')!;
    await list.updateComplete;
    await userEvent.click(within(list).getByRole('checkbox', { name: 'feed-check: Dark' }));
    await expect(list.markdown).toContain('| `feed-check` |   |   | x |');
    await userEvent.type(within(list).getByLabelText('Notes'), 'The red is "too red"');
    await expect(list.csv).toContain('"feed-check","Dark","yes"\r\n');
    await expect(list.csv).toContain('"","Notes","The red is ""too red"""');
    // As after a reload.
    const again = document.createElement('review-checklist') as ReviewChecklist;
    again.kept = list.kept;
    canvasElement.append(again);
    await expect(again.markdown).toBe(list.markdown);
    again.remove();
    await userEvent.click(within(list).getByRole('button', { name: 'Begin again' }));
    await expect(list.review.ticked).toEqual([]);
    await userEvent.click(await within(list).findByRole('button', { name: /^Undo/ }));
    await expect(list.review.ticked).toEqual(['feed-check dark']);
  },
};
