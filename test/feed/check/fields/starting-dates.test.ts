import { describe, expect, it } from 'vitest';
import { codesOf, courseDay, findingsOf, start } from '../support.js';

const starts = (...all: readonly string[]) => ({ StartingDatePlaces: all.join('') });
const of = (changes: Readonly<Record<string, string | undefined>>) => codesOf(starts(start(changes)));

describe('a starting date', () => {
  it('in the future is in order', async () => {
    expect(await of({})).toEqual([]);
  });

  it('in the past is pointed out, today is not', async () => {
    expect(await of({ Startdate: '2026-08-31' })).toEqual(['start-in-past startingDates[0].startDate']);
    expect(await of({ Startdate: '2026-09-01' })).toEqual([]);
  });

  it('of which only the month is known has passed when its month has', async () => {
    const month = { StartdateIsMonthOnly: 'true', EnddateIsMonthOnly: 'true' };
    expect(await of({ ...month, Startdate: '2026-09-01' })).toEqual([]);
    expect(await codesOf(starts(start({ ...month, Startdate: '2026-09-01' })), { today: '2026-09-30' })).toEqual([]);
    const [finding] = await findingsOf(starts(start({ ...month, Startdate: '2026-08-31' })));
    expect(finding).toMatchObject({ code: 'start-in-past', params: { startDate: '2026-08' } });
  });

  it('that ends before it starts costs that start, and not the product', async () => {
    const findings = await findingsOf(starts(start({ Startdate: '2027-03-06' })));
    const finding = findings.find(({ code }) => code === 'end-before-start');
    expect(finding).toMatchObject({
      code: 'end-before-start',
      severity: 'warning',
      path: 'startingDates[0].endDate',
      params: { startDate: '2027-03-06', endDate: '2027-03-05' },
    });
  });

  it.each([
    ['the month of the end', { Startdate: '2027-03-06', EnddateIsMonthOnly: 'true' }],
    ['the month of the start', { Startdate: '2027-03-31', StartdateIsMonthOnly: 'true' }],
  ])('may end on any day when only %s is known', async (_what, changes) => {
    expect(await of(changes)).toEqual([]);
  });
});

describe('a course day', () => {
  it.each(['2027-02-28', '2027-03-06'])('on %s is outside a course from 1 to 5 March', async (date) => {
    expect(await of({ Schedule: courseDay(date) })).toEqual(['day-outside-course startingDates[0].schedule[0].date']);
  });

  it.each(['2027-03-01', '2027-03-05'])('on %s is inside it', async (date) => {
    expect(await of({ Schedule: courseDay(date) })).toEqual([]);
  });

  it('may be any day of a month that is all that is known', async () => {
    const month = { StartdateIsMonthOnly: 'true', EnddateIsMonthOnly: 'true', Schedule: courseDay('2027-03-31') };
    expect(await of(month)).toEqual([]);
  });

  it('is not measured against days that are wrong themselves', async () => {
    expect(await of({ Startdate: '2027-03-06', Schedule: courseDay('2027-03-05') })).toEqual([
      'end-before-start startingDates[0].endDate',
      'record-left-out startingDates[0]',
    ]);
  });

  it.each(['09:30', '09:00'])('that ends at %s after starting at 09:30 is pointed out', async (endTime) => {
    expect(await of({ Schedule: courseDay('2027-03-01', '09:30', endTime) })).toEqual([
      'end-time-before-start-time startingDates[0].schedule[0].endTime',
    ]);
  });

  it('without times is in order', async () => {
    expect(await of({ Schedule: courseDay('2027-03-01', '', '') })).toEqual([]);
  });
});

describe('two starting dates', () => {
  it('with one ID on other days are told apart by nothing, which is pointed out with the line of the first', async () => {
    const findings = await findingsOf(starts('\n', start(), '\n', start({ Startdate: '2027-03-02' })));
    expect(findings).toMatchObject([
      {
        code: 'duplicate-start-id',
        severity: 'warning',
        path: 'startingDates[1].id',
        line: 4,
        params: { firstLine: 3 },
      },
    ]);
  });

  it('on the same days at the same place are one too many', async () => {
    expect(await codesOf(starts(start(), start({ ID: 'S-2' })))).toEqual(['duplicate-start startingDates[1]']);
    expect(await codesOf(starts(start(), start()))).toEqual(['duplicate-start startingDates[1]']);
  });

  it('at other places, or at other times of a day, are two', async () => {
    expect(await codesOf(starts(start(), start({ ID: 'S-2', Place: 'Breda' })))).toEqual([]);
    const morning = start({ Schedule: courseDay('2027-03-01', '09:00', '12:00') });
    const evening = start({ ID: 'S-2', Schedule: courseDay('2027-03-01', '19:00', '22:00') });
    expect(await codesOf(starts(morning, evening))).toEqual([]);
  });

  it('without an ID are in order', async () => {
    expect(await codesOf(starts(start({ ID: undefined }), start({ ID: undefined, Place: 'Breda' })))).toEqual([]);
  });
});

describe('seats', () => {
  it.each([
    [{ MinNumberOfSeats: '6', MaxNumberOfSeats: '5' }, undefined, 'min-seats-above-max startingDates[0].minSeats'],
    [
      { MaxNumberOfSeats: '5', AvailableSeats: '6' },
      undefined,
      'available-seats-above-max startingDates[0].availableSeats',
    ],
    [{ MinNumberOfSeats: '13' }, '12', 'seats-above-participants startingDates[0].minSeats'],
    [{ MaxNumberOfSeats: '13' }, '12', 'seats-above-participants startingDates[0].maxSeats'],
    [{ AvailableSeats: '13' }, '12', 'seats-above-participants startingDates[0].availableSeats'],
  ])('that contradict are pointed out: %o with at most %s', async (changes, MaxParticipants, expected) => {
    expect(await codesOf({ ...starts(start(changes)), ...(MaxParticipants && { MaxParticipants }) })).toEqual([
      expected,
    ]);
  });

  it('that agree are in order, none left included', async () => {
    const seats = { MinNumberOfSeats: '6', MaxNumberOfSeats: '12', AvailableSeats: '0' };
    expect(await codesOf({ ...starts(start(seats)), MaxParticipants: '12' })).toEqual([]);
  });

  it('are never booked when nobody may take part', async () => {
    expect(await codesOf({ ...starts(start({ MaxNumberOfSeats: '5' })), MaxParticipants: '0' })).toEqual([
      'no-participants maxParticipants',
    ]);
  });
});
