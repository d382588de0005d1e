import { readFileSync } from 'node:fs';
import type { EnrollkitElement } from '@enrollkit/elements';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { textPdf } from '../../elements/certificate-bundle/made-files.js';
import { CERTIFICATION, COURSE, ENROLLMENTS, OTHER_CERTIFICATION, PEOPLE, START } from './element-records.js';
import { CERTIFICATE_PDF } from './enrollment-page.js';
import { textAfter } from './text-after.js';

/** The tags of the kit's elements: one that is new is missing in the table below until it has a row. */
export type Tag = {
  [Name in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[Name] extends EnrollkitElement ? Name : never;
}[keyof HTMLElementTagNameMap];

/** What matters of an element on somebody's page. */
interface ElementInUse {
  /** As the page's author writes it. */
  readonly attributes: Readonly<Record<string, string | true>>;
  /** For visitors too, who have no token: what it does then sends nothing. */
  readonly isPublic?: true;
  /** What is seen of its records as soon as it is there. */
  readonly shows: (element: Locator) => readonly Locator[];
  /** What a person does with it, and then sees done. */
  readonly works: (element: Locator) => Promise<void>;
}

const button = (element: Locator, name: string | RegExp): Locator => element.getByRole('button', { name });
const part = (element: Locator, name: string): Locator => element.locator(`[part~="${name}"]`);

/** Each element with records of `element-records.ts`, and what must be seen of it and can be done with it on every page of a host. */
export const EVERY_ELEMENT = {
  'booking-withdrawal': {
    attributes: { 'enrollment-id': ENROLLMENTS.withdrawn },
    shows: (element) => [element.getByText(/^Je kunt tot en met .* herroepen/)],
    async works(element) {
      await button(element, 'Overeenkomst herroepen').click();
      await button(element, 'Verder').click();
      await button(element, 'Herroeping bevestigen').click();
      await part(element, 'acknowledgement').getByText(`${PEOPLE.withdrawn} herroept`).waitFor();
    },
  },
  'certificate-bundle': {
    attributes: { 'product-id': COURSE },
    shows: (element) => [part(element, 'drop-zone')],
    async works(element) {
      // Whose it is only its text tells, which is read in a worker.
      const file = textPdf('scan.pdf', PEOPLE.passed);
      const buffer = Buffer.from(await file.arrayBuffer());
      await element.locator('#files').setInputFiles({ name: file.name, mimeType: file.type, buffer });
      await element.getByRole('tab', { name: 'Gevonden 1' }).waitFor();
      await part(element, 'item').getByText(PEOPLE.passed, { exact: true }).waitFor();
    },
  },
  'certificate-list': {
    attributes: { 'enrollment-id': ENROLLMENTS.certified },
    shows: (element) => [part(element, 'certificate').getByText(CERTIFICATION)],
    async works(element) {
      const downloading = element.page().waitForEvent('download');
      await button(element, /^Downloaden/).click();
      const file = await (await downloading).path();
      expect(readFileSync(file).equals(readFileSync(CERTIFICATE_PDF))).toBe(true);
    },
  },
  'certificate-upload': {
    attributes: { 'enrollment-id': ENROLLMENTS.passed, 'setup-url': '/' },
    shows: (element) => [part(element, 'drop-zone'), element.getByText(CERTIFICATION)],
    async works(element) {
      await element.locator('section > form input[type="file"]').setInputFiles(CERTIFICATE_PDF);
      await element.getByText('Klaar om te uploaden').waitFor();
      await element.getByLabel('Geldig vanaf').fill('2026-08-28');
      await button(element, 'Uploaden').click();
      await part(element, 'uploaded').getByText('certificate.pdf').first().waitFor();
    },
  },
  'course-booking': {
    attributes: { 'product-id': COURSE },
    shows: (element) => [element.getByText(START), part(element, 'total').last(), part(element, 'book-button')],
    async works(element) {
      await element.getByRole('radio', { name: START }).check();
      await element.getByLabel('Naam').fill('Vera Visser');
      await element.getByLabel('E-mailadres').fill('vera@voorbeeld.example');
      await element.getByRole('radio', { name: 'Ik boek als consument' }).check();
      await button(element, 'Boeken met betalingsverplichting').click();
      await part(element, 'receipt').getByText('Vera Visser').waitFor();
    },
  },
  'enrollment-roster': {
    attributes: { 'product-id': COURSE, editable: true },
    shows: (element) => Object.values(PEOPLE).map((name) => part(element, 'row').filter({ hasText: name })),
    async works(element) {
      await element.getByRole('checkbox', { name: PEOPLE.listed }).check();
      await part(element, 'mark-button').filter({ hasText: 'Niet geslaagd' }).click();
      await part(part(element, 'row').filter({ hasText: PEOPLE.listed }), 'label')
        .filter({ hasText: 'Niet geslaagd' })
        .waitFor();
      await part(element, 'undo-button').waitFor();
    },
  },
  'enrollment-status': {
    attributes: { 'enrollment-id': ENROLLMENTS.marked, editable: true },
    shows: (element) => [part(element, 'label').first()],
    async works(element) {
      await button(element, 'Status wijzigen').click();
      await element.getByRole('radio', { name: 'No-show' }).check();
      await button(element, 'Bijwerken').click();
      await part(element, 'label').filter({ hasText: 'No-show' }).first().waitFor();
    },
  },
  'feed-check': {
    attributes: {},
    isPublic: true,
    shows: (element) => [part(element, 'drop-zone')],
    async works(element) {
      const buffer = Buffer.from('<Products><Product><ID>1</ID></Product></Products>');
      const input = element.locator('input[type="file"]').first();
      await input.setInputFiles({ name: 'feed.xml', mimeType: 'text/xml', buffer });
      await part(element, 'verdict').waitFor();
    },
  },
  'invoice-upload': {
    attributes: { 'enrollment-id': ENROLLMENTS.invoiced },
    shows: (element) => [element.getByText('Er is nog geen factuur geüpload.')],
    async works(element) {
      await element.locator('#file').setInputFiles(CERTIFICATE_PDF);
      await button(element, 'Uploaden').click();
      await part(element, 'state')
        .getByText(/^Geüpload op/)
        .waitFor();
      await button(element, 'Downloaden').waitFor();
    },
  },
  'price-breakdown': {
    attributes: { 'product-id': COURSE, selectable: true },
    isPublic: true,
    shows: (element) => [part(element, 'total-amount'), element.getByText('Optioneel')],
    async works(element) {
      await textAfter(part(element, 'total-amount'), () => element.getByRole('checkbox').first().check());
    },
  },
  'product-certifications': {
    attributes: { 'product-id': COURSE, editable: true },
    shows: (element) => [element.getByRole('checkbox', { name: CERTIFICATION, checked: true })],
    async works(element) {
      const stored = element
        .page()
        .waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes(COURSE));
      await element.getByRole('checkbox', { name: OTHER_CERTIFICATION }).check();
      expect((await stored).status()).toBe(200);
      await element.locator('[part~="list"][aria-busy="false"]').waitFor();
      await element.getByRole('checkbox', { name: OTHER_CERTIFICATION, checked: true }).waitFor();
    },
  },
  'product-details': {
    attributes: { 'product-id': COURSE },
    isPublic: true,
    shows: (element) => [
      part(element, 'description').getByText('Wat je leert'),
      part(element, 'duration').getByText('2 dagen'),
      part(element, 'website').getByText('duinweg.example'),
    ],
    async works(element) {
      const brochure = element.getByRole('link', { name: /^Brochure lezen/ });
      expect(await brochure.getAttribute('href')).toMatch(/^https:.*\.pdf$/);
    },
  },
  'starting-dates': {
    attributes: { 'product-id': COURSE, selectable: true },
    isPublic: true,
    shows: (element) => [part(element, 'start').filter({ hasText: START })],
    async works(element) {
      await element.getByRole('radio', { name: START }).check();
      await part(element, 'schedule-summary').first().click();
      await part(element, 'day').first().waitFor();
      const downloading = element.page().waitForEvent('download');
      await part(element, 'calendar-button').first().click();
      expect(readFileSync(await (await downloading).path(), 'utf8')).toContain('BEGIN:VCALENDAR');
    },
  },
} satisfies Record<Tag, ElementInUse>;

export const TAGS = Object.keys(EVERY_ELEMENT) as readonly Tag[];
export const PUBLIC_TAGS = TAGS.filter((tag) => 'isPublic' in EVERY_ELEMENT[tag]);

/** Waits until each of these elements on a page shows its record, however often it is there. */
export async function expectShown(page: Locator, tags: readonly Tag[]): Promise<void> {
  for (const tag of tags) {
    const elements = await page.locator(tag).all();
    expect(elements.length, tag).toBeGreaterThan(0);
    for (const element of elements) for (const shown of EVERY_ELEMENT[tag].shows(element)) await shown.waitFor();
  }
}
