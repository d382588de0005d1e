import type { Actor } from '@enrollkit/core';
import { EMPLOYER } from './sample/enrollments.js';
import { recall, remember } from './tab-memory.js';

/** Through whose eyes the portal can be seen. */
export type Role = 'provider' | 'participant' | 'employer-hr' | 'platform-staff' | 'stranger' | 'visitor';

/** Who they are. The server's own table says the same to its tokens: a page can't make itself somebody else there. */
export const ACTORS: Readonly<Record<Role, Actor>> = {
  provider: { id: 'Marije Postma', role: 'provider' },
  participant: { id: 'Noor el Khatib', role: 'participant', email: 'noor@voorbeeld.example' },
  'employer-hr': { id: 'Karim Visser', role: 'employer-hr', employerId: EMPLOYER },
  'platform-staff': { id: 'Femke de Boer', role: 'platform-staff' },
  stranger: { id: 'Iemand anders', role: 'participant', email: 'iemand-anders@voorbeeld.example' },
  visitor: { id: 'visitor', role: 'visitor' },
};

const KEY = 'portal-role';

/** The role of this tab: two tabs side by side can have two. */
export function chosenRole(): Role {
  const asked = new URLSearchParams(location.search).get('as');
  if (asked !== null && isRole(asked)) remember(KEY, asked);
  const kept = recall(KEY);
  return kept !== undefined && isRole(kept) ? kept : 'provider';
}

/** Looks through other eyes from now on: the page begins again. */
export function changeRole(role: string): void {
  remember(KEY, role);
  const address = new URL(location.href);
  address.searchParams.delete('as');
  location.replace(address);
}

/** Who sees no enrollments but their own. */
export const isParticipant = (role: Role): boolean => ACTORS[role].role === 'participant';

/** Hides what is nothing for this role. */
export function showFor(role: Role, root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-for]')) {
    element.hidden = !isFor(role, element);
  }
}

/** Whether an element is something for this role. What doesn't say is for everybody. */
export function isFor(role: Role, { dataset }: HTMLElement): boolean {
  return dataset.for === undefined || dataset.for.split(' ').includes(role);
}

/** Gives the elements that this role sees their record. The others go: nobody reads what nobody sees. */
export function giveRecord(role: Role, attribute: 'enrollment-id' | 'product-id', id: string): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-record]')) {
    const panel = element.closest<HTMLElement>('[data-for]');
    if (!panel || isFor(role, panel)) element.setAttribute(attribute, id);
    else element.remove();
  }
}

export function isRole(word: string): word is Role {
  return Object.hasOwn(ACTORS, word);
}
