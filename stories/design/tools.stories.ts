import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fireEvent, userEvent, within } from 'storybook/test';
import type { AgreedPictures } from './agreed-pictures.js';
import { asCsv, asJson, asMarkdown, readReview } from './review.js';
import type { ReviewChecklist } from './review-checklist.js';
import { addressOf, ADDRESS_PARAMETER, FIRST_THEME, keptTheme, openTheme } from './theme.js';
import type { ThemeBuilder as Builder } from './theme-builder.js';
import './agreed-pictures.js';
import './design.css';
import './review-checklist.js';
import './theme-builder.js';

export default {
  title: 'Design/Tools',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;

/** What a review is of, at a moment of ours. */
const KIT = {
  on: '2026-09-01T08:00:00.000Z',
  version: '1.2.3',
  commit: 'abc123',
  address: 'https://storybook.example/',
  browser: 'A browser',
};

/** The stories in frames are looked at as stories. */
const PAGES_OF_THEIR_OWN = { context: { exclude: ['iframe'] } };

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

/** What one gets who presses a link that saves JSON: the file's name, and what is in it. */
async function save(inside: HTMLElement, name: string): Promise<readonly [string, object]> {
  const link = within(inside).getByRole<HTMLAnchorElement>('link', { name });
  link.addEventListener('click', (event) => event.preventDefault(), { once: true });
  await userEvent.click(link);
  return [link.download, JSON.parse(decodeURIComponent(link.href.split(',').slice(1).join())) as object];
}

/** A brand on real elements, with its contrast and its CSS. It is kept in this browser, and has an address. */
export const ThemeBuilder: StoryObj = { render: () => html`<theme-builder></theme-builder>` };

/** Filled in by its steps, and kept beside the theme of who looks at this. */
export const ThemeTyped: StoryObj = {
  beforeEach: () => localStorage.removeItem('enrollkit-theme-example'),
  render: () => html`<theme-builder kept="enrollkit-theme-example"></theme-builder>`,
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
    // Key by key, past a shorter colour.
    await userEvent.clear(accent);
    await userEvent.type(accent, '#a3201a');
    await expect(builder.theme.light).toBe('#a3201a');
    await fireEvent.input(within(builder).getByLabelText(/^Radius/), { target: { value: '11' } });
    const [file, tokens] = await save(builder, 'light.tokens.json');
    await expect(file).toBe('light.tokens.json');
    await expect(tokens).toMatchObject({
      accent: { $type: 'color', $value: { colorSpace: 'srgb', components: [0.6392, 0.1255, 0.102], hex: '#a3201a' } },
      'on-accent': { $value: { hex: '#ffffff' } },
      radius: { $value: { value: 11, unit: 'px' } },
    });
    const [, sets] = await save(builder, 'enrollkit.sets.json');
    await expect(sets).toMatchObject({
      shared: { radius: { $value: '11px' }, density: { $value: '1' } },
      light: { accent: { $value: '#a3201a' }, danger: { $value: '#c02b2b' } },
    });
    // As after a reload.
    const again = document.createElement('theme-builder') as Builder;
    again.kept = builder.kept;
    canvasElement.append(again);
    await expect(again.css).toBe(builder.css);
    again.remove();
    await userEvent.click(within(builder).getByRole('button', { name: 'Begin again' }));
    await expect(keptTheme(builder.kept)).toEqual(FIRST_THEME);
  },
};

/** What an address brings: a theme of somebody else, of which nothing becomes CSS that hasn't been read as a colour, a font or a number. */
export const ThemeFromAnAddress: StoryObj = {
  ...ThemeTyped,
  play: async ({ canvasElement }) => {
    const kept = canvasElement.querySelector<Builder>('theme-builder')!.kept;
    const sent = { ...FIRST_THEME, light: '#884400', radius: 20, font: 'Überfont, serif' };
    const { search } = new URL(addressOf(sent));
    await expect(openTheme(kept, search)).toEqual(sent);
    const changed = { ...sent, density: 0.8 };
    localStorage.setItem(kept!, localStorage.getItem(kept!)!.replace('"density":1', '"density":0.8'));
    // The same address again, after a reload: what was changed since stays.
    await expect(openTheme(kept, search)).toEqual(changed);
    const harmful = { ...sent, light: 'red; } body { color: red', radius: '9px} *{', density: 99, font: 'url(x)' };
    const opened = openTheme(kept, new URL(addressOf(harmful as never)).search);
    await expect(opened).toEqual({ ...FIRST_THEME, density: 1.6 });
    await expect(openTheme(kept, `?${ADDRESS_PARAMETER}=nothing`)).toEqual(opened);
  },
};

