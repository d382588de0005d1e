import '@enrollkit/elements/feed-check.js';
import type { FeedCheck, FeedChecker } from '@enrollkit/elements/feed-check.js';
import { createFeedChecker } from '@enrollkit/feed/worker';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { storyClock } from './support/clock.js';
import { everyMode } from './support/every-mode.js';
import {
  BROKEN_FEED,
  CLEAN_FEED,
  FAULTY_FEED,
  MANY_FAULTS_FEED,
  NO_FEED,
  PREVIOUS_FEED,
  feedFile,
} from './support/feeds.js';
import { inside, see, settled } from './support/inside.js';

interface Args {
  file?: File;
  strict?: boolean;
  maxSize?: string;
  checker?: FeedChecker;
  onChecked?: (event: Event) => void;
}

const checker = createFeedChecker();
const backend = { clock: storyClock, timeZone: 'Europe/Amsterdam' };

/** A checker that never gets further than this. */
const stuckAt = (readBytes: number): FeedChecker => ({
  check: (_source, { onProgress, signal }) =>
    new Promise((_resolve, reject) => {
      onProgress?.({ readBytes, totalBytes: 104_857_600, products: 12_034 });
      signal?.addEventListener('abort', () => reject(Object.assign(new Error('stopped'), { code: 'aborted' })));
    }),
});

