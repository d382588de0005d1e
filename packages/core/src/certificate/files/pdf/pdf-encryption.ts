import { binaryText } from '../binary-text.js';
import type { Binary } from '../../certificate.js';
import { fileSlices } from '../file-slices.js';
import { opensWithoutPassword } from './opens-without-password.js';
import { readPdfDictionary, type PdfDictionary } from './pdf-dictionary.js';

/** Room for a dictionary that says how a file is encrypted, with the keys in it. */
const OBJECT_BYTES = 8 * 1024;

/** Whether a PDF with this trailer opens for everybody, though it is encrypted. */
export async function opensForEverybody(file: Binary, trailer: string): Promise<boolean> {
  const entries = readPdfDictionary(trailer, trailer.indexOf('<<'));
  const [id] = Array.isArray(entries.ID) ? (entries.ID as readonly unknown[]) : [];
  const encryption = Array.isArray(entries.Encrypt)
    ? await readObject(file, entries.Encrypt.map(String))
    : (entries.Encrypt as PdfDictionary | undefined);
  return opensWithoutPassword(encryption ?? {}, typeof id === 'string' ? id : '');
}

/** An object by its number; the last one, when it was written anew. Never packed: ISO 32000-2, 7.5.7. */
async function readObject(file: Binary, [number = '', generation = '']: readonly string[]): Promise<PdfDictionary> {
  const header = new RegExp(
    String.raw`(?<!\d)0*${Number(number)}[\s\0]{1,9}0*${Number(generation)}[\s\0]{1,9}obj`,
    'g',
  );
  let [found, before] = ['', ''];
  for await (const slice of fileSlices(file)) {
    const text = before + binaryText(slice);
    for (const { index } of text.matchAll(header)) found = text.slice(index, index + OBJECT_BYTES);
    before = text.slice(-OBJECT_BYTES);
  }
  return readPdfDictionary(found, found.indexOf('obj') + 3);
}
