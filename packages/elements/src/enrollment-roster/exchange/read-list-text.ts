/** Excel's "Unicode text" begins with one of these. */
const UTF_16 = { 'ff fe': 'utf-16le', 'fe ff': 'utf-16be' } as const;
/** Workbooks: of today, which are zips, and of before 2007. */
const WORKBOOKS: readonly string[] = ['50 4b 3 4', 'd0 cf 11 e0'];

/** The text of a list as spreadsheets save it; `undefined` for a workbook. */
export function readListText(bytes: ArrayBuffer): string | undefined {
  const begin = (length: number): string =>
    [...new Uint8Array(bytes.slice(0, length))].map((byte) => byte.toString(16)).join(' ');
  if (WORKBOOKS.includes(begin(4))) return undefined;
  const mark = begin(2);
  if (mark in UTF_16) return new TextDecoder(UTF_16[mark as keyof typeof UTF_16]).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Spreadsheets that say nothing of their encoding write that of Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
