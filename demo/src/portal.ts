import { hasErrorCode, type Backend } from '@enrollkit/core';
import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { setDefaultBackend } from '@enrollkit/elements';
import { byId, h } from './dom.js';
import { wirePreferences } from './preferences.js';
import { SAMPLE_PROVIDER, eraseSampleData, seedSampleData } from './sample/seed.js';
import { applyTexts, text } from './texts/language.js';

/** The database of the portal. The page that embeds by script tag names the same one. */
const DATABASE = 'duinweg';

/** What a page of the portal does with its backend. */
export interface PortalPage {
  /** Shows everything. Called at the start, and again when the language or a record changed. */
  show(backend: Backend): Promise<void> | void;
  /** Wires what is there once. Called before the first `show`. */
  wire?(backend: Backend): void;
}

/** Starts a page: preferences, backend, sample data, then the page's own work. */
export async function startPage(page: PortalPage): Promise<void> {
  const root = document.documentElement;
  let refresh = (): void => undefined;
  applyTexts(document);
  wirePreferences(() => refresh());
  markCurrentPage();
  root.dataset.ready = '';

  try {
    const backend = openIndexedDbBackend({ database: DATABASE, timeZone: 'Europe/Amsterdam', actor: SAMPLE_PROVIDER });
    await seedSampleData(backend, DATABASE);
    setDefaultBackend(backend);
    wireReset();
    page.wire?.(backend);
    refresh = latestOnly(async () => page.show(backend));
    backend.subscribe(() => refresh());
    await page.show(backend);
  } catch (error) {
    tellFailure(error);
  } finally {
    root.dataset.loaded = '';
  }
}

/** Tells that something failed, in words, at the top of the page. */
export function tellFailure(error: unknown): void {
  console.error(error);
  const words = hasErrorCode(error, 'storage-unavailable') ? text('noStorage') : text('failed');
  document.querySelector('.failure')?.remove();
  const notice = h('p', { className: 'notice failure', role: 'alert' }, words);
  notice.dataset.tone = 'danger';
  byId('main').prepend(notice);
}

/** Runs `work` now, or once more after the run that is going on: never twice at the same time. */
function latestOnly(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    try {
      while (again) {
        again = false;
        await work();
      }
    } catch (error) {
      tellFailure(error);
    } finally {
      running = false;
    }
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}

function markCurrentPage(): void {
  const path = location.pathname === '/' ? '/index.html' : location.pathname;
  const section = { '/enrollment.html': '/index.html', '/product.html': '/products.html' }[path] ?? path;
  document.querySelector(`.nav a[href="${section}"]`)?.setAttribute('aria-current', section === path ? 'page' : 'true');
}

function wireReset(): void {
  const reset = async (): Promise<void> => {
    await eraseSampleData(DATABASE);
    location.href = '/index.html';
  };
  byId('reset').addEventListener('click', () => {
    if (confirm(text('resetQuestion'))) reset().catch(tellFailure);
  });
}
