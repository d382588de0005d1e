const WIDTH = 100;

/** Stands in an example as it is. */
export class Code {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** A value as a person would write it in JavaScript: on one line, or as many fields to a line as fit. */
export function toSource(value: unknown, indent = ''): string {
  if (value instanceof Code) return value.source;
  if (Array.isArray(value)) {
    return list(
      '[',
      value.map((item) => toSource(item, `${indent}  `)),
      ']',
      indent,
    );
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, held]) => held !== undefined && typeof held !== 'function');
    const pad = entries.length > 0 ? ' ' : '';
    return list(
      `{${pad}`,
      entries.map(([key, held]) => `${nameOf(key)}: ${toSource(held, `${indent}  `)}`),
      `${pad}}`,
      indent,
    );
  }
  return typeof value === 'string' ? quoted(value) : String(value);
}

const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const nameOf = (key: string): string => (/^[a-z_$][\w$]*$/i.test(key) ? key : quoted(key));

function list(open: string, items: readonly string[], close: string, indent: string): string {
  const line = `${open}${items.join(', ')}${close}`;
  if (!line.includes('\n') && line.length + indent.length <= WIDTH) return line;
  return `${open.trim()}\n${filled(items, `${indent}  `)}${indent}${close.trim()}`;
}

/** A product has twenty fields that say little: one to a line, they would push what matters out of sight. */
function filled(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const item of items) {
    const longer = `${lines.at(-1) ?? ''} ${item},`;
    const isShort = !longer.includes('\n') && longer.length <= WIDTH;
    if (lines.length > 0 && isShort) lines[lines.length - 1] = longer;
    else lines.push(`${indent}${item},`);
  }
  return lines.map((line) => `${line}\n`).join('');
}
