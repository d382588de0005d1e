import { withPlainNames } from './pdf-names.js';

/** How far a PDF goes. */
export interface PdfEnding {
  /** `end-missing`: all of its objects and its trailer are there, only the mark behind them isn't. */
  readonly ending: 'whole' | 'end-missing' | 'truncated';
  /** The trailer that says how the file is encrypted. */
  readonly encryptedTrailer?: string;
}

/** What a dictionary that is looked into may take: a cross-reference stream can list thousands of sections. */
const DICTIONARY_BYTES = 16 * 1024;
/** What may stand behind a mark and belong to it. */
const AHEAD_BYTES = 512;
/** What may stand before one: the numbers of an object. */
const BEFORE_BYTES = 32;

const SPACE = String.raw`[\s\0]`;
/** Where an object, a stream or the file itself begins or ends. ISO 32000-2, 7.3.8, 7.3.10, 7.5.5. */
const MARKS = /endobj|endstream|stream(?=[\r\n ])|obj|trailer|startxref|%%EOF/g;
const OBJECT_HEADER = new RegExp(String.raw`(?:^|[^\d])\d{1,10}${SPACE}{1,9}\d{1,5}${SPACE}{0,9}$`);
const ROOT = new RegExp(String.raw`/Root${SPACE}*\d+${SPACE}+\d+${SPACE}+R\b`);
const ENCRYPT = new RegExp(String.raw`/Encrypt${SPACE}*(?:\d+${SPACE}+\d+${SPACE}+R\b|<<)`);
const CROSS_REFERENCES = new RegExp(String.raw`/Type${SPACE}*/XRef\b`);
/** Said directly; one that stands in an object of its own isn't looked up. */
const LENGTH = new RegExp(String.raw`/Length${SPACE}+(\d{1,12})(?!\d|${SPACE}+\d+${SPACE}+R\b)`);
const LINEARIZED = new RegExp(String.raw`/Linearized\b.*?/L${SPACE}+(\d{1,12})`, 's');

/** A line end that a mail program took is no part that is missing. */
const LINEARIZED_SLACK = 16;

/**
 * Walks a PDF from object to object, slice by slice. It is whole when no object begins behind its last end mark; what else
 * stands there (zeros, empty lines, a web page) was put there by whoever handed it on. Contents of streams are passed over: a PDF
 * that is kept inside another has ends of its own.
 */
export class PdfStructure {
  readonly #size: number;
  #text = '';
  /** Where `#text` begins in the file, and how far it was walked. */
  #start = 0;
  #walked = 0;
  /** Where the object, or the trailer, that the walk is in begins. */
  #object: number | undefined;
  #trailer: number | undefined;
  #hasObjects = false;
  #isInStream = false;
  #isCrossReferences = false;
  #hasTrailer = false;
  #hasEnd = false;
  /** A stream that says to go on behind the end of the file. */
  #cutStream: number | undefined;
  #expectedSize = 0;
  #encryptedTrailer: string | undefined;

  constructor(size: number) {
    this.#size = size;
  }

