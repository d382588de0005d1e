import type { ChangeListener, Enrollment, EnrollmentQuery } from '@enrollkit/core';
import { expect, fixture, html } from '@open-wc/testing';
import { rosterHost } from '../../../stories/support/roster-host.js';
import {
  at,
  column,
  focusRow,
  part,
  participants,
  press,
  read,
  root,
  rowsOf,
  shown,
  textOf,
  waitUntil,
} from './roster-page.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';
import { isSaid, said } from '../said.js';
import { sendKeys } from '../../support/keys.js';

const search = async (element: Awaited<ReturnType<typeof shown>>['element'], words: string): Promise<void> => {
  const field = root(element).querySelector<HTMLInputElement>('#search')!;
  field.focus();
  field.select();
  await sendKeys({ type: words });
};

/** One for the rows, one for each kind of thing to do. */
const READS = 5;

describe('<enrollment-roster>', () => {
  it('is a table that screen readers and the keyboard understand, with the columns that the page wants', async () => {
    const { element, host } = await shown({ attributes: { fields: 'next participant status booked changed' } });
    await expect(element).to.be.accessible();
    const table = root(element).querySelector('table')!;
    expect(table.getAttribute('role')).to.equal('grid');
    expect(table.getAttribute('aria-rowcount')).to.equal('25');
    expect([...table.querySelectorAll('thead th')].map(read)).to.deep.equal([
      '',
      'Deelnemer',
      'Wat volgt',
      'Status',
      'Geboekt',
      'Gewijzigd',
    ]);
    const sizes = [...table.querySelectorAll('thead th')].map((head) => getComputedStyle(head).fontSize);
    expect(new Set(sizes)).to.have.lengthOf(1);
    // A text of a megabyte fits in no address, and the network would seem to fail.
    expect(root(element).querySelector<HTMLInputElement>('#search')!.maxLength).to.equal(255);
    expect(rowsOf(element).map((row) => row.getAttribute('aria-rowindex'))).to.include('25');
    expect([...rowsOf(element)[2]!.children].slice(1).map(read)).to.deep.equal([
      'Daan El Idrissideelnemer17@voorbeeld.nl',
      'Wordt Afgerond zodra de factuur is geüpload.',
      'Gestart',
      '2 jun 2026',
      '28 aug 2026',
    ]);
    expect(textOf(element, 'count')).to.equal('24 deelnemers');
    // None for a row.
    await waitUntil(() => host.calls.length >= READS);
    expect(host.calls.length).to.equal(READS);
  });

  it('goes through its rows by keyboard and opens one, in a panel of its own or as the page likes', async () => {
    const { element } = await shown();
    await focusRow(element, 0);
    await press('ArrowDown');
    await press('ArrowDown');
    await waitUntil(() => at(element) === 2);
    await press('End');
    await waitUntil(() => at(element) === 23);
    await press('Home');
    await waitUntil(() => at(element) === 0);
    const opened: string[] = [];
    element.addEventListener(
      'ek-roster-open',
      (event) => {
        opened.push(event.detail.enrollmentId);
        event.preventDefault();
      },
      { once: true },
    );
    await press('Enter');
    await waitUntil(() => opened.length > 0);
    expect(opened).to.deep.equal(['e00013']);
    expect(part(element, 'details')).to.equal(null);

    await press('Enter');
    await waitUntil(() => (part(element, 'details') as HTMLDialogElement | null)?.open, 'the panel');
    await waitUntil(() => part(element, 'details')!.querySelector('enrollment-status:defined'), 'its parts');
    expect(read(root(element).querySelector('#details-title'))).to.equal('Anna Jansen');
    await expectAccessibleInOneEngine(element);
    await press('Escape');
    await waitUntil(() => at(element) === 0 && part(element, 'details') === null);
  });

  it('finds people without accents and in any order, filters, sorts, and keeps that in the address', async () => {
    const before = location.href;
    try {
      const { element, host } = await shown({ attributes: { 'address-name': 'r' } });
      await waitUntil(() => host.calls.length === READS);
      await search(element, 'ozturk ma');
      // Who types slowly has found the one person before the last letter.
      await waitUntil(() => new URLSearchParams(location.search).get('r-search') === 'ozturk ma');
      await waitUntil(() => rowsOf(element).length === 1);
      expect(column(element, 'name')).to.deep.equal(['Marieke Öztürk']);
      expect(textOf(element, 'count')).to.equal('1 van 24 deelnemers');
      await isSaid('1 van 24 deelnemers');
      part(element, 'clear-button')!.click();
      await waitUntil(() => rowsOf(element).length === 24);
      // What follows sooner would take its place.
      await isSaid('24 deelnemers');
      const status = root(element).querySelector('select')!;
      status.value = 'no-show';
      status.dispatchEvent(new Event('change'));
      await waitUntil(() => rowsOf(element).length === 2);
      await isSaid('2 van 24 deelnemers');
      // And before that, to whoever types slowly, what the first letters found.
      expect(said().slice(-3)).to.deep.equal(['1 van 24 deelnemers', '24 deelnemers', '2 van 24 deelnemers']);
      expect([...new Set(column(element, 'status'))]).to.deep.equal(['No-show']);
      part(element, 'sort-button')!.click();
      await waitUntil(() => column(element, 'name')[0] === 'Pieter Visser' || column(element, 'name')[0]! > 'G');
      // All of them are here: nothing had to be asked.
      expect(host.calls.length).to.equal(READS);

      const again = await shown({ attributes: { 'address-name': 'r' } });
      await waitUntil(() => rowsOf(again.element).length === 2);
      expect(column(again.element, 'name')).to.deep.equal(column(element, 'name'));
    } finally {
      history.replaceState(history.state, '', before);
    }
  });

  it('offers what must be done as ready filters, and only what a backend can tell', async () => {
    const { element } = await shown();
    await waitUntil(() => root(element).querySelectorAll('.task').length === 2);
    const [invoice] = root(element).querySelectorAll<HTMLElement>('.task');
    expect(read(invoice)).to.equal('Wacht op factuur 14');
    invoice!.click();
    await waitUntil(() => rowsOf(element).length === 14);
    expect(invoice!.getAttribute('aria-pressed')).to.equal('true');

    const rows = participants(24);
    const knowsNothing = { listEnrollments: async () => ({ items: rows, total: rows.length }) };
    const plain = await shown({ overrides: knowsNothing });
    await plain.element.updateComplete;
    expect(root(plain.element).querySelectorAll('.task').length).to.equal(0);
    expect(rowsOf(plain.element).length).to.equal(24);
  });

  it('has few of 10,000 rows in the page, reads them as they are scrolled to, and asks no row by itself', async () => {
    const { element, host } = await shown({ rows: participants(10_000) });
    const table = root(element).querySelector('table')!;
    expect(table.getAttribute('aria-rowcount')).to.equal('10001');
    const widths = [...table.querySelectorAll('th')].map((cell) => cell.getBoundingClientRect().width);
    expect(widths[0], 'to choose by').to.be.lessThan(Math.min(...widths.slice(1)) / 2);
    await waitUntil(() => root(element).querySelector('.gap'));
    expect(rowsOf(element).length).to.be.lessThan(60);
    await focusRow(element, 0);
    await press('End');
    await waitUntil(() => at(element) === 9999, 'the last row');
    await waitUntil(() => rowsOf(element).length < 60, 'few rows');
    expect(rowsOf(element).at(-1)!.getAttribute('aria-rowindex')).to.equal('10001');
    // Those that are read by now may be less high than was guessed.
    const scroller = part(element, 'scroller')!;
    await waitUntil(() => host.calls.length >= 24);
    await waitUntil(() => {
      const last = rowsOf(element).at(-1)!;
      const isRead = rowsOf(element).every((row) => row.querySelector('.name'));
      return isRead && last.getBoundingClientRect().bottom <= scroller.getBoundingClientRect().bottom;
    }, 'the last row in view');
    expect(host.calls.filter((call) => call === 'listEnrollments').length).to.equal(24);
    // 20 pages, and 4 kinds of things to do.
    expect(host.calls.length).to.equal(24);

    // Somewhere in the middle nothing is blank.
    scroller.scrollTop = scroller.scrollHeight / 2;
    const inView = (): readonly HTMLElement[] => {
      const box = scroller.getBoundingClientRect();
      return rowsOf(element).filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > box.top + 40 && top < box.bottom;
      });
    };
    await waitUntil(() => inView().length > 2 && inView().every((row) => row.querySelector('.name')), 'rows in view');
  });

  it('says that there are more where a backend stops counting', async () => {
    const rows = participants(500);
    const listEnrollments = async (query: EnrollmentQuery = {}) => ({
      items: rows.slice(0, query.size),
      total: 100_000,
      hasMore: true as const,
    });
    const { element } = await shown({ rows, overrides: { listEnrollments } });
    expect(textOf(element, 'count')).to.equal('meer dan 100.000 deelnemers');
    expect(root(element).querySelector('table')!.getAttribute('aria-rowcount')).to.equal('-1');
  });

  it('prints every row of a long list', async () => {
    const { element } = await shown({ rows: participants(300) });
    await waitUntil(() => root(element).querySelector('.gap'));
    dispatchEvent(new Event('beforeprint'));
    expect(rowsOf(element).length).to.equal(300);
    dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
    expect(rowsOf(element).length).to.be.lessThan(100);
  });

  it('prints of a longer list those that have come, and says of how many', async () => {
    const { element } = await shown({ rows: participants(300), attributes: { 'page-size': '100' } });
    await waitUntil(() => root(element).querySelector('.gap'));
    dispatchEvent(new Event('beforeprint'));
    const printed = rowsOf(element).length;
    expect(printed).to.be.lessThan(300);
    expect(root(element).querySelector('.skeleton')).to.equal(null);
    expect(textOf(element, 'count')).to.equal(`${printed} van 300 deelnemers`);
    dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
    expect(textOf(element, 'count')).to.equal('300 deelnemers');
  });

  it('shows what changes elsewhere, where it stands, and asks for those rows only', async () => {
    const { element, host } = await shown({ attributes: { 'product-id': 'bhv' } });
    await waitUntil(() => host.calls.length === READS);
    const [first, second] = column(element, 'name');
    host.change({ id: 'e00013', to: 'no-show' });
    host.change({ id: 'e00001', to: 'did-not-pass' });
    await waitUntil(
      () => column(element, 'status')[0] === 'No-show' && column(element, 'status')[1] === 'Niet geslaagd',
    );
    expect(column(element, 'name').slice(0, 2)).to.deep.equal([first, second]);
    expect(host.calls[READS]).to.equal('getEnrollments');
    const [someone] = participants(1);
    host.save({ ...someone!, id: 'new', participant: { name: 'Bas Nieuw', email: 'bas@voorbeeld.nl' } });
    await waitUntil(() => rowsOf(element).length === 25);
    expect(column(element, 'name')[2]).to.equal('Bas Nieuw');
    host.save({ ...someone!, id: 'elsewhere', productId: 'another', version: 3 });
    host.save({ ...someone!, id: 'new', version: 9, participant: { name: 'Bas Later', email: 'bas@voorbeeld.nl' } });
    await waitUntil(() => column(element, 'name')[2] === 'Bas Later');
  });

  it('shows the newest of what it was told, also when the list it asked for first answers last', async () => {
    const rows = participants(3);
    const old = { items: rows, total: rows.length };
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const host = rosterHost(rows, { listEnrollments: () => gate.then(() => old) });
    const element = document.createElement('enrollment-roster');
    element.backend = host.backend;
    element.setAttribute('product-id', rows[0]!.productId);
    (await fixture<HTMLElement>(html`<div lang="nl"></div>`)).append(element);
    await element.updateComplete;
    host.change({ id: rows[0]!.id, to: 'no-show' });
    await waitUntil(() => host.calls.includes('getEnrollments'));
    open();
    await waitUntil(() => rowsOf(element).length === 3);
    expect(column(element, 'status')).to.include('No-show');
  });

  it('says what is wrong: nobody there, nobody found, no backend that answers, the rest of a long list', async () => {
    expect(textOf((await shown({ rows: [] })).element, 'empty')).to.equal(
      'Er zijn nog geen deelnemers. Zodra iemand zich inschrijft, staat die hier.',
    );
    const { element } = await shown({ lang: 'en' });
    await search(element, 'nobody');
    await waitUntil(() => textOf(element, 'empty') === 'No participants match these filters.');

    const failing = async (): Promise<never> => {
      throw Object.assign(new Error('away'), { code: 'unavailable' });
    };
    const broken = await shown({ overrides: { listEnrollments: failing } });
    expect(textOf(broken.element, 'problem')).to.contain('De server is niet bereikbaar.');

    const rows = participants(1200);
    const all = rosterHost(rows).backend.listEnrollments!;
    let isAway = true;
    const { element: half } = await shown({
      overrides: {
        listEnrollments: (query?: EnrollmentQuery) => (query?.afterId !== undefined && isAway ? failing() : all(query)),
      },
    });
    await focusRow(half, 0);
    await press('End');
    await waitUntil(() => part(half, 'problem'));
    isAway = false;
    part(half, 'retry-button')!.click();
    await waitUntil(() => !part(half, 'problem'));
  });

  it('is made of cards on a phone, with nothing beyond its edge', async () => {
    const fields = 'participant status next start certificate invoice booked';
    const { element, page } = await shown({ attributes: { fields } });
    page.style.inlineSize = '288px';
    await waitUntil(() => getComputedStyle(rowsOf(element)[0]!).display === 'grid');
    expect(page.scrollWidth).to.be.at.most(288);
    for (const row of rowsOf(element)) expect(row.scrollWidth).to.be.at.most(row.clientWidth);
    await expectAccessibleInOneEngine(element);
  });

  it('marks nothing for whoever may only look, and listens to no key but those that move', async () => {
    const { element, host } = await shown();
    element.editable = false;
    await element.updateComplete;
    await focusRow(element, 1);
    await press('a');
    await press('Control+a');
    expect(root(element).querySelector('input[type=checkbox]')).to.equal(null);
    expect(part(element, 'bar')).to.equal(null);
    expect(host.calls).not.to.include('changeStatuses');
    await expectAccessibleInOneEngine(element);
  });

  it('follows a page that shows another course, and lets go of what it listened to', async () => {
    const listeners = new Set<ChangeListener>();
    const asked: (string | undefined)[] = [];
    const rows = participants(3);
    const answer = async (query?: EnrollmentQuery): Promise<{ items: readonly Enrollment[]; total: number }> => {
      if (!query?.needs) asked.push(query?.startingDateId);
      return {
        items: query?.startingDateId === 'second' ? rows.slice(2) : rows,
        total: query?.startingDateId === 'second' ? 1 : 3,
      };
    };
    const { element } = await shown({
      attributes: { 'starting-date-id': 'first' },
      overrides: {
        listEnrollments: answer,
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    });
    element.startingDateId = 'second';
    await waitUntil(() => rowsOf(element).length === 1);
    expect(asked).to.deep.equal(['first', 'second']);
    element.remove();
    expect(listeners.size).to.equal(0);
  });
});
