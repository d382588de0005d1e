import { addDays, type CourseDay, type StartingDate, type StoredProduct } from '@enrollkit/core';
import { pricedCourse } from './products.js';

/** A start of two days in Utrecht. */
export function start(id: string, startDate: string, overrides: Partial<StartingDate> = {}): StartingDate {
  const endDate = addDays(startDate, 1);
  return {
    id,
    startDate,
    startDateIsMonthOnly: false,
    endDate,
    endDateIsMonthOnly: false,
    place: 'Utrecht',
    schedule: [startDate, endDate].map((date) => courseDay(date)),
    ...overrides,
  };
}

function courseDay(date: string, overrides: Partial<CourseDay> = {}): CourseDay {
  return { date, place: 'Utrecht', name: '', startTime: '09:00', endTime: '17:00', ...overrides };
}

/** Twelve Tuesday evenings, two of them elsewhere. */
export const eveningClass: StartingDate = start('evenings', '2026-10-06', {
  endDate: '2026-12-22',
  place: 'Zwolle',
  schedule: Array.from({ length: 12 }, (_, week) =>
    courseDay(addDays('2026-10-06', week * 7), {
      name: week === 5 ? 'Tussentoets' : week === 11 ? 'Examen' : `Module ${Math.floor(week / 2) + 1}`,
      place: week === 5 || week === 11 ? 'Examencentrum Deventer' : 'Zwolle',
      startTime: '19:00',
      endTime: '21:30',
    }),
  ),
});

/** Everything that can be said about a start, one of each. */
export const startsOfAllKinds: readonly StartingDate[] = [
  start('over', '2026-08-11'),
  start('guaranteed', '2026-09-21', { startGuaranteed: true, maxSeats: 12 }),
  eveningClass,
  start('few', '2026-10-12', { place: 'Rotterdam', availableSeats: 2, schedule: [] }),
  start('full', '2026-11-02', { maxSeats: 8 }),
  start('cancelled', '2026-11-16', { place: 'Online', schedule: [] }),
  start('closed', '2026-11-30', { availableSeats: 0, schedule: [] }),
  start('month', '2027-03-01', {
    startDateIsMonthOnly: true,
    endDate: '2027-05-01',
    endDateIsMonthOnly: true,
    place: 'Eindhoven',
    schedule: [],
  }),
];

export function courseWith(
  startingDates: readonly StartingDate[],
  overrides: Partial<StoredProduct> = {},
): StoredProduct {
  return pricedCourse({
    startingDates,
    startStates: [
      { startingDateId: 'full', seatsLeft: 0 },
      { startingDateId: 'cancelled', cancelledAt: '2026-08-20T08:00:00.000Z' },
    ],
    ...overrides,
  });
}

const PLACES = ['Utrecht', 'Zwolle', 'Den Haag', 'Eindhoven', 'Online'];

/** As long as lists get. */
export const hundredStarts: readonly StartingDate[] = Array.from({ length: 100 }, (_, index) =>
  start(`s${index}`, addDays('2026-09-07', index * 5), {
    place: PLACES[index % PLACES.length] ?? '',
    ...(index % 7 === 0 && { maxSeats: index % 3 }),
  }),
);