  /** The next slice, with a character for each byte. */
  take(slice: string): void {
    this.#text += slice;
    this.#walk(this.#start + this.#text.length - AHEAD_BYTES);
    // No dictionary is longer: nothing but what was added stands behind this one.
    if (this.#walked > (this.#trailer ?? Infinity) + DICTIONARY_BYTES) this.#readTrailer(this.#walked);
    const done = Math.min(this.#walked, this.#start + this.#text.length) - BEFORE_BYTES;
    const needed = Math.max(
      Math.min(this.#object ?? done, this.#trailer ?? done),
      done - DICTIONARY_BYTES,
      this.#start,
    );
    this.#text = this.#text.slice(needed - this.#start);
    this.#start = needed;
  }

  end(): PdfEnding {
    this.#walk(this.#start + this.#text.length);
    this.#readTrailer(this.#start + this.#text.length);
    const encrypted = this.#encryptedTrailer === undefined ? {} : { encryptedTrailer: this.#encryptedTrailer };
    return { ending: this.#ending(), ...encrypted };
  }

  #ending(): PdfEnding['ending'] {
    if (this.#expectedSize > this.#size + LINEARIZED_SLACK || this.#cutStream !== undefined) return 'truncated';
    if (this.#hasEnd) return 'whole';
    // A file that was filled up with zeros is as long as it says, or longer.
    const isNearlyWhole = this.#size < this.#expectedSize;
    return (this.#hasTrailer || isNearlyWhole) && this.#object === undefined ? 'end-missing' : 'truncated';
  }

  /** Up to `until`: behind it, what belongs to a mark may not be there yet. */
  #walk(until: number): void {
    MARKS.lastIndex = Math.max(this.#walked - this.#start, 0);
    for (let mark = MARKS.exec(this.#text); mark; mark = MARKS.exec(this.#text)) {
      const at = this.#start + mark.index;
      if (at >= until) break;
      this.#walked = at + mark[0].length;
      this.#pass(mark[0], mark.index);
      MARKS.lastIndex = Math.max(MARKS.lastIndex, this.#walked - this.#start);
    }
    this.#walked = Math.max(this.#walked, until);
  }

  #pass(mark: string, index: number): void {
    const behind = index + mark.length;
    this.#readTrailer(this.#start + index);
    if (mark === 'obj') this.#begin(index, behind);
    else if (mark === 'stream') this.#passStream(index, behind);
    else if (mark === 'endobj' || mark === 'endstream') this.#close();
    else if (mark === 'trailer') this.#trailer = this.#start + behind;
    else if (mark === '%%EOF') this.#finish();
    else if (this.#cutStream !== undefined) this.#mendCutStream(behind);
  }

  #begin(index: number, behind: number): void {
    if (!OBJECT_HEADER.test(this.#text.slice(Math.max(index - BEFORE_BYTES, 0), index))) return;
    this.#object = this.#start + index;
    this.#hasTrailer = this.#hasEnd = this.#isCrossReferences = this.#isInStream = false;
    if (this.#hasObjects) return;
    this.#hasObjects = true;
    const [, length = '0'] = LINEARIZED.exec(this.#text.slice(behind, behind + AHEAD_BYTES)) ?? [];
    this.#expectedSize = Number(length);
  }

  #passStream(index: number, behind: number): void {
    if (this.#object === undefined || this.#isInStream) return;
    this.#isInStream = true;
    const from = Math.max(this.#object - this.#start, index - DICTIONARY_BYTES, 0);
    const dictionary = withPlainNames(this.#text.slice(from, index));
    if (CROSS_REFERENCES.test(dictionary)) {
      this.#isCrossReferences = ROOT.test(dictionary);
      this.#noteEncryption(dictionary);
    }
    const length = LENGTH.exec(dictionary)?.[1];
    if (length === undefined) return;
    const end = this.#start + behind + Number(length);
    if (end <= this.#size) this.#walked = Math.max(this.#walked, end);
    else this.#cutStream = this.#object;
  }

  #close(): void {
    this.#object = undefined;
    this.#isInStream = false;
    this.#hasTrailer ||= this.#isCrossReferences;
    this.#isCrossReferences = false;
  }

  /** The trailer that goes on until the next mark, when there is one. */
  #readTrailer(end: number): void {
    if (this.#trailer === undefined) return;
    const from = Math.max(this.#trailer - this.#start, 0);
    const trailer = withPlainNames(this.#text.slice(from, Math.min(end - this.#start, from + DICTIONARY_BYTES)));
    this.#trailer = undefined;
    if (ROOT.test(trailer) && trailer.includes('>>')) {
      this.#hasTrailer = true;
      this.#object = undefined;
    }
    this.#noteEncryption(trailer);
  }

  #noteEncryption(dictionary: string): void {
    if (ENCRYPT.test(dictionary)) this.#encryptedTrailer = dictionary;
  }

  #finish(): void {
    this.#hasEnd = true;
    this.#object = undefined;
  }

  /** The file's own cross-references behind the stream: it was its length that was wrong. */
  #mendCutStream(behind: number): void {
    const pointer = /^\s*(\d{1,12})/.exec(this.#text.slice(behind, behind + BEFORE_BYTES))?.[1];
    if (Number(pointer ?? 0) > (this.#cutStream ?? 0)) this.#cutStream = undefined;
  }
}
