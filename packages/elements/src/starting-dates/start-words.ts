import type { CourseDay, StartingDate, StartOffer } from '@enrollkit/core';
import { formatDay, formatDays, formatWeekday, unbroken } from '../base/language/formats.js';
import type { StartingDatesTerms } from '../terms/starting-dates.js';

/** So few that it is worth saying. */
const FEW_SEATS = 5;

/** `di 19 jan 2027` */
const WITH_WEEKDAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;

/** A start in the words of one locale. */
export class StartWords {
  readonly terms: StartingDatesTerms;
  readonly locale: string;

  constructor(terms: StartingDatesTerms, locale: string) {
    this.terms = terms;
    this.locale = locale;
  }

  /** `19 – 20 januari 2027`; `september 2027` when only the month is known. */
  period({ startDate, startDateIsMonthOnly, endDate, endDateIsMonthOnly }: StartingDate): string {
    // An end before its begin is a slip in the feed: the begin is what can be relied on.
    if (!endDate || endDate < startDate) return formatDay(startDate, this.locale, startDateIsMonthOnly);
    if (startDateIsMonthOnly === endDateIsMonthOnly)
      return formatDays(startDate, endDate, this.locale, startDateIsMonthOnly);
    const [first, last] = [
      formatDay(startDate, this.locale, startDateIsMonthOnly),
      formatDay(endDate, this.locale, endDateIsMonthOnly),
    ];
    return `${first} – ${last}`;
  }

  /** `19 – 20 januari 2027, Utrecht`; with `keep` for whoever shows it as a sentence. */
  name(start: StartingDate, asPlace: (place: string) => string = String): string {
    return [this.period(start), asPlace(start.place.trim())].filter(Boolean).join(', ');
  }

  month(day: string): string {
    return formatDay(day, this.locale, true);
  }

  /** Why it can't be booked, or what speaks for booking it now. */
  notes({ start, availability, seatsLeft }: StartOffer): readonly StartNote[] {
    if (availability !== 'open') return [{ kind: availability, text: this.terms.unavailable[availability] }];
    const notes: StartNote[] = [];
    if (start.startGuaranteed) notes.push({ kind: 'guaranteed', text: this.terms.guaranteed });
    if (seatsLeft !== undefined && seatsLeft <= FEW_SEATS) {
      notes.push({ kind: 'few', text: this.terms.seatsLeft(seatsLeft) });
    }
    return notes;
  }

  /** `12 lesdagen, steeds op dinsdag, 19:00 – 21:30`: what all course days have in common. */
  scheduleInShort(days: readonly CourseDay[]): string {
    const weekday = days.length > 2 && same(days, ({ date }) => formatWeekday(date, this.locale));
    const time = same(days, (day) => this.time(day));
    return [this.terms.days(days.length), weekday && this.terms.everyWeekday(weekday), time].filter(Boolean).join(', ');
  }

  /** `09:00 – 17:00`, or what is known of it. */
  time({ startTime = '', endTime = '' }: CourseDay): string {
    return unbroken([startTime, endTime].filter(Boolean).map(hoursAndMinutes).join(' – '));
  }

  courseDay({ date }: CourseDay): string {
    return formatDay(date, this.locale, false, WITH_WEEKDAY);
  }
}

export interface StartNote {
  readonly kind: Exclude<StartOffer['availability'], 'open'> | 'guaranteed' | 'few';
  readonly text: string;
}

/** Feeds write seconds too. */
function hoursAndMinutes(time: string): string {
  return /^\d\d:\d\d/.exec(time)?.[0] ?? time;
}

/** What `read` answers for every day, when that is one thing. */
function same(days: readonly CourseDay[], read: (day: CourseDay) => string): string {
  const [first = '', ...others] = new Set(days.map(read));
  return others.length === 0 ? first : '';
}
