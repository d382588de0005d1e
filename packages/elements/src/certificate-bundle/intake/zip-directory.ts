/** One file in a zip, as its directory describes it: nothing is unpacked yet. */
export interface ZipEntry {
  /** With its folders. */
  readonly path: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedBytes: number;
  /** As the zip claims. */
  readonly bytes: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const MOST_COMMENT_BYTES = 0xffff;
const ENTRY_BYTES = 46;
/** Names of 300 files take 50 kB. More than this is no folder of certificates. */
const MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;

/**
 * Reads the directory at the end of a zip, and nothing else of it. `undefined`: it is none, is broken, or is one of those
 * beyond 4 GB or 65,535 files.
 */
export async function readZipDirectory(zip: Blob): Promise<readonly ZipEntry[] | undefined> {
  const tailAt = Math.max(0, zip.size - END_BYTES - MOST_COMMENT_BYTES);
  const tail = await viewOf(zip.slice(tailAt));
  const end = findEnd(tail);
  if (end === undefined) return undefined;
  const [count, size, start] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ];
  const endAt = tailAt + end;
  if (count === 0xffff || start === 0xffffffff || size > MOST_DIRECTORY_BYTES || start + size > endAt) return undefined;
  return readEntries(await viewOf(zip.slice(start, start + size)), count);
}

/** Where the bytes of an entry begin: its own header repeats the name, with a length of its own. */
export async function contentOf(zip: Blob, entry: ZipEntry): Promise<Blob | undefined> {
  const header = await viewOf(zip.slice(entry.headerAt, entry.headerAt + 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) return undefined;
  const start = entry.headerAt + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return start + entry.packedBytes <= zip.size ? zip.slice(start, start + entry.packedBytes) : undefined;
}

async function viewOf(part: Blob): Promise<DataView> {
  return new DataView(await part.arrayBuffer());
}

function findEnd(tail: DataView): number | undefined {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END) return at;
  }
  return undefined;
}

function readEntries(view: DataView, count: number): readonly ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let read = 0; read < count; read += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const [name, extra, comment] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const end = at + ENTRY_BYTES + name + extra + comment;
    if (end > view.byteLength) return undefined;
    const flags = view.getUint16(at + 8, true);
    entries.push({
      path: readName(
        new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + at + ENTRY_BYTES, name),
        (flags & 0x800) !== 0,
      ),
      isEncrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at = end;
  }
  return entries;
}

/** Letters from 128 on of code page 850, in which Windows writes names that it doesn't mark as Unicode. */
const CODE_PAGE_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´­±‗¾¶§÷¸°¨·¹³²■ ';

/** Many programs write UTF-8 and don't say so: what reads as such is. */
function readName(bytes: Uint8Array<ArrayBuffer>, isMarked: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isMarked }).decode(bytes).normalize('NFC');
  } catch {
    return [...bytes]
      .map((byte) => (byte < 128 ? String.fromCharCode(byte) : (CODE_PAGE_850[byte - 128] ?? '_')))
      .join('');
  }
}
