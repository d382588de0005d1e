import type { AuditAction, CertificateRow, Enrollment, Intent, StoredTrainer } from '@enrollkit/core';
import type { Insertable, Kysely } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { MailsTable, Tables } from '../database/tables.js';
import type { Outbox } from '../store/session.js';
import { certificateNotices, enrollmentNotices, linkNotices, type Notice } from './notice.js';

/** What one transaction has to tell people, to be written down within it. */
export class NoticeOutbox implements Outbox {
  readonly #intent: Intent;
  readonly #ids: (() => string) | undefined;
  readonly #notices: Notice[] = [];

  /** Without `ids` nobody is told anything: this server sends no mail. */
  constructor(intent: Intent, ids: (() => string) | undefined) {
    this.#intent = intent;
    this.#ids = ids;
  }

  enrollment(before: Enrollment | undefined, after: Enrollment, action: AuditAction<'enrollment'>): void {
    this.#notices.push(...enrollmentNotices({ before, after, action, intent: this.#intent }));
  }

  certificate(row: CertificateRow, action: AuditAction<'certificate'>): void {
    if (action === 'certificate.upload') this.#notices.push(...certificateNotices(row));
  }

  trainer(row: StoredTrainer, action: AuditAction<'trainer'>): void {
    if (SAID_OF_LINKS.has(action)) this.#notices.push(...linkNotices(row));
  }

  async write(tx: Kysely<Tables>): Promise<void> {
    const ids = this.#ids;
    const notices = ids ? together(this.#notices) : [];
    if (!ids || notices.length === 0) return;
    const rows = notices.map((notice): Insertable<MailsTable> => ({
      provider_id: notice.providerId ?? '',
      id: ids(),
      kind: notice.kind,
      audience: notice.audience,
      ...whatOf(notice),
      facts: JSON.stringify(notice.facts),
      created_at: toTimestamp(this.#intent.at),
    }));
    // Fewer parameters than a statement can have.
    for (let at = 0; at < rows.length; at += MOST_ROWS) {
      await tx
        .insertInto('mails')
        .values(rows.slice(at, at + MOST_ROWS))
        .execute();
    }
  }
}

const MOST_ROWS = 1000;

const SAID_OF_LINKS: ReadonlySet<AuditAction<'trainer'>> = new Set([
  'trainer.ask-link',
  'trainer.accept-link',
  'trainer.decline-link',
]);

function whatOf({
  about,
}: Notice): Pick<MailsTable, 'enrollment_id' | 'certificate_id' | 'trainer_email' | 'product_id'> {
  const isOfLink = 'trainerEmail' in about;
  return {
    enrollment_id: isOfLink ? null : about.enrollmentId,
    certificate_id: isOfLink ? null : (about.certificateId ?? null),
    trainer_email: isOfLink ? about.trainerEmail : null,
    product_id: isOfLink ? about.productId : null,
  };
}

/** Those about one start are one mail, which says how many participants it is about. */
function together(notices: readonly Notice[]): readonly Notice[] {
  const counts = new Map<string, number>();
  for (const { together: key } of notices) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  const told = new Set<string>();
  return notices.flatMap((notice): Notice[] => {
    const { together: key } = notice;
    if (key === undefined) return [notice];
    if (told.has(key)) return [];
    told.add(key);
    return [{ ...notice, facts: { ...notice.facts, participants: counts.get(key) ?? 1 } }];
  });
}
