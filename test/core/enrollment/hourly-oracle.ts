import type { Enrollment, ParticipationStatus, RuleId, StatusChange } from '@enrollkit/core';
import { Temporal } from 'temporal-polyfill';

/** Something that a person does to an enrollment on a whole hour. */
export type HourlyAct =
  | { readonly kind: 'manual'; readonly to: ParticipationStatus }
  | { readonly kind: 'accept' | 'invoice' | 'certificate' | 'cancel' }
  | { readonly kind: 'move'; readonly startInDays: number; readonly endInDays: number };

export interface Plan {
  readonly first: string;
  readonly hours: number;
  readonly timeZone: string;
  readonly enrollment: Enrollment;
  /** By the hour in which they happen, in order. */
  readonly acts: readonly (readonly [hour: number, act: HourlyAct])[];
}

/**
 * The rules a second time, written as naively as possible: somebody who looks at the wall calendar every hour, notices
 * what has become true since the last hour, and writes the change in a book. Knows no moments, no holding, no lateness.
 */
export function liveThrough(plan: Plan): { readonly status: ParticipationStatus; readonly history: StatusChange[] } {
  let { status } = plan.enrollment;
  let { startDate, endDate } = plan.enrollment;
  let accepted = false;
  let invoiced = false;
  let startHadPassed = false;
  let endHadPassed = false;
  let completedBy: RuleId = 'end-date-passed';
  const history: StatusChange[] = [];

  for (let hour = 0; hour <= plan.hours; hour++) {
    const { now, today } = wallCalendar(plan, hour);
    const write = (to: ParticipationStatus, cause: StatusChange['cause']) => {
      history.push({ from: status, to, at: now, cause });
      status = to;
    };
    const follow = (rule: RuleId, to: ParticipationStatus) => write(to, { kind: 'rule', rule });
    const unfinished = () => status === 'enrolled' || status === 'started';
    const hasPassed = (date: string | undefined, monthOnly: boolean | undefined): boolean => {
      if (!date) return false;
      if (monthOnly) return today.slice(0, 7) > date.slice(0, 7);
      return today > date;
    };
    const inDays = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
    const startPassed = () => hasPassed(startDate, plan.enrollment.startDateIsMonthOnly);
    const endPassed = () => hasPassed(endDate, plan.enrollment.endDateIsMonthOnly);

    if (startPassed() && !startHadPassed && status === 'enrolled') follow('start-date-passed', 'started');
    if (endPassed() && !endHadPassed) {
      completedBy = 'end-date-passed';
      if (invoiced && unfinished()) follow(completedBy, 'completed');
    }

    for (const [, act] of plan.acts.filter(([when]) => when === hour)) {
      switch (act.kind) {
        case 'accept':
          if (accepted) break;
          accepted = true;
          if (status !== 'unknown' || history.length > 0) break;
          follow('enrollment-accepted', 'enrolled');
          if (startPassed()) follow('start-date-passed', 'started');
          if (endPassed() && invoiced) follow(completedBy, 'completed');
          break;
        case 'manual':
          if (status !== act.to && status !== 'cancelled') write(act.to, { kind: 'manual', by: 'someone' });
          break;
        case 'invoice':
          invoiced = true;
          if (!endPassed()) break;
          completedBy = 'invoice-uploaded';
          if (unfinished()) follow(completedBy, 'completed');
          break;
        case 'certificate':
          if (status !== 'cancelled' && status !== 'completed') follow('certificate-uploaded', 'completed');
          break;
        case 'cancel':
          if (status !== 'cancelled') follow('enrollment-cancelled', 'cancelled');
          break;
        case 'move':
          startDate = inDays(act.startInDays);
          endDate = inDays(act.endInDays);
      }
    }
    startHadPassed = startPassed();
    endHadPassed = endPassed();
  }
  return { status, history };
}

const wallCalendars = new Map<string, { readonly now: string; readonly today: string }>();

/** Which day it is where the provider is, an hour later each time. Kept, because a plan is lived through often. */
function wallCalendar({ first, timeZone }: Plan, hours: number): { readonly now: string; readonly today: string } {
  const key = `${first} ${timeZone} ${hours}`;
  let page = wallCalendars.get(key);
  if (!page) {
    const instant = Temporal.Instant.from(first).add({ hours });
    const today = instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
    page = { now: instant.toString({ fractionalSecondDigits: 3 }), today };
    wallCalendars.set(key, page);
  }
  return page;
}
