import { BYTE_ORDER_MARK, csvRow, type CsvSeparator } from '@enrollkit/core';
import { isBeingLookedAt, type SortedItem } from '../bundle-item.js';
import { describeTrouble, describeWhy, type BundleWording } from '../bundle-wording.js';

/** Which one a spreadsheet expects: where the decimals have a comma, it isn't free. */
function separatorFor(locale: string): CsvSeparator {
  return new Intl.NumberFormat(locale).format(0.5).includes(',') ? ';' : ',';
}

/** What became of every file, as a table: whose it is, why, and how far it came. */
export function reportOf(sorted: readonly SortedItem[], wording: BundleWording): string {
  const { bundle, locale } = wording;
  const rows = sorted.map(({ item, tab, person }) => {
    const state =
      item.state === 'ready' || isBeingLookedAt(item) ? bundle.tabs[tab] : bundle.states[item.state as 'sent'];
    const outcome = [state, describeTrouble(item, wording)].filter(Boolean).join('. ');
    const { name = '', email = '' } = person?.participant ?? {};
    return [item.path, name, email, person?.id ?? '', person ? describeWhy(item, wording) : '', outcome];
  });
  const separator = separatorFor(locale);
  return BYTE_ORDER_MARK + [bundle.columns, ...rows].map((row) => csvRow(row, separator)).join('');
}
