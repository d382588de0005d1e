/** The page that a learning platform shows in a frame: a participant's own status, a course's members, or a choice to place. */
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollkit-backend.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import '@enrollkit/elements/product-details.js';
import '@enrollkit/elements/starting-dates.js';
import '../backends/rest.js';
import '../frame/frame.js';
import { button, message, node, select } from './make.js';
import {
  openSession,
  PageRefusal,
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

/** Shows what the server answers; when that fails, why, and a way to try again. */
function show(session: PageSession, load: () => Promise<View>): void {
  // What was pressed goes with what is shown now: whoever pressed it by a key goes on from the top of what comes.
  const hadFocus = main.contains(document.activeElement);
  const put = (...shown: readonly Node[]): void => {
    main.replaceChildren(...shown);
    if (hadFocus) main.focus();
  };
  load().then(
    (view) => put(...render(session, view)),
    (error: unknown) => {
      const again = button(texts.again, () => show(session, load));
      const why = error instanceof PageRefusal ? error.message : texts.failed;
      put(message(why, 'alert'), ...(error instanceof PageRefusal ? [] : [again]));
    },
  );
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
    update.disabled = true;
    status.textContent = texts.updating;
    show(page, () => page.sync(0));
  });
  const list = node('ul', { 'aria-label': texts.participants });
  list.append(...members.map((member) => renderMember(view.element, member)));
  const turn = node('nav', { 'aria-label': texts.participants });
  if (offset > 0) turn.append(button(texts.previous, () => show(page, () => page.open(Math.max(0, offset - size)))));
  if (offset + size < total) turn.append(button(texts.next, () => show(page, () => page.open(offset + size))));
  return [
    node('h1', {}, texts.participants),
    ...(view.can_sync ? [update, status] : []),
    ...(view.problem === undefined ? [] : [message(refusalOf(view.problem), 'alert')]),
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

function renderChoice(page: PageSession, { products }: Extract<View, { kind: 'choose' }>): readonly Node[] {
  const title = node('h1', {}, texts.chooseTitle);
  if (products.length === 0) return [title, message(texts.noProducts)];
  const [elementLabel, elements] = select(texts.chooseElement, Object.entries(texts.elements));
  const [productLabel, chosen] = select(
    texts.chooseProduct,
    products.map(({ id, name }) => [id, name]),
  );
  const form = node('form', {}) as HTMLFormElement;
  const submit = node('button', {}, texts.choose) as HTMLButtonElement;
  form.append(elementLabel, productLabel, submit);
  let failure: HTMLElement | undefined;
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
  return [title, form];
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

function moment(at: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));
}

/** Why the members could not be read the last time: by the schedule nobody was there to be told. */
function refusalOf(code: string): string {
  return (texts.refusals[code] ?? texts.failed).replace(' ({detail})', '').replace(': {detail}', '');
}
