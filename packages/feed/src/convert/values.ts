import { startOfDay, type CalendarDay, type MinorUnits } from '@enrollkit/core';
import { htmlEntity } from '../xml/html-entities.js';

const XML_NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What is to be read in a description: without its tags, on one line. */
export function plainText(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,20}));/gi,
      (all: string, decimal?: string, hex?: string, name?: string) =>
        name ? (XML_NAMES[name] ?? htmlEntity(name) ?? all) : character(decimal, hex, all),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function character(decimal: string | undefined, hex: string | undefined, otherwise: string): string {
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : otherwise;
}

/** The beginning of a text: whole words, when there are any, and never half a character. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > max / 2 ? cut.slice(0, lastSpace) : cut}…`;
}

/** Euros and cents with a point: 1250 is 12.50. Exact whatever the size. */
export function amountText(minor: MinorUnits): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An address as RFC 3986 wants it, which browsers are more generous with. */
export function webUri(text: string): string | undefined {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(url.protocol) || url.username !== '') return undefined;
  return (
    url.origin +
    [url.pathname, url.search, url.hash]
      .map((part) => part.slice(0, 1) + part.slice(1).replace(/%(?![\da-f]{2})|[^\w\-.~:/?@!$&'()*+,;=%]/gi, encoded))
      .join('')
  );
}

function encoded(characters: string): string {
  return encodeURIComponent(characters).replace(/^[^%]$/, (plain) => `%${plain.charCodeAt(0).toString(16)}`);
}

/** `+02:00`: how far a time zone is from UTC at this time of a day. */
export function offsetAt(day: CalendarDay, time: string, timeZone: string): string {
  // Clocks change in the small hours, so that most times of a day are nearer to the end of it.
  const nextDay = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const midnight = time < '03:00' ? day : nextDay;
  const minutes = Math.round(
    (Date.parse(`${midnight}T00:00:00Z`) - Date.parse(startOfDay(midnight, timeZone))) / 60_000,
  );
  const size = Math.abs(minutes);
  const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${digits.join(':')}`;
}
