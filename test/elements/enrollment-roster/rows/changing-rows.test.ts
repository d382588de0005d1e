// What others change while a long list is only partly read, or is filtered.
import type { Enrollment } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import {
  at,
  column,
  focusRow,
  idle,
  part,
  participants,
  press,
  root,
  rowsOf,
  shown,
  textOf,
  waitUntil,
} from '../roster-page.js';
import { saved } from '../../saved.js';
import { sendKeys } from '../../../support/keys.js';

type Element = Awaited<ReturnType<typeof shown>>['element'];

/** Each changed at another time: an order that no two rows share. */
const people = (count: number): readonly Enrollment[] =>
  participants(count).map((row, index) => ({
    ...row,
    updatedAt: new Date(Date.UTC(2026, 5, 1) + index * 60_000).toISOString(),
  }));

/** Reads the whole list, and answers whom it holds. */
async function everybody(element: Element): Promise<readonly string[]> {
  const { text } = await saved(() => part(element, 'export-button')!.click());
  return text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(';')));
}

async function sortBy(element: Element, column: string): Promise<void> {
  root(element).querySelector<HTMLElement>(`th.${column} .sort`)!.click();
  await waitUntil(() => root(element).querySelector(`th.${column}`)?.getAttribute('aria-sort') === 'ascending');
  await waitUntil(() => root(element).querySelector('table')!.getAttribute('aria-busy') === 'false');
}

async function search(element: Element, words: string): Promise<void> {
  root(element).querySelector<HTMLInputElement>('#search')!.focus();
  await sendKeys({ type: words });
  await waitUntil(() => rowsOf(element).length === 1, 'one person');
}

