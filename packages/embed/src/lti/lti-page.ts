/** The page that a learning platform shows in a frame: a participant's own status, a course's members, or a choice to place. */
import { frenchFirst } from '@enrollkit/core';
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollkit-backend.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import '@enrollkit/elements/product-details.js';
import '@enrollkit/elements/starting-dates.js';
import '../backends/rest.js';
import '../frame/frame.js';
import { sentenceOf } from './lti-texts.js';
import { button, field, message, node, select, setOptions } from './make.js';
import {
  openSession,
  PageRefusal,
  type FoundProducts,
  type MemberView,
  type PageData,
  type PageSession,
  type View,
} from './open-session.js';
import { pageData } from './page-data.js';

const main = document.getElementById('lti') ?? document.body;
main.tabIndex = -1;
const { texts, locale, apiUrl } = pageData<PageData>();
void openSession().then((session) => show(session, () => session.open()));

let isBusy = false;
/** Why the last thing failed, where it is shown beside what was there already. */
let failure: HTMLElement | undefined;

/**
 * Shows what the server answers. When that fails, says why: beside what was pressed, so that whoever teaches keeps the list
 * that they had; and where nothing is shown yet, with a way to try again.
 */
function show(session: PageSession, load: () => Promise<View>, pressed?: HTMLElement): void {
  // Not by switching the button off: it has the focus, and would lose it.
  if (isBusy) return;
  isBusy = true;
  // What was pressed goes with what is shown now: whoever pressed it by a key goes on from the top of what comes.
  const hadFocus = main.contains(document.activeElement);
  const put = (...shown: readonly Node[]): void => {
    main.replaceChildren(...shown);
    if (hadFocus) main.focus();
  };
  const tell = (error: unknown): void => {
    const why = message(error instanceof PageRefusal ? error.message : texts.failed, 'alert');
    if (pressed) {
      failure?.remove();
      failure = why;
      pressed.after(why);
    } else put(why, ...(error instanceof PageRefusal ? [] : [button(texts.again, () => show(session, load))]));
  };
  void load()
    .then((view) => put(...render(session, view)), tell)
    .finally(() => (isBusy = false));
}

function render(page: PageSession, view: View): readonly Node[] {
  switch (view.kind) {
    case 'nothing':
      return [
        message({ 'no-booking': texts.noBooking, 'no-role': texts.noRole, 'no-product': texts.noProduct }[view.why]),
      ];
    case 'product': {
      const attributes = { 'product-id': view.product_id, ...(view.site !== undefined && { site: view.site }) };
      return [withBackend(page, node(view.element, attributes))];
    }
    case 'booking':
      return [withBackend(page, element(view.element, view.enrollment_id, {}))];
    case 'course':
      return renderCourse(page, view);
    case 'choose':
      return renderChoice(page, view);
  }
}

function renderCourse(page: PageSession, view: Extract<View, { kind: 'course' }>): readonly Node[] {
  const { members, total, size, offset, synced_at: syncedAt } = view;
  const status = message(
    syncedAt === undefined ? texts.neverUpdated : texts.updated.replace('{moment}', moment(syncedAt)),
  );
  status.setAttribute('role', 'status');
  const update = button(texts.update, () => {
    const before = status.textContent;
    const sync = async (): Promise<View> => {
      status.textContent = texts.updating;
      return page.sync(0).finally(() => (status.textContent = before));
    };
    show(page, sync, update);
  });
  failure =
    view.problem === undefined ? undefined : message(sentenceOf(texts.refusals, view.problem) ?? texts.failed, 'alert');
  const list = node('ul', { 'aria-label': texts.participants });
  list.append(...members.map((member) => renderMember(view.element, member)));
  const turn = node('nav', { 'aria-label': texts.participants });
  const turnTo = (text: string, to: number): HTMLElement => {
    const made = button(text, () => show(page, () => page.open(to), made));
    return made;
  };
  const shown = { from: offset + 1, to: offset + members.length, total };
  if (members.length < total)
    turn.append(
      node(
        'span',
        {},
        texts.shown.replace(/\{(from|to|total)\}/g, (_, name: keyof typeof shown) => String(shown[name])),
      ),
    );
  if (offset > 0) turn.append(turnTo(texts.previous, Math.max(0, offset - size)));
  if (offset + size < total) turn.append(turnTo(texts.next, offset + size));
  return [
    node('h1', {}, texts.participants),
    ...(view.can_sync ? [update, status] : []),
    ...(failure ? [failure] : []),
    members.length === 0 ? message(texts.nobody) : withBackend(page, list),
    ...(turn.hasChildNodes() ? [turn] : []),
  ];
}

