import type { Backend, Issue } from '@enrollkit/core';
import { byId, control, h } from './dom.js';
import { latestOnly } from './latest-only.js';
import { hidePlaceholders, showPlaceholders } from './placeholders.js';
import { changePlace, openPortalBackend, wantSample, type PortalBackend } from './portal-backend.js';
import { wirePreferences } from './preferences.js';
import { changeRole, chosenRole, isFor, showFor, type Role } from './roles.js';
import { eraseSampleData, seedSampleData } from './sample/seed.js';
import { applyTexts, isTextKey, text, type TextKey } from './texts/language.js';

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
  let isShown = false;
  const tell = (error: unknown): void => {
    // Nothing was shown yet: its parts would each say the same, and begin again with the page.
    if (!isShown) byId('main').dataset.unread = '';
    tellUnread(error, isShown ? refresh : () => location.reload());
  };
  applyTexts(document);
  showFor(role, document);
  if (!isFor(role, byId('main'))) tellOtherRole(role);
  wirePreferences(() => refresh());
  wireRoles(role);
  wireMenu();
  // Home is where one can go: a visitor has no enrollments.
  if (role === 'visitor') document.querySelector('.brand')?.setAttribute('href', '/products.html');
  markCurrentPage();
  if (isFor(role, byId('main'))) showPlaceholders();
  root.dataset.ready = '';

  try {
    const portal = await openPortalBackend(role);
    const { backend, place, database, hasSample } = portal;
    tellPlace(portal);
    if (place === 'indexeddb' && hasSample) await seedSampleData(database);
    if (!isFor(role, byId('main'))) return;
    page.wire?.(backend, role);
    const show = async (): Promise<void> => {
      await page.show(backend, role);
      isShown = true;
      settle();
    };
    // The first time too: what changes meanwhile is shown after it.
    const showLatest = latestOnly(show, tell);
    refresh = () => void showLatest();
    backend.subscribe(refresh);
    await showLatest();
  } catch (error) {
    tell(error);
  } finally {
    root.dataset.loaded = '';
  }
}

/** Tells what failed and why, beside the button that caused it, else at the top of the page. */
export function tellFailure(error: unknown, button?: HTMLElement): void {
  console.error(error);
  tellBeside(button, failureOf(error));
}

/** Tells that something can't be done, where the person is. */
export function tellBeside(button: HTMLElement | undefined, words: string): void {
  forgetFailure();
  const notice = h('p', { className: 'notice failure', role: 'alert' }, words);
  notice.dataset.tone = 'danger';
  // What was pressed may be gone by then: what can be done changes with the record.
  if (button?.checkVisibility()) button.after(notice);
  else byId('main').prepend(notice);
}

/** Everything has been read: what waited for its record can be used, and nobody is told any more that it couldn't be. */
function settle(): void {
  hidePlaceholders();
  delete byId('main').dataset.unread;
  for (const group of document.querySelectorAll<HTMLFieldSetElement>('fieldset[data-needs-record]'))
    group.disabled = false;
  const unread = document.querySelector('.unread');
  // Who pressed the button would be left at the top of the page (WCAG 2.4.3).
  if (unread?.contains(document.activeElement)) byId('main').focus();
  unread?.remove();
}

/** The page itself couldn't be read: why, and the way to try again. */
function tellUnread(error: unknown, again: () => void): void {
  console.error(error);
  hidePlaceholders();
  const hadFocus = document.querySelector('.unread')?.contains(document.activeElement) ?? false;
  forgetFailure();
  const button = h('button', { className: 'button', type: 'button' }, text('retry'));
  button.dataset.text = 'retry';
  button.addEventListener('click', again);
  const notice = h('div', { className: 'notice failure unread', role: 'alert' }, h('p', {}, failureOf(error)), button);
  notice.dataset.tone = 'danger';
  byId('main').querySelector('.page__head')?.after(notice);
  if (hadFocus) button.focus();
}

/** What failed before is over when something is tried again. */
export function forgetFailure(): void {
  document.querySelector('.failure')?.remove();
}

/** The true cause in words: of what is wrong with the data, else of the kind of failure. */
function failureOf(error: unknown): string {
  const { code, issues = [] } = (error ?? {}) as { readonly code?: unknown; readonly issues?: readonly Issue[] };
  const keys = [...issues.map((issue) => issue.code), code].map((each) => `failure-${String(each)}`);
  return text(keys.find(isTextKey) ?? 'failed');
}

/** The page is nothing for this role: says so instead of asking for what would be refused. */
function tellOtherRole(role: Role): void {
  const main = byId('main');
  const words = h('p', {}, text('onlyForOthers'));
  const [href, where] =
    role === 'visitor' ? (['/products.html', 'toProducts'] as const) : (['/index.html', 'toEnrollments'] as const);
  const way = h('a', { className: 'button', href }, text(where));
  words.dataset.text = 'onlyForOthers';
  way.dataset.text = where;
  main.hidden = false;
  for (const part of main.querySelectorAll(':scope > :not(.page__head), .page__head :not(h1, :has(h1))')) part.remove();
  main.append(h('section', { className: 'panel empty' }, words, way));
}

function markCurrentPage(): void {
  const path = location.pathname === '/' ? '/index.html' : location.pathname;
  const section =
    {
      '/enrollment.html': '/index.html',
      '/date.html': '/dates.html',
      '/imports.html': '/feed.html',
      '/product.html': '/products.html',
    }[path] ?? path;
  document.querySelector(`.nav a[href="${section}"]`)?.setAttribute('aria-current', section === path ? 'page' : 'true');
}

/** The page begins again in another role, so only when that is asked for: an arrow key alone chooses too (WCAG 3.2.2). */
function wireRoles(role: Role): void {
  const form = document.querySelector<HTMLFormElement>('.role-switch');
  const button = form?.querySelector('button');
  if (!form || !button) throw new Error('The header has no role switch.');
  const roles = control<HTMLSelectElement>(form, 'role');
  roles.value = role;
  roles.addEventListener('change', () => (button.hidden = roles.value === role));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    changeRole(roles.value);
  });
}

/** Where there is no room for it the menu is folded away: its button unfolds it, Escape folds it again. */
function wireMenu(): void {
  const button = document.querySelector<HTMLElement>('.menu-button');
  const unfold = (isOpen: boolean): void => button?.setAttribute('aria-expanded', String(isOpen));
  button?.addEventListener('click', () => unfold(button.ariaExpanded !== 'true'));
  document.querySelector('.top')?.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape' || button?.ariaExpanded !== 'true') return;
    unfold(false);
    button.focus();
  });
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
    wantSample();
    location.href = '/index.html';
  };
  byId('reset').addEventListener('click', () => {
    if (confirm(text('resetQuestion'))) reset().catch((error: unknown) => tellFailure(error, byId('reset')));
  });
}