/** In the toolbar: any story in the theme that was chosen. */
export const WornByAStory: StoryObj = {
  globals: { brand: 'own', theme: 'light' },
  render: () => html`<p>A page of the brand.</p>`,
  play: async ({ canvasElement }) => {
    const { light, dark } = keptTheme();
    const style = getComputedStyle(canvasElement.querySelector('.host-page')!);
    await expect(style.getPropertyValue('--ek-accent')).toBe(`light-dark(${light}, ${dark})`);
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
    await userEvent.type(within(list).getByLabelText('Notes'), 'The red is "too red"');
    await userEvent.type(within(list).getByLabelText('Reviewed by'), 'Noor');
    const markdown = asMarkdown(list.review, KIT);
    await expect(markdown).toContain('| `feed-check` |   |   | x |');
    for (const told of [
      'By: Noor',
      'On: 2026-09-01 08:00 UTC',
      'Version: 1.2.3, commit abc123',
      KIT.address,
      KIT.browser,
    ])
      await expect(markdown).toContain(told);
    const csv = asCsv(list.review, KIT);
    await expect(csv).toContain('"feed-check","Dark","yes"\r\n');
    await expect(csv).toContain('"","Notes","The red is ""too red"""');
    // As after a reload.
    const again = document.createElement('review-checklist') as ReviewChecklist;
    again.kept = list.kept;
    canvasElement.append(again);
    await expect(again.review).toEqual(list.review);
    again.remove();
    const [file, saved] = await save(list, 'Save as JSON');
    await expect((saved as { kit: { version: string } }).kit.version).toMatch(/^\d+\.\d+\.\d+/);
    await expect(file).toMatch(/^enrollkit-review-\d{4}-\d\d-\d\d\.json$/);
    await userEvent.click(within(list).getByRole('button', { name: 'Begin again' }));
    await expect(list.review.ticked).toEqual([]);
    await userEvent.click(await within(list).findByRole('button', { name: /^Undo/ }));
    await expect(list.review.ticked).toEqual(['feed-check dark']);
  },
};

/** The agreed pictures, beside what is there now, with a field for a comment on each. */
export const Pictures: StoryObj = {
  parameters: { a11y: PAGES_OF_THEIR_OWN },
  render: () => html`<agreed-pictures></agreed-pictures>`,
};

/** Commented on by its steps; the review has it, and so has what is handed on. */
export const PictureCommentedOn: StoryObj = {
  parameters: { a11y: PAGES_OF_THEIR_OWN },
  beforeEach: () => localStorage.removeItem('enrollkit-review-example'),
  render: () =>
    html`<agreed-pictures element="product-details" kept="enrollkit-review-example"></agreed-pictures>
      <review-checklist kept="enrollkit-review-example"></review-checklist>`,
  play: async ({ canvasElement }) => {
    const pictures = canvasElement.querySelector<AgreedPictures>('agreed-pictures')!;
    const list = canvasElement.querySelector<ReviewChecklist>('review-checklist')!;
    await pictures.updateComplete;
    const field = within(pictures).getByLabelText('Comment on product-details--everything.dark');
    await userEvent.type(field, 'More room.');
    // What is ticked on one page leaves what was written on the other.
    await userEvent.click(within(list).getByRole('checkbox', { name: 'product-details: Dark' }));
    const review = readReview(pictures.kept);
    await expect(review.comments['product-details--everything.dark']?.text).toBe('More room.');
    await expect(review.ticked).toEqual(['product-details dark']);
    const markdown = asMarkdown(review, KIT);
    const path = '?path=/story/elements-product-details--everything&globals=theme:dark';
    await expect(markdown).toContain(
      `### product-details--everything.dark\n\n[product-details--everything, dark](${KIT.address}${path})`,
    );
    await expect(markdown).toContain('> More room.');
    const named = asMarkdown({ ...review, notes: 'As <product-details>, not `<dl>`.' }, KIT);
    await expect(named).toContain('As \\<product-details>, not `<dl>`.');
    await expect(asCsv(review, KIT)).toContain('"product-details--everything.dark","Comment","More room."');
    const { comments } = JSON.parse(asJson(review, KIT)) as { comments: readonly { story: string; mode: string }[] };
    await expect(comments).toMatchObject([{ story: 'product-details--everything', mode: 'dark' }]);
    await within(list).findByText('More room.');
    await userEvent.click(within(list).getByRole('button', { name: /^Remove the comment on/ }));
    await expect(readReview(pictures.kept).comments).toEqual({});
  },
};
