import type { CourseDay, StartingDate } from '@enrollkit/core';
import type { ConvertContext, Json } from './conversion.js';
import { offsetAt, shortened } from './values.js';

const RUN_ID = /^[-a-zA-Z0-9_.{} /]{1,64}$/;
const COURSE_DAY_ID = /^[-a-zA-Z0-9_.{} /:]{1,64}$/;

/** A start, as EDU-DEX has it. */
export function toProgramRun(start: StartingDate, index: number, context: ConvertContext): Json {
  const { report } = context;
  if (start.startGuaranteed) report.lost('StartGuaranteed');
  if (start.availableSeats) report.lost('AvailableSeats');
  if (start.endDate === undefined) report.assumed('endDate', start.startDate);
  const endDate = start.endDate ?? start.startDate;
  return {
    id: idOf(start.id, `start-${index + 1}`, RUN_ID, { element: 'StartingDatePlace/ID', report }),
    status: start.availableSeats === 0 ? 'application closed' : 'application opened',
    startDate: { date: start.startDate, isFinal: !start.startDateIsMonthOnly },
    endDate: { date: endDate, isFinal: start.endDate !== undefined && !start.endDateIsMonthOnly },
    ...(start.place !== '' && { location: { city: start.place } }),
    ...(start.minSeats !== undefined && { minNumberOfParticipants: start.minSeats }),
    ...(start.maxSeats !== undefined && { maxNumberOfParticipants: start.maxSeats }),
    ...(start.schedule.length > 0 && {
      courseDay: start.schedule.map((day, place) => toCourseDay(day, place, context)),
    }),
  };
}

function toCourseDay(day: CourseDay, index: number, { product, options, report }: ConvertContext): Json {
  const withOffset = (time: string) => `${time}:00${offsetAt(day.date, time, options.timeZone)}`;
  const name = shortened(day.name, 200);
  if (name !== day.name) report.changed('Courseday/Name', day.name, name);
  return {
    id: idOf(day.id, `day-${index + 1}`, COURSE_DAY_ID, { element: 'Courseday/ID', report }),
    date: day.date,
    ...(day.name !== '' && { name: { [product.language]: name } }),
    ...(day.place !== '' && { location: { city: day.place } }),
    ...(day.startTime !== undefined && { startTime: withOffset(day.startTime) }),
    ...(day.endTime !== undefined && { endTime: withOffset(day.endTime) }),
  };
}

function idOf(
  id: string | undefined,
  other: string,
  pattern: RegExp,
  { element, report }: { readonly element: string; readonly report: ConvertContext['report'] },
): string {
  if (id !== undefined && pattern.test(id)) return id;
  if (id !== undefined) report.changed(element, id, other);
  return other;
}
