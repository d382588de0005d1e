type Child = Node | string | undefined | false;

/** Makes an element. `properties` are DOM properties; text is always text, never markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<Omit<HTMLElementTagNameMap[Tag], 'style' | 'dataset'>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return element;
}

/** The element with this id. A page without it is a programming error. */
export function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}.`);
  return element as Type;
}

/** The control with this name in a form. */
export function control<Type extends HTMLElement = HTMLInputElement>(form: HTMLFormElement, name: string): Type {
  const element = form.elements.namedItem(name);
  if (!(element instanceof HTMLElement)) throw new Error(`The form has no control called ${name}.`);
  return element as Type;
}

/** What somebody typed, without the spaces around it. */
export function typed(form: HTMLFormElement, name: string): string {
  return control<HTMLInputElement | HTMLTextAreaElement>(form, name).value.trim();
}

/**
 * Tells something in the page's notice, politely announced. With `takesFocus` the focus goes there too: for when what was
 * pressed is gone or dead afterwards, which would leave people at the top of the page (WCAG 2.4.3).
 */
export function notify(
  message: string,
  options: { tone?: 'good' | 'plain' | 'danger'; link?: HTMLAnchorElement; takesFocus?: boolean } = {},
): void {
  const notice = byId('notice');
  notice.dataset.tone = options.tone ?? 'good';
  notice.replaceChildren(message, ...(options.link ? [' ', options.link] : []));
  if (options.takesFocus) notice.focus();
}

/** Takes back what was told. The notice itself stays: a live region has to be there before it speaks. */
export function forgetNotice(): void {
  byId('notice').replaceChildren();
}

/** A course by its name, in the language of the course, which need not be the page's (WCAG 3.1.2). */
export function courseName({ name, language }: { readonly name: string; readonly language: string }): HTMLElement {
  return h('bdi', { lang: language }, name);
}

/**
 * Does something once, however often its buttons are pressed meanwhile. They aren't disabled: that would take the focus from
 * who pressed one (WCAG 2.4.3).
 */
export async function whileBusy(buttons: Iterable<HTMLButtonElement>, work: () => Promise<void>): Promise<void> {
  const all = [...buttons];
  if (all.some(({ ariaDisabled }) => ariaDisabled === 'true')) return;
  for (const button of all) button.ariaDisabled = 'true';
  try {
    await work();
  } finally {
    for (const button of all) button.ariaDisabled = null;
  }
}
