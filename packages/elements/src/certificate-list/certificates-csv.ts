import { BYTE_ORDER_MARK, csvRow, type Certificate } from '@enrollkit/core';
import { formatDecimal } from '../base/language/formats.js';
import type { CertificateListTerms, ExpiryState } from '../terms/certificate-list.js';

interface CsvOptions {
  readonly terms: CertificateListTerms;
  readonly locale: string;
  readonly stateOf: (certificate: Certificate) => ExpiryState;
}

/** Certificates as a spreadsheet, in the words of the list. */
export function certificatesCsv(certificates: readonly Certificate[], options: CsvOptions): string {
  const { terms, locale, stateOf } = options;
  // Excel takes a semicolon where a comma stands before decimals.
  const separator = formatDecimal('0.5', locale).includes(',') ? ';' : ',';
  const rows = certificates.map((certificate) => {
    const { certification, certificationId, participant, validFrom, validUntil = '', file } = certificate;
    const state = stateOf(certificate);
    const verified = certification?.verified;
    return [
      certification?.name ?? certificationId,
      participant?.name ?? '',
      participant?.email ?? '',
      validFrom,
      validUntil,
      state === 'expiring' ? terms.states.valid : terms.states[state],
      verified === undefined ? '' : verified ? terms.yes : terms.no,
      file.name,
    ];
  });
  return BYTE_ORDER_MARK + [terms.columns, ...rows].map((cells) => csvRow(cells, separator)).join('');
}
