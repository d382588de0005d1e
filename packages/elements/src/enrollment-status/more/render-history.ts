import { changedBy, type Enrollment, type StatusChange, type StatusEvaluation } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant } from '../../base/language/formats.js';
import { keep, sentence } from '../../base/language/kept-words.js';
import type { EnrollmentStatusTerms } from '../../terms/enrollment-status.js';
import { wordOf, type Speech } from '../say.js';
import { statusIcon, type ShownStatus } from '../status-icons.js';

/** A record, with what the rules have made of it by now. */
export interface Lived extends StatusEvaluation {
  readonly enrollment: Enrollment;
}

/** What happened so far, newest first: what is true now stands on top. */
export function renderHistory(lived: Lived, speech: Speech<EnrollmentStatusTerms>): TemplateResult | typeof nothing {
  const { terms, locale, timeZone } = speech;
  const history = historyOf(lived, terms);
  if (history.length === 0) return nothing;
  return html`<ol part="history" aria-label=${terms.history}>
    ${history.map(
      ({ to, at, cause, note }) =>
        html`<li class=${to}>
          <time datetime=${at}><bdi>${formatInstant(at, locale, timeZone)}</bdi></time>
          <span>${statusIcon(to)} <bdi>${wordOf(to, speech)}</bdi></span>
          <bdi class="muted">${sentence(note === undefined ? cause : `${cause} · ${note}`)}</bdi>
        </li>`,
    )}
  </ol>`;
}

/** One step in the life of an enrollment, with what brought it about in words. */
interface HistoryEntry {
  readonly to: ShownStatus;
  readonly at: string;
  readonly cause: string;
  /** Why, in the words of whoever did it. */
  readonly note?: string;
}

/** Newest first: what became of the status, and of the booking before there was one. */
function historyOf(
  { enrollment: { history, bookingHistory = [] }, changes }: Lived,
  terms: EnrollmentStatusTerms,
): readonly HistoryEntry[] {
  const statuses = [...history, ...changes].map((change) => ({ ...change, cause: sayCause(change, terms) }));
  const bookings = bookingHistory.flatMap(({ to, at, name }) =>
    to === 'requested' || to === 'declined' ? [{ to, at, cause: name ? terms.bookedBy[to](keep(name)) : '' }] : [],
  );
  // Only bookings have to be put in their place: a history as it came stays in its order.
  const all =
    bookings.length === 0 ? statuses : [...bookings, ...statuses].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return all.reverse();
}

/** What brought a change about, in a few words. */
function sayCause({ cause }: StatusChange, terms: EnrollmentStatusTerms): string {
  if (cause.kind === 'rule') return terms.byRule[cause.rule];
  return cause.kind === 'host'
    ? terms.byHost(keep(cause.name), cause.detail ?? '')
    : terms.byHand(keep(changedBy(cause)));
}
