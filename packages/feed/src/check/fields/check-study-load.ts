import { COMPILED_RULES } from '../../schema/compiled-rule.js';
import type { FeedEntry } from '../../read/feed-entry.js';
import { NUMBERS_PER_MARK } from '../../read/mark-list.js';
import type { ReportFinding } from './check-context.js';

const [VALUE, UNIT] = ['studyLoad.value', 'studyLoad.unit'].map((path) =>
  COMPILED_RULES.findIndex((rule) => rule.path === path),
);

/** A study load without its unit, or the other way round, tells nothing and is left out: that is said. */
export function checkStudyLoad({ product, marks }: FeedEntry, report: ReportFinding): void {
  if (product === undefined || product.studyLoad !== undefined) return;
  let hasValue = false;
  let hasUnit = false;
  for (let at = 0; at < marks.length; at += NUMBERS_PER_MARK) {
    if (marks[at] === VALUE) hasValue = true;
    else if (marks[at] === UNIT) hasUnit = true;
  }
  // Both are there, and one could not be read: that has been reported.
  if (hasValue === hasUnit) return;
  const [path, element] = hasValue ? ['studyLoad.unit', 'StudyLoadUnit'] : ['studyLoad.value', 'StudyLoad'];
  report('study-load-incomplete', path, { element });
}
