import { hasErrorCode, type Backend } from '@enrollkit/core';
import { byId, h } from './dom.js';
import { changePlace, openPortalBackend, type PortalBackend } from './portal-backend.js';
import { wirePreferences } from './preferences.js';
import { changeRole, chosenRole, isFor, showFor, type Role } from './roles.js';
import { eraseSampleData, seedSampleData } from './sample/seed.js';
import { applyTexts, text, type TextKey } from './texts/language.js';

/** What a page of the portal does with its backend. */
export interface PortalPage {
  /** Shows everything. Called at the start, and again when the language or a record changed. */
  show(backend: Backend, role: Role): Promise<void> | void;
  /** Wires what is there once. Called before the first `show`. */
  wire?(backend: Backend, role: Role): void;
}

/** Starts a page: preferences, backend, sample data, then the page's own work. */
export async function startPage(page: PortalPage): Promise<void> {
  const root = document.documentElement;
  const role = chosenRole();
  let refresh = (): void => undefined;
  applyTexts(document);
  showFor(role, document);
  if (!isFor(role, byId('main'))) tellOtherRole();
  wirePreferences(() => refresh());
  wireRoles(role);
  markCurrentPage();
  root.dataset.ready = '';

  try {
    const portal = await openPortalBackend(role);
    const { backend, place, database } = portal;
    tellPlace(portal);
    if (place === 'indexeddb') await seedSampleData(database);
    if (!isFor(role, byId('main'))) return;
    page.wire?.(backend, role);
    refresh = latestOnly(async () => page.show(backend, role));
    backend.subscribe(() => refresh());
    await page.show(backend, role);
  } catch (error) {
    tellFailure(error);
  } finally {
    root.dataset.loaded = '';
  }
}

const FAILURES = [
  ['storage-unavailable', 'noStorage'],
  ['offline', 'noServer'],
  ['timeout', 'noServer'],
] as const;

/** Tells that something failed, in words, at the top of the page. */
export function tellFailure(error: unknown): void {
  console.error(error);
  const words = text(FAILURES.find(([code]) => hasErrorCode(error, code))?.[1] ?? 'failed');
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

/** The page is nothing for this role: says so instead of showing what would be refused. */
function tellOtherRole(): void {
  const main = byId('main');
  const words = h('p', {}, text('onlyForOthers'));
  const way = h('a', { className: 'button', href: '/index.html' }, text('toEnrollments'));
  words.dataset.text = 'onlyForOthers';
  way.dataset.text = 'toEnrollments';
  main.hidden = false;
  for (const part of main.querySelectorAll<HTMLElement>(':scope > *, .lead'))
    part.hidden = !part.matches('.page__head');
  main.append(h('section', { className: 'panel empty' }, words, way));
}

function markCurrentPage(): void {
  const path = location.pathname === '/' ? '/index.html' : location.pathname;
  const section = { '/enrollment.html': '/index.html', '/product.html': '/products.html' }[path] ?? path;
  document.querySelector(`.nav a[href="${section}"]`)?.setAttribute('aria-current', section === path ? 'page' : 'true');
}

function wireRoles(role: Role): void {
  const roles = document.querySelector<HTMLSelectElement>('.preferences [name="role"]');
  if (!roles) throw new Error('The header has no role switch.');
  roles.value = role;
  roles.addEventListener('change', () => changeRole(roles.value));
}

/** Says in the footer where the records are, and what can be done about that. */
function tellPlace({ place, database, hasServer }: PortalBackend): void {
  const isOnServer = place === 'rest';
  const put = (id: string, key: TextKey): void => {
    byId(id).dataset.text = key;
    byId(id).textContent = text(key);
  };
  put('place', isOnServer ? 'footerServer' : 'footer');
  put('switch-place', isOnServer ? 'toBrowser' : 'toServer');
  byId('switch-place').hidden = !hasServer;
  byId('switch-place').addEventListener('click', () => changePlace(isOnServer ? 'indexeddb' : 'rest'));
  // Throwing away what is in this browser is nobody else's loss; what is on the server would be.
  byId('reset').hidden = isOnServer;
  const reset = async (): Promise<void> => {
    await eraseSampleData(database);
    location.href = '/index.html';
  };
  byId('reset').addEventListener('click', () => {
    if (confirm(text('resetQuestion'))) reset().catch(tellFailure);
  });
}
