import type { ReferenceProblem } from '../findings/markup-problem.js';
import { htmlEntity } from './html-entities.js';
import { MarkupFault } from './markup-fault.js';
import { isXmlCharacter } from './xml-grammar.js';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** What could be meant for a reference: a name or a number, and how it should end. */
const REFERENCE = /&(?:#(\d{1,9})|#x([\dA-Fa-f]{1,8})|([A-Za-z][\dA-Za-z]{0,30}));/y;
/** An emoji by its two halves, as JavaScript counts. */
const HALVES = /&#(?:(5[56]\d{3})|x([dD][89abAB][\dA-Fa-f]{2}));&#(?:(5[67]\d{3})|x([dD][c-fC-F][\dA-Fa-f]{2}));/y;

/** A reference that isn't one of XML, and what was read for it. */
export interface OddReference {
  readonly problem: ReferenceProblem;
  readonly reference: string;
  /** What to write instead. */
  readonly use: string;
  /** Where in the text it is. */
  readonly at: number;
}

/** Takes note of an odd reference. */
export type ReportReference = (odd: OddReference) => void;

/**
 * The text with every reference replaced by its character. What isn't a reference of XML is read as what it can only mean
 * (`&eacute;`, an & by itself, an emoji in two halves) or kept as it is, and reported. Nothing is ever expanded further.
 */
export function resolveReferences(text: string, report: ReportReference): string {
  let result = '';
  let done = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', done)) {
    const { length, character, problem, use } = readReference(text, at);
    result += text.slice(done, at) + character;
    done = at + length;
    if (problem) report({ problem, reference: text.slice(at, done), use: use ?? character, at });
  }
  return result + text.slice(done);
}

interface ReadReference {
  readonly length: number;
  readonly character: string;
  readonly problem?: ReferenceProblem;
  readonly use?: string;
}

function readReference(text: string, at: number): ReadReference {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (match === null) return { length: 1, character: '&', problem: 'plain-ampersand', use: '&amp;' };
  const [{ length }, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    if (known !== undefined) return { length, character: known };
    const character = htmlEntity(name);
    if (character !== undefined) return { length, character, problem: 'html-entity' };
    return { length, character: match[0], problem: 'unknown-name' };
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  if (isXmlCharacter(code)) return { length, character: String.fromCodePoint(code) };
  return readHalves(text, at) ?? { length, character: '\uFFFD', problem: isHalf(code) ? 'half' : 'no-character' };
}

function readHalves(text: string, at: number): ReadReference | undefined {
  HALVES.lastIndex = at;
  const match = HALVES.exec(text);
  if (match === null) return undefined;
  const [{ length }, ...digits] = match;
  const [high = 0, low = 0] = [0, 2].map((place) =>
    digits[place] === undefined ? Number.parseInt(digits[place + 1] ?? '', 16) : Number(digits[place]),
  );
  if (!(high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff)) return undefined;
  return { length, character: String.fromCharCode(high, low), problem: 'two-halves' };
}

function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** What is no reference in an attribute, where nobody reads what it could mean. */
export function badReference(text: string, at: number): MarkupFault {
  const reference = /^&#?\w{0,20};?/.exec(text.slice(at, at + 24))?.[0] ?? '&';
  return new MarkupFault(at, 'bad-reference', { problem: 'unknown-name', reference, use: '&amp;' });
}
