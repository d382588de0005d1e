import type { FeedSource } from '../bytes/read-source.js';
import { readTrainers } from '../read/read-trainers.js';
import type { CheckedTrainer, TrainerCheckOptions, TrainerCheckSummary } from './checked-entry.js';
import { FindingCounts } from './finding-counts.js';
import { TrainerChecker } from './trainer-checker.js';

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
  const checker = new TrainerChecker(options);
  const counts = new FindingCounts();
  for await (const entry of readTrainers(source, options)) {
    const checked = checker.check(entry);
    counts.count(checked);
    yield checked;
  }
  return { trainers: counts.items, ...counts.totals() };
}
