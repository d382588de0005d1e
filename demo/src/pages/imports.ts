import type { ImportPort, ImportSession } from '@enrollkit/core';
import { toCamelKeys, type WirePage } from '@enrollkit/core/wire';
import { byId, control, h, notify, typed } from '../dom.js';
import { formatMoment } from '../format.js';
import { jsonBody, serverApi, type CallApi } from '../importing/server-api.js';
import { forgetFailure, startPage, tellFailure } from '../portal.js';
import { tokenGiver } from '../session.js';
import { isTextKey, text } from '../texts/language.js';

/** Where a feed is fetched, as the API says it. */
interface ScheduledFeed {
  readonly url: string;
  readonly everyMinutes: number;
  readonly apply: boolean;
  readonly nextAt: string;
  readonly checkedAt?: string;
  readonly problem?: { readonly text: string };
}

/** A server says in the reader's language why an import failed. */
type ListedImport = ImportSession & { readonly problem?: { readonly text?: string } };

const MOST_SHOWN = 50;
const form = byId<HTMLFormElement>('feed');
/** Absent where the records are in this browser: nothing fetches anything while the page is closed. */
let api: CallApi | undefined;

await startPage({
  wire(backend, role) {
    if (!('listImports' in backend)) api = serverApi(tokenGiver(role));
    byId('scheduled').hidden = api === undefined;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void attempt(byId('keep'), keep, 'feedKept');
    });
    byId('forget').addEventListener('click', () => void attempt(byId('forget'), forget, 'feedForgotten'));
  },
  async show(backend) {
    if (api) await showFeed(api);
    const sessions: readonly ListedImport[] = api
      ? ((await api(`/imports?size=${MOST_SHOWN}`)) as WirePage<object>).items.map(
          (item) => toCamelKeys(item) as ListedImport,
        )
      : (await (backend as unknown as ImportPort).listImports({ size: MOST_SHOWN })).items;
    byId('no-imports').hidden = sessions.length > 0;
    byId('undo').hidden = !sessions.some(({ state }) => state === 'done');
    byId('imports').replaceChildren(...sessions.map(line));
  },
});

async function showFeed(call: CallApi): Promise<void> {
  const { items } = (await call('/feeds')) as WirePage<{ readonly kind: string }>;
  const found = items.find(({ kind }) => kind === 'products');
  const feed = found && (toCamelKeys(found) as object as ScheduledFeed);
  byId('forget').hidden = feed === undefined;
  byId('scheduled-state').textContent = stateOf(feed);
  const url = control(form, 'url');
  // Somebody may be typing another one.
  if (url.value !== url.defaultValue) return;
  url.value = url.defaultValue = feed?.url ?? '';
  if (!feed) return;
  control<HTMLSelectElement>(form, 'every').value = String(feed.everyMinutes);
  control(form, 'apply').checked = feed.apply;
}

function stateOf(feed: ScheduledFeed | undefined): string {
  if (!feed) return text('feedNone');
  const parts = [
    feed.checkedAt && text('feedChecked', { at: formatMoment(feed.checkedAt) }),
    feed.problem?.text,
    text('feedNext', { at: formatMoment(feed.nextAt) }),
  ];
  return parts.filter(Boolean).join(' ');
}

async function keep(call: CallApi): Promise<void> {
  const feed = {
    url: typed(form, 'url'),
    every_minutes: Number(control<HTMLSelectElement>(form, 'every').value),
    apply: control(form, 'apply').checked,
  };
  await call('/feeds/products', { method: 'PUT', ...jsonBody(feed) });
  control(form, 'url').defaultValue = control(form, 'url').value;
  await showFeed(call);
}

async function forget(call: CallApi): Promise<void> {
  await call('/feeds/products', { method: 'DELETE' });
  control(form, 'url').defaultValue = control(form, 'url').value;
  await showFeed(call);
}

async function attempt(
  button: HTMLElement,
  work: (call: CallApi) => Promise<void>,
  done: 'feedKept' | 'feedForgotten',
): Promise<void> {
  forgetFailure();
  try {
    if (api) await work(api);
    // The button that stops it goes with the feed.
    notify(text(done), { takesFocus: done === 'feedForgotten' });
  } catch (error) {
    tellFailure(error, button);
  }
}

function line({ kind, state, source, counts, startedAt, finishedAt, problem }: ListedImport): HTMLLIElement {
  const stateKey = `import-${state}`;
  const { create, update, delete: gone, restore, unchanged } = counts;
  const told = text(state === 'done' ? 'importCounts' : 'planCounts', {
    create: create + restore,
    update,
    gone,
    unchanged,
  });
  const item = h(
    'li',
    { className: 'import' },
    h('strong', {}, formatMoment(finishedAt ?? startedAt)),
    h(
      'span',
      { className: 'import__source' },
      [text(`import-kind-${kind}`), source.name ?? hostOf(source.url)].filter(Boolean).join(' · '),
    ),
    // Of what failed there is nothing to count: why it did is what helps.
    h('span', { className: 'import__counts' }, state === 'failed' ? (problem?.text ?? '') : told),
    h('span', { className: 'import__state' }, isTextKey(stateKey) ? text(stateKey) : state),
  );
  item.dataset.state = state;
  return item;
}

/** Of an address the site tells enough: the rest of it is long, and may be a secret. */
function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : url;
}
