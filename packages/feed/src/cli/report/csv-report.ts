import { findingsToCsv } from '../../check/findings-to-csv.js';
import type { Console } from '../console.js';
import { FEED_TERMS } from '../../terms/feed-languages.js';
import { formatsFor } from '../../terms/formats.js';
import type { Locale } from '@enrollkit/core';
import type { Report } from './report.js';

/** A row per finding, for a spreadsheet. */
export function csvReport(console: Console, language: Locale): Report {
  const { separator } = formatsFor(language);
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
