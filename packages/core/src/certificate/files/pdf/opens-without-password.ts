import { md5 } from './md5.js';
import type { PdfDictionary, PdfValue } from './pdf-dictionary.js';

/** What of WebCrypto is used here. A page without https doesn't have it. */
interface Subtle {
  digest(algorithm: string, bytes: Uint8Array): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    key: Uint8Array,
    algorithm: 'AES-CBC',
    extractable: false,
    usages: ['encrypt'],
  ): Promise<object>;
  encrypt(algorithm: { name: 'AES-CBC'; iv: Uint8Array }, key: object, bytes: Uint8Array): Promise<ArrayBuffer>;
}

/** What stands in for a password that is too short. ISO 32000-1, 7.6.3.3. */
const PADDING = Uint8Array.from([
  0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e, 0x2e, 0x00,
  0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
]);

/**
 * Whether an encrypted PDF opens for everybody, as one does that has only an owner's password: it is the empty password of a
 * user that fits. `false` also for what can't be told (encryption for named people, or a page without WebCrypto).
 */
export async function opensWithoutPassword(encryption: PdfDictionary, id: string): Promise<boolean> {
  if (encryption.Filter !== '/Standard') return false;
  // Only files that are kept inside it are encrypted.
  if (Number(encryption.V) >= 4 && (encryption.StmF ?? '/Identity') === '/Identity') return true;
  const revision = Number(encryption.R);
  if (revision >= 2 && revision <= 4) return fitsUntil17(encryption, revision, id);
  if (revision === 5 || revision === 6) return fits20(bytesOf(encryption.U), revision);
  return false;
}

/** ISO 32000-1, algorithms 2, 4 and 5. */
function fitsUntil17(encryption: PdfDictionary, revision: number, id: string): boolean {
  const expected = bytesOf(encryption.U);
  const bits = encryption.V === '4' ? 128 : Number(encryption.Length ?? 40);
  const keyBytes = revision === 2 ? 5 : Math.min(Math.max(bits >> 3, 5), 16);
  const permissions = new DataView(new ArrayBuffer(4));
  permissions.setUint32(0, Number(encryption.P) >>> 0, true);
  const hidden = revision === 4 && encryption.EncryptMetadata === 'false' ? [0xff, 0xff, 0xff, 0xff] : [];
  const owner = bytesOf(encryption.O).subarray(0, 32);
  let key = md5(join(PADDING, owner, new Uint8Array(permissions.buffer), bytesOf(id), hidden));
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, keyBytes));
  key = key.subarray(0, keyBytes);
  if (revision === 2) return startsWith(expected, rc4(key, PADDING));

  let check = md5(join(PADDING, bytesOf(id)));
  for (let round = 0; round < 20; round += 1) {
    check = rc4(
      key.map((byte) => byte ^ round),
      check,
    );
  }
  return startsWith(expected, check);
}

/** ISO 32000-2, algorithm 11: 32 bytes of hash, and 8 that go into it. */
async function fits20(user: Uint8Array, revision: number): Promise<boolean> {
  const { crypto } = globalThis as { crypto?: { subtle?: Subtle } };
  const subtle = crypto?.subtle;
  if (!subtle || user.length < 48) return false;
  const salt = user.slice(32, 40);
  let key = new Uint8Array(await subtle.digest('SHA-256', salt));
  if (revision === 6) key = await hardened(subtle, key);
  return startsWith(user, key.subarray(0, 32));
}

/** ISO 32000-2, algorithm 2.B, for an empty password. */
async function hardened(subtle: Subtle, first: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  let key = first;
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const text = new Uint8Array(key.length * 64);
    for (let copy = 0; copy < 64; copy += 1) text.set(key, copy * key.length);
    const aes = await subtle.importKey('raw', key.slice(0, 16), 'AES-CBC', false, ['encrypt']);
    const encrypted = new Uint8Array(await subtle.encrypt({ name: 'AES-CBC', iv: key.slice(16, 32) }, aes, text));
    // WebCrypto fills up to a whole block, and here there is nothing to fill up.
    const cipher = encrypted.slice(0, text.length);
    // 256 leaves 1 when it is divided by 3, so that the sum of the bytes tells as much as their number.
    const rest = cipher.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = new Uint8Array(await subtle.digest(['SHA-256', 'SHA-384', 'SHA-512'][rest] as string, cipher));
    last = cipher.at(-1) as number;
  }
  return key;
}

/** The cipher of PDF 1.4 to 1.7. */
function rc4(key: Uint8Array, text: Uint8Array): Uint8Array {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => box[index & 255] as number;
  const swap = (first: number, second: number): void => {
    [box[first], box[second]] = [at(second), at(first)];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return text.map((byte) => {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    return byte ^ at(at(i) + at(j));
  });
}

function bytesOf(value: PdfValue | undefined): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(typeof value === 'string' ? value : '', (character) => character.charCodeAt(0));
}

function join(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return start.length > 0 && bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
}
