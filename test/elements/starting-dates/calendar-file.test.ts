import { expect } from '@open-wc/testing';
import { calendarFile } from '../../../packages/elements/src/starting-dates/calendar-file.js';
import { all, courseDay, everyKind, productOf, read, show, start } from './start-page.js';
import { waitUntil } from '../../support/wait-until.js';

const options = {
  product: { id: 'p 1', webAddress: 'https://example.com/p' },
  name: 'Projectmatig werken; deel 1, 2',
  timeZone: 'Europe/Amsterdam',
  now: '2026-09-01T08:00:00.000Z',
};
const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const named = (text: string, name: string) => lines(text).filter((line) => line.startsWith(name));

describe('The calendar file of a start', () => {
  it('has each course day at its time, in winter and summer, and on the days when clocks change', () => {
    const schedule = ['2026-10-24', '2026-10-25', '2026-10-26', '2027-03-28'].map((date) => courseDay(date));
    const file = calendarFile(start('a', '2026-10-24', { schedule }), options);
    expect(named(file, 'DTSTART')).to.deep.equal([
      'DTSTART:20261024T070000Z',
      'DTSTART:20261025T080000Z',
      'DTSTART:20261026T080000Z',
      'DTSTART:20270328T070000Z',
    ]);
    expect(named(file, 'DTEND')[1]).to.equal('DTEND:20261025T160000Z');
    expect(new Set(named(file, 'UID')).size).to.equal(4);
  });

  it('has the whole period without a schedule: the end is the day after', () => {
    const file = calendarFile(start('a', '2026-12-30', { endDate: '2026-12-31' }), options);
    expect(named(file, 'DT')).to.deep.equal([
      'DTSTAMP:20260901T080000Z',
      'DTSTART;VALUE=DATE:20261230',
      'DTEND;VALUE=DATE:20270101',
    ]);
  });

  it('escapes what would end a value or a line, and breaks no line beyond 75 bytes', () => {
    const name = `Één ${'ü'.repeat(90)}\nBEGIN:VALARM`;
    const file = calendarFile(start('a', '2026-12-30', { place: 'A; B, C\\D' }), { ...options, name });
    expect(lines(file)).to.include('LOCATION:A\\; B\\, C\\\\D');
    expect(lines(file)).to.include(`SUMMARY:Één ${'ü'.repeat(90)}\\nBEGIN:VALARM`);
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
  });

  it('is offered for each start with a day that still comes, and saved under the name of the course', async () => {
    const element = await show({ product: everyKind });
    const buttons = all<HTMLButtonElement>(element, '[part~="calendar-button"]');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).to.deep.equal([
      'Zet 21 – 22\u00a0september 2026, Utrecht in de agenda (.ics)',
      'Zet 5\u00a0oktober 2026, Utrecht in de agenda (.ics)',
      'Zet 6\u00a0oktober 2026, Utrecht in de agenda (.ics)',
      'Zet 30\u00a0november 2026, Zwolle in de agenda (.ics)',
    ]);
    const saved: string[] = [];
    // The link that is pressed is on no page: its press doesn't bubble.
    Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
      configurable: true,
      value(this: HTMLAnchorElement) {
        saved.push(this.download);
      },
    });
    try {
      buttons[0]!.click();
      await waitUntil(() => saved.length > 0);
    } finally {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    expect(saved).to.deep.equal(['Projectmatig-werken-2026-09-21.ics']);
    expect(
      read(
        all(
          await show({ product: productOf([start('m', '2027-03-01', { startDateIsMonthOnly: true })]) }),
          '.calendar',
        )[0],
      ),
    ).to.equal('');
  });
});