describe('Rows of <enrollment-roster> that change meanwhile', () => {
  it('are neither lost nor counted twice in a long list, wherever they go', async () => {
    const rows = people(1200);
    for (const order of ['participant', 'changed'] as const) {
      const { element, host } = await shown({ rows, attributes: { fields: 'participant status changed' } });
      if (order === 'changed') await sortBy(element, order);
      const all = [...rows].sort((a, b) => (a.updatedAt! < b.updatedAt! ? -1 : 1));
      const reads = (): number => host.calls.filter((call) => call === 'getEnrollments').length;
      const before = reads();
      // The last of the first page goes to the end of this order, and so does one that nobody has scrolled to.
      const [read, unread] = order === 'changed' ? [all[499]!, all[1100]!] : [all[0]!, all[1199]!];
      host.change({ id: read.id, to: 'no-show' });
      host.change({ id: unread.id, to: 'no-show' });
      await waitUntil(() => reads() > before, 'the rows that changed');
      const asked = host.calls.length;
      host.save({ ...rows[0]!, id: `new-${order}`, updatedAt: '2026-09-01T00:00:00.000Z' });
      await waitUntil(() => host.calls.slice(asked).includes('listEnrollments'), 'a new count');
      await waitUntil(() => textOf(element, 'count') === '1.201 deelnemers', order);
      const found = await everybody(element);
      expect(found.length, order).to.equal(1201);
      expect(new Set(found).size, order).to.equal(1201);
      expect(textOf(element, 'count')).to.equal('1.201 deelnemers');
      element.remove();
    }
  });

  it('leave the list of a date from which they are moved, and nobody marks them there', async () => {
    const { element, host } = await shown({ attributes: { 'starting-date-id': 'bhv-1' } });
    const { id } = [...host.rows.values()].find(({ participant }) => participant.name === column(element, 'name')[2])!;
    host.backend.changeStart = async (moved, start) =>
      host.save({ ...host.rows.get(moved)!, startingDateId: start, version: 3 });
    host.backend.getProduct = async () =>
      ({
        id: 'bhv',
        startingDates: [
          { id: 'bhv-1', startDate: '2026-08-27' },
          { id: 'bhv-2', startDate: '2026-10-01', place: 'Zwolle' },
          { id: 'bhv-3', startDate: '2026-11-02', place: 'Assen', maxSeats: 8 },
          { id: 'bhv-0', startDate: '2026-01-08', place: 'Assen' },
        ],
        startStates: [
          { startingDateId: 'bhv-2', seatsLeft: 2 },
          { startingDateId: 'bhv-3', seatsLeft: 0 },
        ],
      }) as never;
    element.requestUpdate();
    await focusRow(element, 2);
    await press('Enter');
    await waitUntil(() => part(element, 'correction')?.querySelector('.move'), 'the starts');
    part(element, 'correction')!.querySelector('summary')!.click();
    const start = part(element, 'correction')!.querySelector('select')!;
    await waitUntil(() => start.textContent.includes('Vol'), 'what is left of them');
    expect([...start.options].map(({ text, disabled }) => `${text}${disabled ? ' -' : ''}`)).to.deep.equal([
      '27\u00a0augustus 2026',
      '1\u00a0oktober 2026, Zwolle · nog 2 plaatsen',
      '2\u00a0november 2026, Assen · Vol -',
    ]);
    start.value = 'bhv-2';
    start.dispatchEvent(new Event('change'));
    await element.updateComplete;
    part(element, 'move-button')!.click();
    await waitUntil(() => rowsOf(element).length === 23, 'the others');
    expect(textOf(element, 'count')).to.equal('23 deelnemers');
    expect(textOf(element, 'details')).to.contain('Deze inschrijving staat niet meer in de lijst.');
    expect(host.rows.get(id)!.startingDateId).to.equal('bhv-2');
  });

  it('say when they start also where the course has no such start any more, and offer the others', async () => {
    const { element, host } = await shown();
    host.backend.changeStart = async () => Promise.reject(new Error('Nobody was moved.'));
    host.backend.getProduct = async () =>
      ({ id: 'bhv', startingDates: [{ id: 'bhv-9', startDate: '2026-10-01', place: 'Zwolle' }] }) as never;
    element.requestUpdate();
    await focusRow(element, 0);
    await press('Enter');
    await waitUntil(() => part(element, 'correction')?.querySelector('.move'), 'the starts');
    const options = [...part(element, 'correction')!.querySelector('select')!.options];
    expect(options.map(({ text, selected }) => `${text}${selected ? ' +' : ''}`)).to.deep.equal([
      '27\u00a0augustus 2026 +',
      '1\u00a0oktober 2026, Zwolle',
    ]);
    expect(part(element, 'move-button')).to.have.attribute('aria-disabled', 'true');
  });

  it('are marked only when they are seen: whom a filter hides stays chosen, and untouched', async () => {
    for (const count of [24, 700]) {
      const { element, host } = await shown({ rows: people(count) });
      await focusRow(element, 0);
      await press(' ', 'ArrowDown', ' ');
      expect(textOf(element, 'chosen')).to.equal('2 gekozen');
      const versions = () => [...host.rows.values()].filter(({ version }) => version > 2).length;
      await search(element, 'P00009');
      const [name] = column(element, 'name');
      expect(textOf(element, 'chosen')).to.equal(name);
      await press('ArrowDown');
      await waitUntil(() => at(element) === 0);
      await press('n');
      await idle(element);
      expect(versions(), `${count}`).to.equal(1);
      expect(column(element, 'status')).to.deep.equal(['Niet geslaagd']);
      part(element, 'clear-button')!.click();
      await waitUntil(() => rowsOf(element).length > 1);
      expect(textOf(element, 'chosen')).to.equal('2 gekozen');
      element.remove();
    }
  });

  it('are shown as the address says when somebody goes back or forward', async () => {
    const before = location.href;
    const { element } = await shown({ attributes: { 'address-name': 'back' } });
    try {
      history.pushState(null, '', '#elsewhere');
      await search(element, 'P00009');
      history.back();
      await waitUntil(() => rowsOf(element).length === 24, 'everybody');
      expect(root(element).querySelector<HTMLInputElement>('#search')!.value).to.equal('');
      history.forward();
      await waitUntil(() => rowsOf(element).length === 1, 'one person');
    } finally {
      history.replaceState(history.state, '', before);
    }
  });
});
