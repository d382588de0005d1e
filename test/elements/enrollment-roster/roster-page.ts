import '@enrollkit/elements/enrollment-roster.js';
import type { Backend, Enrollment } from '@enrollkit/core';
import type { EnrollmentRoster } from '@enrollkit/elements';
import { fixture, html } from '@open-wc/testing';
import { participants, rosterHost } from '../../../stories/support/roster-host.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil as wait } from '../../support/wait-until.js';

export { participants };

interface PageOptions {
  readonly rows?: readonly Enrollment[];
  readonly overrides?: Partial<Backend>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly lang?: string;
}

/** A page with a roster that has read what there is. */
export async function shown({ rows, overrides, attributes, lang }: PageOptions = {}) {
  const host = rosterHost(rows ?? participants(24), overrides);
  const page = await fixture<HTMLElement>(html`<div lang=${lang ?? 'nl'}></div>`);
  const element = document.createElement('enrollment-roster');
  element.backend = host.backend;
  for (const [name, value] of Object.entries({ editable: '', ...attributes })) element.setAttribute(name, value);
  page.append(element);
  await waitUntil(() => !element.matches(':state(loading)') && element.hasUpdated);
  await element.updateComplete;
  return { host, page, element };
}

/** Waits for a state, on a slow machine too. */
export const waitUntil = (isSo: () => unknown, what = 'a state'): Promise<void> => wait(isSo, what);

/** Presses keys one after the other: `Shift+ArrowDown` with the other held. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const parts = key.split('+');
    const last = parts.pop()!;
    for (const held of parts) await sendKeys({ down: held });
    await sendKeys({ press: last });
    for (const held of parts) await sendKeys({ up: held });
  }
}

export const root = (element: EnrollmentRoster): ShadowRoot => element.shadowRoot!;
export const part = (element: EnrollmentRoster, name: string): HTMLElement | null =>
  root(element).querySelector<HTMLElement>(`[part~="${name}"]`);
export const rowsOf = (element: EnrollmentRoster): readonly HTMLElement[] => [
  ...root(element).querySelectorAll<HTMLElement>('tr[data-index]'),
];
export const read = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const textOf = (element: EnrollmentRoster, name: string): string => read(part(element, name));
/** What each row says in one column. */
export const column = (element: EnrollmentRoster, name: string): readonly string[] =>
  rowsOf(element).map((row) => read(row.querySelector(name === 'name' ? '.name' : `td.${name} .label, td.${name}`)));
/** The index of the row that the keyboard is at. */
export const at = (element: EnrollmentRoster): number =>
  Number((root(element).activeElement as HTMLElement | null)?.dataset.index ?? NaN);

export async function focusRow(element: EnrollmentRoster, index: number): Promise<void> {
  rowsOf(element)[index]!.focus();
  await element.updateComplete;
}

/** Waits until nothing is being stored any more. */
export async function idle(element: EnrollmentRoster): Promise<void> {
  await element.updateComplete;
  await waitUntil(() => !element.matches(':state(busy)'));
  await element.updateComplete;
}
