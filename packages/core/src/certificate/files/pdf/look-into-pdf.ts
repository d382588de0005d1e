import { binaryText } from '../binary-text.js';
import type { Binary, PdfActiveContent } from '../../certificate.js';
import { fileSlices } from '../file-slices.js';
import { withPlainNames } from './pdf-names.js';
import { PdfStructure, type PdfEnding } from './pdf-structure.js';

/** What a PDF tells about itself. */
export interface PdfFacts extends PdfEnding {
  /** It has a catalog and nothing that could be a page. */
  readonly hasNoPages: boolean;
  /** What does more than being looked at. */
  readonly activeContent: readonly PdfActiveContent[];
}

/** Room for what is looked for, with some space between its words. It may begin in one slice and end in the next. */
const WINDOW_BYTES = 96;

/** What the names that are looked for begin with, or a letter that is written as its number. */
const FIRST_LETTERS = new Set([...'TSJE#'].map((letter) => letter.charCodeAt(0)));

const PAGE = /^\/Type[\s\0]*\/Page(?!\w)/;
const CATALOG = /^\/Type[\s\0]*\/Catalog(?!\w)/;
/** Objects that are compressed together: pages may be among them. */
const PACKED = /^\/Type[\s\0]*\/ObjStm(?!\w)/;
/** ISO 32000-2, tables 201, 208, 224 and 43. */
const ACTIVE: readonly (readonly [PdfActiveContent, RegExp])[] = [
  ['javascript', /^\/(?:S[\s\0]*\/JavaScript(?!\w)|JavaScript[\s\0]*(?:\d+[\s\0]+\d+[\s\0]+R|<<))/],
  ['launch', /^\/S[\s\0]*\/Launch(?!\w)/],
  ['embedded-file', /^\/(?:Type[\s\0]*\/EmbeddedFile(?!\w)|EmbeddedFiles[\s\0]*(?:\d+[\s\0]+\d+[\s\0]+R|<<))/],
];

/** Reads a whole PDF in one pass. Not a reader of PDF: what is compressed inside stays unseen. */
export async function lookIntoPdf(file: Binary): Promise<PdfFacts> {
  const structure = new PdfStructure(file.size);
  const active = new Set<PdfActiveContent>();
  let [hasPage, hasCatalog, isPacked] = [false, false, false];
  const passName = (name: string): void => {
    hasPage ||= PAGE.test(name);
    hasCatalog ||= CATALOG.test(name);
    isPacked ||= PACKED.test(name);
    for (const [content, pattern] of ACTIVE) if (pattern.test(name)) active.add(content);
  };
  let before = '';
  for await (const slice of fileSlices(file)) {
    const text = binaryText(slice);
    structure.take(text);
    // What begins at the end of a slice is there as a whole with the next one only.
    passNames(before + text.slice(0, WINDOW_BYTES), before.length, passName);
    passNames(text, text.length - WINDOW_BYTES, passName);
    before = text.slice(-WINDOW_BYTES);
  }
  passNames(before, before.length, passName);
  return {
    ...structure.end(),
    hasNoPages: hasCatalog && !hasPage && !isPacked,
    activeContent: [...active].sort(),
  };
}

/** Tells of every place before `until` that could be the beginning of what is looked for, with what follows it. */
function passNames(text: string, until: number, passName: (name: string) => void): void {
  for (let at = text.indexOf('/'); at >= 0 && at < until; at = text.indexOf('/', at + 1)) {
    if (FIRST_LETTERS.has(text.charCodeAt(at + 1))) passName(withPlainNames(text.slice(at, at + WINDOW_BYTES)));
  }
}
