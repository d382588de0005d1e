import { normalizeEmail, type Trainer } from '@enrollkit/core';
import { DEFAULT_READ_LIMITS } from '../read/read-limits.js';
import type { FeedSource } from '../bytes/read-source.js';
import { readTrainers } from '../read/read-trainers.js';
import { excerpt } from '../findings/excerpt.js';
import { checkAddress } from './check-address.js';
import type { ReportFinding } from './check-context.js';
import { checkMarkup } from './check-description.js';
import type { CheckedTrainer, TrainerCheckOptions, TrainerCheckSummary } from './checked-entry.js';
import { EntryFindings } from './entry-findings.js';
import { FindingCounts } from './finding-counts.js';
import { isEmailAddress } from './is-email-address.js';
import { NamesInUse } from './names-in-use.js';
import { scanDescription } from './scan-description.js';

/**
 * Reads and checks a trainer feed of any size, like `checkProducts`: one trainer after the other, of earlier ones only the
 * addresses are remembered. Returns a summary at its end.
 *
 * Source: domain.md section 5.
 */
export async function* checkTrainers(
  source: FeedSource,
  options: TrainerCheckOptions = {},
): AsyncGenerator<CheckedTrainer, TrainerCheckSummary, undefined> {
  const { mode = 'tolerant', limits: { issuesPerProduct = DEFAULT_READ_LIMITS.issuesPerProduct } = {} } = options;
  const findings = new EntryFindings(mode, issuesPerProduct);
  const emails = new NamesInUse();
  const counts = new FindingCounts();
  for await (const entry of readTrainers(source, options)) {
    const email = entry.trainer?.email ?? entry.id;
    const firstLine = email === undefined ? undefined : emails.findOrAdd(normalizeEmail(email), entry.line);
    findings.begin(entry);
    if (entry.trainer) checkTrainer(entry.trainer, firstLine, findings.report);
    const checked: CheckedTrainer = { ...entry, issues: findings.end() };
    counts.count(checked);
    yield checked;
  }
  return { trainers: counts.items, ...counts.totals() };
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
