import type { Product, StartingDate } from '@enrollkit/core';
import { isAfter, isSameMonth, shownDay } from '../../schema/start-days.js';
import type { CheckContext } from './check-context.js';

/** Each starting date by itself, and beside the others. Source: domain.md section 4, StartingDatePlace. */
export function checkStartingDates({ startingDates }: Product, context: CheckContext): void {
  const { report, today } = context;
  for (let index = 0; index < startingDates.length; index += 1) {
    const start = startingDates[index] as StartingDate;
    const { startDate, startDateIsMonthOnly } = start;
    if (startDate < today && !(startDateIsMonthOnly && isSameMonth(startDate, today))) {
      report('start-in-past', `startingDates[${index}].startDate`, {
        startDate: shownDay(startDate, startDateIsMonthOnly),
      });
    }
    if (start.schedule.length > 0) checkSchedule(start, index, context);
  }
  if (startingDates.length > 1) checkDuplicates(startingDates, context);
}

function checkSchedule(start: StartingDate, index: number, { report }: CheckContext): void {
  const { startDate, startDateIsMonthOnly, endDate, endDateIsMonthOnly } = start;
  start.schedule.forEach(({ date, startTime, endTime }, day) => {
    // A course without an end has been reported by reading.
    const isInside =
      endDate === undefined ||
      !(isAfter(startDate, date, startDateIsMonthOnly) || isAfter(date, endDate, endDateIsMonthOnly));
    if (!isInside) {
      report('day-outside-course', `startingDates[${index}].schedule[${day}].date`, {
        date,
        startDate: shownDay(startDate, startDateIsMonthOnly),
        endDate: shownDay(endDate, endDateIsMonthOnly),
      });
    }
    if (startTime !== undefined && endTime !== undefined && endTime <= startTime) {
      report('end-time-before-start-time', `startingDates[${index}].schedule[${day}].endTime`, { startTime, endTime });
    }
  });
}

/** The same days at the same place, or else the same ID. A morning and an evening of one day are no duplicates. */
function checkDuplicates(startingDates: readonly StartingDate[], { report, locate }: CheckContext): void {
  const moments = new Map<string, number>();
  const ids = new Map<string, number>();
  startingDates.forEach((start, index) => {
    const { id, startDate, startDateIsMonthOnly, endDate, place, schedule } = start;
    const moment = `${startDate} ${endDate} ${schedule[0]?.startTime} ${place}`;
    const firstMoment = moments.get(moment);
    const firstId = id === undefined ? undefined : ids.get(id);
    if (firstMoment !== undefined) {
      report('duplicate-start', `startingDates[${index}]`, {
        startDate: shownDay(startDate, startDateIsMonthOnly),
        place,
        firstLine: locate(`startingDates[${firstMoment}]`).line,
      });
    } else if (firstId !== undefined && id !== undefined) {
      const firstLine = locate(`startingDates[${firstId}].id`).line;
      report('duplicate-start-id', `startingDates[${index}].id`, { id, firstLine });
    }
    if (firstMoment === undefined) moments.set(moment, index);
    if (id !== undefined && firstId === undefined) ids.set(id, index);
  });
}
