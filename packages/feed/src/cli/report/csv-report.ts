import { findingsToCsv } from '../../check/findings-to-csv.js';
import type { Console } from '../console.js';
import { FEED_TERMS } from '../feed-sentences.js';
import type { Language } from '../texts/choose-language.js';
import type { Report } from './report.js';

/** A row per finding, for a spreadsheet. */
export function csvReport(console: Console, language: Language): Report {
  // Excel in Dutch takes a semicolon.
  const separator = language === 'nl' ? ';' : ',';
  let isStarted = false;
  /** Every list of rows begins with the heading: it is written once. */
  const write = async (entries: Parameters<typeof findingsToCsv>[0]) => {
    let isHeading = true;
    for await (const piece of findingsToCsv(entries, FEED_TERMS[language], { separator })) {
      if (!isHeading || !isStarted) await console.write(piece);
      isHeading = false;
      isStarted = true;
    }
  };
  return {
    add: ({ entry }) => (entry.issues.length > 0 ? write([entry]) : undefined),
    finish: () => write([]),
    giveUp: () => write([]),
  };
}
