import '@enrollkit/elements/enrollment-status.js';
import type { EnrollmentStatus } from '@enrollkit/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { HostRecords } from './host-backend.js';
import { part } from './status-page.js';

/** Between the panel and the edges of the window, wherever the row stands. */
const GAP = 8;
const ROUNDING = 0.5;

describe('<enrollment-status>: the panel in the window', () => {
  it('keeps clear of its edges wherever the row stands, in both directions, also where it is as wide as it gets', async () => {
    let places = 0;
    for (const dir of ['ltr', 'rtl']) {
      // A large type makes the panel as wide as the window lets it, as on a phone.
      for (const fontSize of ['16px', '40px']) {
        for (const start of ['8px', '16px', '40px', '50vw', 'calc(100vw - 16em)', 'calc(100vw - 12em)']) {
          const element = await opened(dir, fontSize, start);
          const { left, right, width } = part(element, 'panel')!.getBoundingClientRect();
          const place = `${dir} ${fontSize} ${start}`;
          expect(left, place).to.be.at.least(GAP - ROUNDING);
          expect(innerWidth - right, place).to.be.at.least(GAP - ROUNDING);
          expect(width, place).to.be.greaterThan(200);
          // With room behind it, it begins where its row does, whatever the direction of the page around.
          if (start === '40px' && fontSize === '16px') {
            const row = part(element, 'base')!.getBoundingClientRect();
            expect(dir === 'ltr' ? left : right, place).to.be.closeTo(dir === 'ltr' ? row.left : row.right, 1);
          }
          places += 1;
        }
      }
    }
    expect(places).to.equal(24);
  });
});

/** In a page that a wide row makes no wider. */
async function opened(dir: string, fontSize: string, start: string): Promise<EnrollmentStatus> {
  const page = await fixture<HTMLElement>(
    html`<div
      dir=${dir}
      style="position: absolute; inset-inline: 0; inset-block-start: 0; overflow: clip; font-size: ${fontSize}"
    >
      <enrollment-status
        style="margin-inline-start: ${start}"
        enrollment-id="e1"
        editable
        .backend=${new HostRecords().backend()}
      ></enrollment-status>
    </div>`,
  );
  const element = page.querySelector('enrollment-status')!;
  await waitUntil(() => part(element, 'edit-button'));
  part(element, 'edit-button')!.click();
  await waitUntil(() => part(element, 'panel')?.matches(':popover-open'));
  return element;
}
