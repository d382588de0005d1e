import type { EnrollmentStatus } from '@enrollkit/elements';
import '@enrollkit/elements/enrollment-status.js';
import { fixture, html } from '@open-wc/testing';
import type { HostRecords } from './host-backend.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';

export const part = (element: EnrollmentStatus, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);
export const textOf = (element: EnrollmentStatus, name: string): string =>
  (part(element, name)?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const focused = (element: EnrollmentStatus): Element | null => element.shadowRoot!.activeElement;

export async function shown(records: HostRecords, options: { editable?: boolean; lang?: string } = {}) {
  const { editable = true, lang = 'nl' } = options;
  const element = await fixture<EnrollmentStatus>(
    html`<enrollment-status
      lang=${lang}
      enrollment-id="e1"
      ?editable=${editable}
      .backend=${records.backend()}
    ></enrollment-status>`,
  );
  await waitUntil(() => part(element, 'label') ?? part(element, 'problem'));
  return element;
}

export async function edited(element: EnrollmentStatus): Promise<void> {
  part(element, 'edit-button')!.focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => focused(element)?.matches('input'));
}
