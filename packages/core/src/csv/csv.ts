/** Between the columns. Excel takes a semicolon where a comma stands before decimals. */
export type CsvSeparator = ',' | ';' | '\t';

/** Without it a spreadsheet takes the file for another encoding. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet takes for the start of a formula. Source: OWASP, CSV injection. */
const FORMULA = /^[=+\-@\t\r\n]/;
/**
 * A spreadsheet may take another character for the separator, which one depends on its country; then quotes don't help, and
 * a line end inside them is the end of a row. The sign is optional, so that no text is gone through twice.
 */
const AFTER_SEPARATOR = /([;,\s"']+)([=+\-@])?/g;
const SEPARATOR = /[;,\t\r\n]/;
/** The sign that keeps a text from being a formula, put there by us or by somebody else. */
const DEFUSED = /^'(?=[=+\-@\t\r\n])/;

/**
 * One row, with the end of its line. What would be a formula in a spreadsheet is text. Source: RFC 4180.
 *
 * @example
 * csvRow(['=1+1', 'Smit; Anna'], ';'); // "'=1+1;\"Smit; Anna\"\r\n"
 */
export function csvRow(cells: readonly string[], separator: CsvSeparator): string {
  return `${cells.map((text) => csvCell(text, separator)).join(separator)}\r\n`;
}

function csvCell(text: string, separator: string): string {
  const harmless = withoutFormulas(text);
  return /["\r\n]/.test(harmless) || harmless.includes(separator) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function withoutFormulas(text: string): string {
  const harmless = text.replace(AFTER_SEPARATOR, (whole: string, before: string, sign?: string) =>
    sign !== undefined && SEPARATOR.test(before) ? `${before}'${sign}` : whole,
  );
  return FORMULA.test(harmless) ? `'${harmless}` : harmless;
}

/** A first line by which some programs tell Excel what separates columns. */
const SAID_SEPARATOR = /^"?sep=([;,\t])"?(?:\r\n|\r|\n|$)/i;

export interface CsvRow {
  /** On which line it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote begins in it that is never closed: what should have been rows is in its last cell. */
  readonly isUnclosed?: true;
}

/**
 * The rows of a CSV text, whatever separates its columns. Empty rows are left out, a quote that is never closed ends with
 * the text and is told, and the sign that keeps a cell from being a formula is taken off. Reads no more than `most` rows.
 *
 * @example
 * [...readCsv('e-mail;status\r\nanna@example.nl;completed\r\n')].map(({ cells }) => cells);
 * // [['e-mail', 'status'], ['anna@example.nl', 'completed']]
 */
export function* readCsv(text: string, most = Infinity): Generator<CsvRow, void, undefined> {
  const whole = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const said = SAID_SEPARATOR.exec(whole);
  const separator = (said?.[1] as CsvSeparator | undefined) ?? separatorOf(whole);
  // A quoted cell, or what stands before the next separator or end of line; then which of them it was.
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)("|$)([^\\r\\n${separator}]*)|([^\\r\\n${separator}]*))(${separator}|\\r\\n|\\r|\\n|$)`,
    'y',
  );
  cell.lastIndex = said?.[0].length ?? 0;
  let [line, begin, count] = said ? [2, 2, 0] : [1, 1, 0];
  let cells: string[] = [];
  while (cell.lastIndex <= whole.length) {
    const at = cell.lastIndex;
    const [all, quoted, quote, rest = '', plain = '', end = ''] = cell.exec(whole) ?? [''];
    cells.push((quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest).trim().replace(DEFUSED, ''));
    line += all.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (end === separator) continue;
    if (cells.some((text) => text !== '')) {
      if ((count += 1) > most) return;
      yield { line: begin, cells, ...(quote === '' && { isUnclosed: true }) };
    }
    [cells, begin] = [[], line];
    if (end === '' || at + all.length >= whole.length) return;
  }
}

/** Whichever of them there are most of in the first line. */
function separatorOf(text: string): CsvSeparator {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const counts = ([';', '\t', ','] as const).map((separator) => ({ separator, count: first.split(separator).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).separator;
}
