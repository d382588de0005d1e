import { normalizeEmail, type Trainer } from '@enrollkit/core';
import { excerpt } from '../findings/excerpt.js';
import type { TrainerEntry } from '../read/feed-entry.js';
import { DEFAULT_READ_LIMITS } from '../read/read-limits.js';
import { checkAddress } from './fields/check-address.js';
import type { ReportFinding } from './fields/check-context.js';
import { checkMarkup } from './fields/check-description.js';
import type { CheckedTrainer, TrainerCheckOptions } from './checked-entry.js';
import { EntryFindings } from './entry-findings.js';
import { isEmailAddress } from './fields/is-email-address.js';
import { NamesInUse } from './names-in-use.js';
import { scanDescription } from './fields/scan-description.js';

/** Checks the trainers of one feed, in the feed's order. Remembers their addresses, and nothing else. */
export class TrainerChecker {
  readonly #findings: EntryFindings;
  readonly #emails = new NamesInUse();

  constructor({ mode = 'tolerant', limits = {} }: TrainerCheckOptions = {}) {
    const { issuesPerProduct = DEFAULT_READ_LIMITS.issuesPerProduct } = limits;
    this.#findings = new EntryFindings(mode, issuesPerProduct);
  }

  check(entry: TrainerEntry): CheckedTrainer {
    const findings = this.#findings;
    const email = entry.trainer?.email ?? entry.id;
    const firstLine = email === undefined ? undefined : this.#emails.findOrAdd(normalizeEmail(email), entry.line);
    findings.begin(entry);
    if (entry.trainer) checkTrainer(entry.trainer, firstLine, findings.report);
    return { ...entry, issues: findings.end() };
  }
}

function checkTrainer(trainer: Trainer, firstLine: number | undefined, report: ReportFinding): void {
  const { email, bio, photoUrl, webAddress, linkedIn } = trainer;
  if (!isEmailAddress(email)) report('email-invalid', 'email', { email: excerpt(email) });
  else if (firstLine !== undefined) report('duplicate-email', 'email', { email: excerpt(email), firstLine });
  if (bio !== undefined) checkMarkup(bio, scanDescription(bio), { element: 'Bio', path: 'bio' }, report);
  checkAddress(photoUrl, 'photoUrl', 'image', report);
  checkAddress(webAddress, 'webAddress', 'page', report);
  checkAddress(linkedIn, 'linkedIn', 'linkedin', report);
}
