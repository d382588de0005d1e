import { newKey } from './new-key.js';

/** A bundle of certificates is smaller; what is larger is sent as it is read, so that not all of it is in memory. */
const MOST_BYTES = 16 * 1024 * 1024;

/** What Node asks of a request whose body is a stream. */
export type NodeRequestInit = RequestInit & { readonly duplex?: 'half' };

/**
 * The same request with its form as one piece of bytes: for Node, whose `fetch` reads each part of a form through a stream of its
 * own, which takes twice the time of sending it. Browsers send forms themselves, and the files in them from the disk.
 */
export async function formInOnePiece(init: RequestInit): Promise<NodeRequestInit> {
  const { body: form } = init;
  if (!(form instanceof FormData)) return init;
  const boundary = `----enrollkit-${newKey()}`;
  const parts = [...form].flatMap(([name, value]) => partOf(boundary, name, value));
  const whole = new Blob([...parts, `--${boundary}--\r\n`]);
  if (whole.size > MOST_BYTES) return init;
  const headers = {
    ...(init.headers as Record<string, string>),
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
    'Content-Length': String(whole.size),
  };
  return { ...init, headers, body: streamOf(new Uint8Array(await whole.arrayBuffer())), duplex: 'half' };
}

/** `fetch` copies bytes twice, once to keep and once for a redirect, but passes on what a stream gives. */
function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** As browsers write it. Source: HTML standard, 4.10.21.8 (multipart form data). */
function partOf(boundary: string, name: string, value: FormDataEntryValue): readonly BlobPart[] {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(withLineEnds(name))}"`;
  if (typeof value === 'string') return [`${head}\r\n\r\n${withLineEnds(value)}\r\n`];
  const type = value.type || 'application/octet-stream';
  return [`${head}; filename="${quoted(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`, value, '\r\n'];
}

function withLineEnds(text: string): string {
  return text.replaceAll(/\r\n?|\n/g, '\r\n');
}

function quoted(text: string): string {
  return text.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}
