import { enrollmentCsv, type Enrollment } from '@enrollkit/core';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { saveBlob } from '../../base/files/save-blob.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import { CSV_COLUMNS } from './csv-columns.js';
import { csvWords, separatorOf } from './csv-words.js';

/** Has the browser save what is shown, as a spreadsheet reads it. */
export function exportRows(host: EnrollkitElement, terms: EnrollmentRosterTerms, rows: readonly Enrollment[]): void {
  const text = enrollmentCsv(rows, {
    columns: CSV_COLUMNS,
    words: csvWords(terms, host.common),
    separator: separatorOf(host.localeTag),
  });
  saveBlob(new Blob([text], { type: 'text/csv' }), `${terms.fileName}.csv`);
}
