/** A mail as its reader sees it: enough of MIME for what one program writes. */
export interface ParsedMail {
  readonly head: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
}

/** Takes a mail with a text and an HTML part apart. */
export function simpleParser(source: string): ParsedMail {
  const { head, body } = split(source);
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(head.get('content-type') ?? '') ?? [];
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => split(part.replace(/^\r\n/, '')));
  const read = (type: string): string => {
    const part = parts.find(({ head: own }) => own.get('content-type')?.startsWith(type));
    return part ? decode(part.body, part.head.get('content-transfer-encoding')) : '';
  };
  return { head, text: read('text/plain'), html: read('text/html') };
}

function split(source: string): { readonly head: ReadonlyMap<string, string>; readonly body: string } {
  const [lines = '', ...rest] = source.split('\r\n\r\n');
  const unfolded = lines.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const head = unfolded.map((line) => /^([^:]+):\s*(.*)$/.exec(line) ?? []);
  return {
    head: new Map(head.map(([, name = '', value = '']) => [name.toLowerCase(), value])),
    body: rest.join('\r\n\r\n'),
  };
}

function decode(body: string, encoding = '7bit'): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
