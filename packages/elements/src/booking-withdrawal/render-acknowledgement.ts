import type { Enrollment, Instant } from '@enrollkit/core';
import { html, type TemplateResult } from 'lit';
import { saveBlob } from '../base/files/save-blob.js';
import { formatInstant, withRegion } from '../base/language/formats.js';
import { keep, sentence } from '../base/language/kept-words.js';
import { plainText } from '../base/language/plain-text.js';
import type { BookingWithdrawalTerms } from '../terms/booking-withdrawal.js';

interface AcknowledgementView {
  readonly terms: BookingWithdrawalTerms;
  /** What was withdrawn from. */
  readonly contract: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** What was stated, with day and time, to keep. It is there again on every later visit. */
export function renderAcknowledgement(enrollment: Enrollment, view: AcknowledgementView): TemplateResult {
  const { id, participant, withdrawal, withdrawnAt } = enrollment;
  const { terms, contract } = view;
  const { name, email } = withdrawal ?? participant;
  const lines = [
    terms.declare(keep(name), contract),
    ...(withdrawnAt === undefined ? [] : [terms.acknowledged(momentOf(withdrawnAt, view))]),
    terms.sentTo(keep(email)),
  ];
  const save = (): void =>
    saveBlob(new Blob([`${[terms.done, ...lines.map(plainText)].join('\n')}\n`]), `${terms.fileName}-${id}.txt`);
  return html`<h3 tabindex="-1">${terms.done}</h3>
    <div part="acknowledgement">${lines.map((line) => html`<p><bdi>${sentence(line)}</bdi></p>`)}</div>
    <div class="actions">
      <button class="button" part="button save-button" type="button" @click=${save}>${terms.save}</button>
      <button class="button" part="button print-button" type="button" @click=${() => print()}>${terms.print}</button>
    </div>`;
}

/** Day and time: both belong in it. */
function momentOf(at: Instant, { locale, timeZone }: AcknowledgementView): string {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return at;
  const time = new Intl.DateTimeFormat(withRegion(locale), { timeStyle: 'short', timeZone }).format(ms);
  return `${formatInstant(at, locale, timeZone, 'long')} ${time} (${timeZone})`;
}
