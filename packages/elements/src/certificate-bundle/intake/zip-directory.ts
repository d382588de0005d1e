import type { IntakeCode } from './found-file.js';

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
  /** CRC-32 of what comes out. */
  readonly checksum: number;
  /** The path as it is written: its own header repeats it. */
  readonly nameBytes: Uint8Array;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const HEADER = 0x04034b50;
const HEADER_BYTES = 30;
const END_BYTES = 22;
const MOST_COMMENT_BYTES = 0xffff;
const ENTRY_BYTES = 46;
/** Of a whole directory that is signed, behind its entries. */
const SIGNATURE = 0x05054b50;
/** Names of 300 files take 50 kB. More than this is no folder of certificates. */
const MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;
/** What has no room in 4 bytes stands elsewhere, in 8. Many who pack as they send write so whatever the size (OneDrive, .NET). */
const LARGE = { end: 0x06064b50, pointer: 0x07064b50, pointerBytes: 20, endBytes: 56, extra: 0x0001 } as const;
const IN_4_BYTES = 0xffffffff;
/** A name as Unicode beside the one in the letters of a country. */
const UNICODE_NAME = 0x7075;

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly start: number;
}

/** Reads the directory at the end of a zip, and nothing else of it; or says why it can't be used. Rejects when the file can't be read. */
export async function readZipDirectory(
  zip: Blob,
): Promise<readonly ZipEntry[] | Extract<IntakeCode, 'zip-damaged' | 'too-many-files'>> {
  const tailAt = Math.max(0, zip.size - END_BYTES - MOST_COMMENT_BYTES - LARGE.pointerBytes);
  const tail = await viewOf(zip.slice(tailAt));
  const end = findEnd(tail);
  if (end === undefined) return 'zip-damaged';
  const { count, size, start } = (await readLargeEnd(zip, tail, end)) ?? {
    count: tail.getUint16(end + 10, true),
    size: tail.getUint32(end + 12, true),
    start: tail.getUint32(end + 16, true),
  };
  if (start + size > tailAt + end) return 'zip-damaged';
  if (size > MOST_DIRECTORY_BYTES) return 'too-many-files';
  return readEntries(await viewOf(zip.slice(start, start + size)), count) ?? 'zip-damaged';
}

/** Where there is one, it holds for all three. */
async function readLargeEnd(zip: Blob, tail: DataView, end: number): Promise<Directory | undefined> {
  const pointer = end - LARGE.pointerBytes;
  if (pointer < 0 || tail.getUint32(pointer, true) !== LARGE.pointer) return undefined;
  const at = largeNumber(tail, pointer + 8);
  const view = await viewOf(zip.slice(at, at + LARGE.endBytes));
  if (view.byteLength < LARGE.endBytes || view.getUint32(0, true) !== LARGE.end) return undefined;
  return { count: largeNumber(view, 32), size: largeNumber(view, 40), start: largeNumber(view, 48) };
}

function largeNumber(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** Where the bytes of an entry begin: its own header repeats the name, with a length of its own. */
export async function contentOf(zip: Blob, entry: ZipEntry): Promise<Blob | undefined> {
  const { nameBytes } = entry;
  const header = await viewOf(zip.slice(entry.headerAt, entry.headerAt + HEADER_BYTES + nameBytes.length));
  if (header.byteLength < HEADER_BYTES + nameBytes.length || header.getUint32(0, true) !== HEADER) return undefined;
  // A damaged name says whose it is of somebody else.
  const isSameName = nameBytes.every((byte, at) => header.getUint8(HEADER_BYTES + at) === byte);
  if (header.getUint16(26, true) !== nameBytes.length || !isSameName) return undefined;
  const start = entry.headerAt + HEADER_BYTES + nameBytes.length + header.getUint16(28, true);
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
    const extras = readExtras(view, at + ENTRY_BYTES + name, extra);
    const bytes = new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + at + ENTRY_BYTES, name);
    const numbers = readNumbers(view, at, extras.get(LARGE.extra));
    if (!numbers) return undefined;
    entries.push({
      path: unicodeName(extras.get(UNICODE_NAME)) ?? readName(bytes, (flags & 0x800) !== 0),
      isEncrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      nameBytes: bytes,
      ...numbers,
    });
    at = end;
  }
  // What is left over is files that a damaged number leaves out.
  const isAll = at === view.byteLength || (at + 4 <= view.byteLength && view.getUint32(at, true) === SIGNATURE);
  return isAll ? entries : undefined;
}

/** What an entry says beside its fixed fields, by its number. */
function readExtras(view: DataView, begin: number, length: number): ReadonlyMap<number, DataView> {
  const extras = new Map<number, DataView>();
  for (let at = begin; at + 4 <= begin + length;) {
    const size = Math.min(view.getUint16(at + 2, true), begin + length - at - 4);
    extras.set(view.getUint16(at, true), new DataView(view.buffer, view.byteOffset + at + 4, size));
    at += 4 + size;
  }
  return extras;
}

type Numbers = Pick<ZipEntry, 'bytes' | 'packedBytes' | 'headerAt'>;

/** Those that have no room stand in the extra, in this order, and only those. */
function readNumbers(view: DataView, at: number, large: DataView | undefined): Numbers | undefined {
  let next = 0;
  const read = (offset: number): number => {
    const small = view.getUint32(at + offset, true);
    if (small !== IN_4_BYTES || !large) return small;
    if (next + 8 > large.byteLength) return NaN;
    next += 8;
    return largeNumber(large, next - 8);
  };
  const [bytes, packedBytes, headerAt] = [read(24), read(20), read(42)];
  return [bytes, packedBytes, headerAt].some(Number.isNaN) ? undefined : { bytes, packedBytes, headerAt };
}

/** After a version and a check of the other name. */
function unicodeName(extra: DataView | undefined): string | undefined {
  if (!extra || extra.byteLength <= 5 || extra.getUint8(0) !== 1) return undefined;
  const bytes = new Uint8Array(extra.buffer as ArrayBuffer, extra.byteOffset + 5, extra.byteLength - 5);
  return new TextDecoder().decode(bytes).normalize('NFC');
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