export default {
  title: 'Elements/Feed check',
  component: 'feed-check',
  args: { strict: false, checker },
  argTypes: { file: { control: false }, checker: { control: false } },
  render: ({ file, strict, maxSize, checker: used, onChecked }) =>
    html`<feed-check
      .backend=${backend}
      .checker=${used}
      .file=${file}
      ?strict=${strict}
      .maxSize=${maxSize}
      @ek-feed-checked=${onChecked}
    ></feed-check>`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

const element = (canvas: HTMLElement): FeedCheck => canvas.querySelector('feed-check')!;
const compareWith = async (canvas: HTMLElement, file: File): Promise<void> => {
  const input = element(canvas).shadowRoot!.querySelector<HTMLInputElement>('#previous')!;
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
};

/** Nothing has been chosen yet: drop a file, choose one, paste text or give an address. */
export const Idle: Story = {};

/** A file is held over the element. */
export const Dragging: Story = {
  play: async ({ canvasElement }) => {
    const files = new DataTransfer();
    files.items.add(feedFile(CLEAN_FEED));
    element(canvasElement).dispatchEvent(
      new DragEvent('dragover', { dataTransfer: files, bubbles: true, cancelable: true }),
    );
    await settled(canvasElement, 'feed-check', ':state(dragging)');
  },
};

/** A large feed, a third of the way. The page goes on working meanwhile. */
export const Checking: Story = {
  args: { checker: stuckAt(35_862_000), file: feedFile(CLEAN_FEED, 'aanbod-2026.xml') },
  play: async ({ canvasElement }) => {
    const check = await inside(canvasElement, 'feed-check');
    await see(() => check.getByRole('progressbar'));
    await see(() => check.getByText('12.034 producten'));
  },
};

/** Stopped by hand: what was chosen can be checked again. */
export const Cancelled: Story = {
  args: { ...Checking.args },
  play: async ({ canvasElement }) => {
    const check = await inside(canvasElement, 'feed-check');
    await userEvent.click(await check.findByRole('button', { name: 'Stoppen' }));
    await see(() => check.getByRole('button', { name: 'Opnieuw controleren' }));
  },
};

/** Nothing found: it says so calmly, and shows the price as buyers will see it. */
export const Clean: Story = {
  args: { file: feedFile(CLEAN_FEED), onChecked: fn() },
  play: async ({ canvasElement, args }) => {
    const check = await inside(canvasElement, 'feed-check');
    await see(() => check.getAllByText('Deze feed is in orde.')[0]);
    (await check.findByRole('heading', { name: 'Prijzen' })).click();
    await see(() => check.getAllByText(/549,39/)[0]);
    await see(() => check.getByText(/565,60/));
    await expect(args.onChecked).toHaveBeenCalledOnce();
  },
};

/** Errors and warnings, each with its line and what to write instead. */
export const Findings: Story = {
  args: { file: feedFile(FAULTY_FEED) },
  play: async ({ canvasElement }) => {
    const check = await inside(canvasElement, 'feed-check');
    await settled(canvasElement, 'feed-check', ':state(found)');
    await waitFor(() => expect(check.getAllByText(/^Regel \d/)[0]).toBeVisible());
  },
};

/** The same by product. */
export const FindingsByProduct: Story = {
  args: { ...Findings.args },
  play: async ({ canvasElement }) => {
    const check = await inside(canvasElement, 'feed-check');
    await userEvent.selectOptions(await check.findByRole('combobox', { name: 'Groeperen' }), 'product');
    await see(() => check.getByRole('heading', { name: /Leidinggeven in de praktijk/ }));
  },
};

/** The first of many: more are shown when somebody asks. */
export const ManyFindings: Story = {
  args: { file: feedFile(MANY_FAULTS_FEED) },
  play: async ({ canvasElement }) => {
    const check = await inside(canvasElement, 'feed-check');
    await see(() => check.getAllByRole('button', { name: 'Meer tonen' })[0]);
  },
};

/** What an importer would let pass is an error for the schema. */
export const Strict: Story = {
  args: { ...Findings.args, strict: true },
  play: async ({ canvasElement }) => settled(canvasElement, 'feed-check', ':state(found)'),
};

/** Only what has a word in it. */
export const Filtered: Story = {
  args: { ...Findings.args },
  play: async ({ canvasElement }) => {
    const check = await inside(canvasElement, 'feed-check');
    await userEvent.type(await check.findByRole('searchbox', { name: 'Zoeken' }), 'bestaat niet in deze feed');
    await see(() => check.getByText('Geen bevindingen met deze filters.'));
  },
};

/** What an import would do, compared with the feed before. */
export const Compared: Story = {
  args: { file: feedFile(CLEAN_FEED) },
  play: async ({ canvasElement }) => {
    const check = await inside(canvasElement, 'feed-check');
    await settled(canvasElement, 'feed-check', ':state(clean)');
    await compareWith(canvasElement, feedFile(PREVIOUS_FEED, 'vorige-feed.xml'));
    await see(() => check.getAllByText('0 nieuw, 1 gewijzigd, 2 zouden worden verwijderd')[0]);
    await userEvent.click(check.getByRole('heading', { name: 'Gewijzigd (1)' }));
    await see(() => check.getByText(/^prijs/));
  },
};

/** Cut off in the middle: what could be read is there, and where it stopped. */
export const BrokenOff: Story = {
  args: { file: feedFile(BROKEN_FEED) },
  play: async ({ canvasElement }) => settled(canvasElement, 'feed-check', ':state(found)'),
};

/** Something else than a feed. */
export const NotAFeed: Story = {
  args: { file: feedFile(NO_FEED, 'pagina.xml') },
  play: async ({ canvasElement }) => {
    const check = await inside(canvasElement, 'feed-check');
    await see(() => check.getAllByText('Dit kon niet als productfeed worden gelezen.')[0]);
  },
};

/** Larger than the host allows. */
export const TooBig: Story = {
  args: { file: feedFile(CLEAN_FEED), maxSize: '1kB' },
  play: async ({ canvasElement }) => {
    const check = await inside(canvasElement, 'feed-check');
    await see(() => check.getAllByText(/groter dan 1 kB/)[0]);
  },
};

/** The page has given no checker. */
export const NotConfigured: Story = {
  args: { file: feedFile(CLEAN_FEED), checker: undefined as never },
  play: async ({ canvasElement }) => settled(canvasElement, 'feed-check', ':state(failed)'),
};

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>({ file: feedFile(FAULTY_FEED) });
