import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { readPeOrganisations, type PeOrganisation } from '@enrollkit/core';
import { z } from 'zod';

// What environment variables and their values are made of.

/** One environment variable. */
export interface Variable<Value> {
  /** What it is for, in a sentence without a full stop. */
  readonly meaning: string;
  /** What a right value looks like: said when a value is wrong. */
  readonly expects: string;
  /** Taken when the variable is absent or empty, spelled as one would set it. */
  readonly fallback?: string;
  readonly schema: z.ZodType<Value, string>;
}

/** Anything. */
export const text = z.string().trim().min(1);
/** An address on the web. */
export const url = z.url({ protocol: /^https?$/ });
/** `yes` or `no`. */
export const flag = z.enum(['yes', 'no']).transform((word) => word === 'yes');
/** A whole number, both ends included. */
export const integer = (min: number, max: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
/** A file with a list of organisations. It is read once: a change of it needs a restart, as that of any setting. */
export const peOrganisations: z.ZodType<readonly PeOrganisation[], string> = text.transform((path, context) => {
  try {
    return readPeOrganisations(JSON.parse(new TextDecoder().decode(readFileSync(path))));
  } catch {
    context.addIssue({ code: 'custom', message: 'No list of organisations' });
    return z.NEVER;
  }
});
/** Several, with commas or spaces between. */
export const list = (item: z.ZodType<string, string>): z.ZodType<string[], string> =>
  z
    .string()
    .transform((words) => words.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(item));

const UNITS = { B: 1, KB: 1000, MB: 1000 ** 2, GB: 1000 ** 3, KIB: 1024, MIB: 1024 ** 2, GIB: 1024 ** 3 } as const;
/** A size: `10 MB`, `500 MiB`. */
export const bytes = z
  .string()
  .toUpperCase()
  .regex(/^[1-9]\d{0,11} ?([KMG]I?)?B?$/)
  .transform((words) => {
    const [, amount = '', unit = ''] = /^(\d+) ?(\w*)$/.exec(words) ?? [];
    return Number(amount) * UNITS[(unit.endsWith('B') ? unit : `${unit}B`) as keyof typeof UNITS];
  });

/** Where a page comes from, spelled as browsers send it, or `*`. One with a star in it would never match. */
export const origin = z
  .string()
  .refine((word) => word === '*' || (/^https?:/.test(word) && !word.includes('*') && originOf(word) === word));
/** The database's address. A `#` in a password would begin something else, and take the host along. */
export const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/)
  .refine((word) => URL.canParse(word) && new URL(word).hash === '');
/** The IANA name of a zone. */
export const timeZone = z.string().refine(isTimeZone);
/** An IP address, or a range of them. */
export const address = z.string().refine((word) => {
  const [ip = '', bits, ...rest] = word.split('/');
  const version = isIP(ip);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
});

/** A name and an email address: `Duinweg Opleidingen <noreply@example.nl>`. */
export const sender = z.string().regex(/^[^<>\r\n"]{1,100} <[^\s@<>"(),:;]+@[^\s@<>"(),:;]+>$/);
/** A mail server. Nothing after the host: an option could switch off what keeps mail private. */
export const mailServer = z.string().refine((word) => {
  if (!URL.canParse(word)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(word);
  return /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname) && search + hash === '';
});
/** A page on the web with a place for a token. */
export const pageForToken = z
  .string()
  .refine((word) => word.includes('{token}') && url.safeParse(word.replaceAll('{token}', '1')).success);

/** A page on the web with a place for an id. */
export const pageForId = z
  .string()
  .refine((word) => word.includes('{id}') && url.safeParse(word.replaceAll('{id}', '1')).success);
/** Where one person, or one office, gets mail. */
export const mailbox = z.string().regex(/^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+$/);

/** Numbers of days, or `none`. */
export const reminderDays: z.ZodType<readonly number[], string> = z
  .string()
  .transform((words) => (words.trim() === 'none' ? [] : words.split(/[\s,]+/).filter(Boolean)))
  .pipe(z.array(integer(1, 365)).max(10));

/** What a browser makes of an address: small letters, no path, no port that goes without saying. */
function originOf(word: string): string | undefined {
  return URL.canParse(word) ? new URL(word).origin : undefined;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