/** Who has no booking stands in the list too, with the reason. */
function renderMember(tag: string, { name, enrollment_id: id, problem, is_gone: isGone }: MemberView): HTMLElement {
  const item = node('li', {});
  item.append(node('strong', {}, name ?? texts.unnamed));
  if (isGone) item.append(message(texts.gone));
  if (problem !== undefined) item.append(message(texts.problems[problem] ?? texts.failed));
  if (id !== undefined) item.append(element(tag, id, { editable: '' }));
  return item;
}

function renderChoice(page: PageSession, first: Extract<View, { kind: 'choose' }>): readonly Node[] {
  const title = node('h1', {}, texts.chooseTitle);
  if (first.total === 0) return [title, message(texts.noProducts)];
  const elements = select(Object.entries(texts.elements));
  const chosen = select(optionsOf(first));
  const form = node('form', {}) as HTMLFormElement;
  const submit = node('button', {}, texts.choose) as HTMLButtonElement;
  form.append(field(texts.chooseElement, elements), field(texts.chooseProduct, chosen), submit);
  let isChosen = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Not by switching the button off: it has the focus, and would lose it.
    if (isChosen) return;
    isChosen = true;
    failure?.remove();
    page.choose(elements.value, chosen.value).then(sendBack, (error: unknown) => {
      isChosen = false;
      failure = message(error instanceof PageRefusal ? error.message : texts.failed, 'alert');
      form.append(failure);
    });
  });
  // More than a list holds: the others are found by name.
  return [title, ...(first.total > first.products.length ? [renderSearch(page, first, chosen)] : []), form];
}

function renderSearch(page: PageSession, first: FoundProducts, chosen: HTMLSelectElement): HTMLElement {
  const form = node('form', { role: 'search' });
  const name = node('input', { type: 'search', maxlength: '200' }) as HTMLInputElement;
  const said = message(foundText(first), 'status');
  form.append(field(texts.findProduct, name), node('button', {}, texts.find), said);
  let asked = 0;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const mine = (asked += 1);
    // Who searched again meanwhile waits for that.
    const tell = (text: string, found?: FoundProducts): void => {
      if (mine !== asked) return;
      if (found) setOptions(chosen, optionsOf(found));
      said.textContent = text;
    };
    page.find(name.value).then(
      (found) => tell(foundText(found), found),
      (error: unknown) => tell(error instanceof PageRefusal ? error.message : texts.failed),
    );
  });
  return form;
}

const optionsOf = ({ products }: FoundProducts) => products.map(({ id, name }) => [id, name] as const);

function foundText({ products, total }: FoundProducts): string {
  if (total === 0) return texts.noneFound;
  return texts.found.replace('{shown}', String(products.length)).replace('{total}', String(total));
}

/** The platform takes what was chosen from a form, as the person who chose it. */
function sendBack({ url, jwt }: { readonly url: string; readonly jwt: string }): void {
  const form = node('form', { method: 'post', action: url, hidden: '' }) as HTMLFormElement;
  form.append(node('input', { type: 'hidden', name: 'JWT', value: jwt }));
  document.body.append(form);
  form.submit();
}

function element(tag: string, enrollmentId: string, more: Readonly<Record<string, string>>): HTMLElement {
  return node(tag, { 'enrollment-id': enrollmentId, ...more });
}

/** Everything in it asks this server with the page's token. */
function withBackend(page: PageSession, content: HTMLElement): HTMLElement {
  const backend = node('enrollkit-backend', { type: 'rest', 'base-url': apiUrl }) as HTMLElement & {
    getToken?: PageSession['getToken'];
  };
  backend.getToken = (options) => page.getToken(options);
  backend.append(content);
  return backend;
}

/** A day and its time stay on one line. */
function moment(at: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return frenchFirst(format.format(new Date(at)), locale).replaceAll(/\s/g, '\u00a0');
}
