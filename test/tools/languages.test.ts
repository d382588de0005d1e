import { readdirSync } from 'node:fs';
import { LOCALES, readStatusList, STATUSES_BY_HAND, type CsvWords, type Locale } from '@enrollkit/core';
import { describe, expect, it } from 'vitest';
import { LOSSES } from '../../packages/core/src/vocabulary/losses.js';
import type { CommonTerms } from '../../packages/elements/src/terms/common.js';
import type { EnrollmentRosterTerms } from '../../packages/elements/src/terms/enrollment-roster.js';
import { LANGUAGES } from '../../packages/feed/src/cli/texts/choose-language.js';
import type { PageTexts } from '../../packages/embed/src/lti/lti-texts.js';
import { FEED_TERMS } from '../../packages/feed/src/terms/feed-languages.js';
import { IMPORT_TEXTS } from '../../packages/server/src/imports/import-texts.js';
import { INVITATION_TERMS } from '../../packages/server/src/invitations/invitation-mail.js';
import { LTI_TEXTS } from '../../packages/server/src/lti/page/lti-texts.js';
import { DISABLED_MAIL_TERMS } from '../../packages/server/src/webhooks/disabled-mail.js';
import { WEBHOOK_TEXTS } from '../../packages/server/src/webhooks/webhook-texts.js';
import { EVENT_TYPES, TEST_EVENT } from '../../packages/server/src/webhooks/event-types.js';
import { nlCodes } from '../../demo/src/texts/codes/nl.js';
import { nl as FEED_CHECK } from '../../packages/elements/src/terms/nl/feed-check.js';
import { SAME_WORDS } from './support/same-words.js';

type Terms = Readonly<Record<Locale, unknown>>;

const src = new URL('../../packages/', import.meta.url);
const byLocale = async (load: (locale: Locale) => Promise<unknown>): Promise<Terms> =>
  Object.fromEntries(await Promise.all(LOCALES.map(async (locale) => [locale, await load(locale)] as const))) as Terms;
const named = async (path: string, locale: Locale): Promise<unknown> =>
  ((await import(new URL(path, src).href)) as Readonly<Record<string, unknown>>)[locale];

const slices = readdirSync(new URL('elements/src/terms/en/', src)).map((file) => file.replace(/\.ts$/, ''));
/** Dutch has what shows at once in a file, and all in another. */
const fileOf = (slice: string, locale: Locale): string =>
  slice === 'enrollment-status' && locale === 'nl' ? 'status-more' : slice;
/** Everything that anything of the kit says, by language. */
const SAID: Readonly<Record<string, Terms>> = {
  ...Object.fromEntries(
    await Promise.all(
      slices.map(async (slice): Promise<readonly [string, Terms]> => [
        `elements ${slice}`,
        await byLocale((locale) => named(`elements/src/terms/${locale}/${fileOf(slice, locale)}.ts`, locale)),
      ]),
    ),
  ),
  feed: FEED_TERMS,
  'command line': LANGUAGES,
  'command line, plans': await byLocale((locale) => named(`feed/src/cli/report/labels/${locale}.ts`, locale)),
  'command line, help': await byLocale((locale) => named(`feed/src/cli/help/${locale}.ts`, locale)),
  losses: Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      Object.fromEntries(Object.entries(LOSSES).map(([loss, says]) => [loss, says[locale]])),
    ]),
  ) as Terms,
  // The script of their page comes with another package, and reads what the server writes into it.
  'learning platforms': LTI_TEXTS satisfies Readonly<Record<Locale, PageTexts>>,
  mails: await byLocale((locale) => named(`server/src/notices/terms-${locale}.ts`, locale)),
  invitations: INVITATION_TERMS,
  imports: IMPORT_TEXTS,
  webhooks: WEBHOOK_TEXTS,
  'webhooks that are switched off': DISABLED_MAIL_TERMS,
  demo: await byLocale((locale) => named(`../demo/src/texts/${locale}.ts`, locale)),
};

/** Says its own name where a sentence uses it, and is 1234 where one counts. Whatever is in it does the same. */
function value(name: string): unknown {
  const toPrimitive = (hint: string): string | number => (hint === 'number' ? 1234 : `‹${name}›`);
  return new Proxy(
    Object.assign(() => undefined, {}),
    {
      get: (_target, key) => {
        if (key === Symbol.toPrimitive) return toPrimitive;
        // A value that is spelled as its language has it is still that value.
        return key === 'replaceAll' ? () => `‹${name}›` : value(`${name}.${String(key)}`);
      },
      apply: () => `‹${name}›`,
    },
  );
}

interface Term {
  readonly path: string;
  readonly text: string;
}

/** Every text there is, functions with their values in them. */
function* textsOf(terms: unknown, path = ''): Generator<Term, void, undefined> {
  if (typeof terms === 'string') yield { path, text: terms };
  else if (typeof terms === 'function') {
    const said = (terms as (...values: unknown[]) => unknown)(value('0'), value('1'), value('2'), value('3'));
    if (typeof said === 'string') yield { path, text: said };
  } else if (typeof terms === 'object' && terms !== null) {
    for (const [name, each] of Object.entries(terms)) yield* textsOf(each, path === '' ? name : `${path}.${name}`);
  }
}

/** Which values a text tells. */
const toldBy = (text: string): readonly string[] =>
  [
    ...new Set(text.match(/‹[^›]*›|\{\w+\}|1[.,\u00a0\u202f]?234/g)?.map((each) => each.replace(/^1.?234$/, '#'))),
  ].sort();

/** Neither said to people nor in a language. */
const NOT_WORDS = /\.(locale|keys\.[\w-]+|fileName|reportName)$|^(locale|keys\.[\w-]+|fileName|reportName|per-all)$/;
/** What only code has in it: tags, entities, addresses, file names. */
const CODE = /<[^>]*>|&\w+;|https?:\/\/\S+|\b\w+="[^"]*"|‹[^›]*›|\{\w+\}|\S+\(\)/g;

interface Said extends Term {
  readonly place: string;
}

/** Each text with its place, such as `elements common retry`. */
function saidIn(locale: Locale): readonly Said[] {
  return Object.entries(SAID).flatMap(([name, terms]) =>
    [...textsOf(terms[locale])].map((term) => ({ ...term, place: `${name} ${term.path}` })),
  );
}
const said = Object.fromEntries(LOCALES.map((locale) => [locale, saidIn(locale)])) as Record<Locale, readonly Said[]>;
/** The schools of a country have words in its language only. */
const isOfAll = ({ path }: Term): boolean => !path.startsWith('levels.');

describe.each(LOCALES)('what is said in %s', (locale) => {
  it('is whole, and tells the same values as Dutch does', () => {
    const places = (of: Locale): readonly string[] =>
      said[of]
        .filter(isOfAll)
        .map(({ place }) => place)
        .sort();
    expect(places(locale).length).toBeGreaterThan(1400);
    expect(places(locale)).toEqual(places('nl'));
    const told = new Map(said.nl.map(({ place, text }) => [place, toldBy(text)]));
    for (const { path, place, text } of said[locale]) {
      if (!NOT_WORDS.test(path)) expect(text.trim(), place).not.toBe('');
      expect(text, place).not.toMatch(/undefined|NaN|\[object|\$\{| {2}/);
      if (told.has(place)) expect(toldBy(text), `${place}: ${text}`).toEqual(told.get(place));
    }
  });

  it('is written as that language is', () => {
    const faults = said[locale].flatMap(({ path, place, text }) => {
      const prose = NOT_WORDS.test(path) ? '' : text.replace(CODE, '‹›');
      return [/\p{L}'\p{L}/u, ...WRONG[locale]].flatMap((wrong) =>
        wrong.test(prose) ? [`${place}: ${prose} (${wrong})`] : [],
      );
    });
    expect(faults).toEqual([]);
  });

  it('is the same as in another language only where they share the word', () => {
    const others = LOCALES.filter((each) => each !== locale).flatMap((each) => said[each]);
    const inOthers = new Set(others.map(({ place, text }) => `${place} ${text}`));
    const shared = said[locale].filter(
      ({ path, place, text }) =>
        !NOT_WORDS.test(path) && /\p{L}{2}/u.test(text.replace(CODE, '')) && inOthers.has(`${place} ${text}`),
    );
    const words = shared.map(({ text }) => text.replaceAll(CODE, '').trim());
    expect([...new Set(words)].filter((word) => !SAME_WORDS.has(word))).toEqual([]);
  });
});

/** What gives another language, another form of address or another typography away. */
const WRONG: Readonly<Record<Locale, readonly RegExp[]>> = {
  nl: [/[„«»]/, words('the this choose nicht wird')],
  en: [/[„«»]/, words('het een niet wordt kies voor')],
  de: [/[”«»]/, /(?<!„[^“„]*)“/, words('du dein deine dich dir het een niet wordt kies the this choose les pas')],
  fr: [/[“”„]/, / [:;?!»%]|« /, /\p{L}[;?!»]/u, words('tu tes toi het een niet wordt kies the this choose nicht und')],
};

function words(list: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${list.replaceAll(' ', '|')})(?!\\p{L})`, 'iu');
}

describe('the list of an enrollment roster', () => {
  const common = (locale: Locale): CommonTerms => SAID['elements common']?.[locale] as CommonTerms;
  const roster = (locale: Locale): EnrollmentRosterTerms =>
    SAID['elements enrollment-roster']?.[locale] as EnrollmentRosterTerms;

  it.each(LOCALES)('has a letter of its own for every status in %s', (locale) => {
    const keys = Object.values(roster(locale).keys);
    expect(new Set(keys).size).toBe(STATUSES_BY_HAND.length);
    for (const key of keys) expect(key).toMatch(/^[a-z]$/);
  });

  it.each(LOCALES)('is read back in the words of %s, however it is headed', (locale) => {
    const { csv } = roster(locale);
    const { statuses } = common(locale);
    const words: CsvWords = { headings: csv.headings, states: csv.states, statuses };
    expect(new Set(Object.values(statuses)).size).toBe(Object.keys(statuses).length);
    const rows = STATUSES_BY_HAND.map((status, index) => `b-${index};${statuses[status].toUpperCase()};${status}`);
    const list = readStatusList(
      [`${csv.headings.id};${csv.headings.status};${csv.headings.note}`, ...rows].join('\n'),
      [words],
    );
    expect(list.issues).toEqual([]);
    expect(list.rows.map(({ key, status, note }) => [key?.column, status, note])).toEqual(
      STATUSES_BY_HAND.map((status) => ['id', status, status]),
    );
  });

  it.each([
    'E-Mail-Adresse;Ergebnis',
    'Courriel;Résultat',
    "Numéro d'inscription;Statut",
    'Personalnummer;Anwesenheit',
  ])('is read with headings as people write them: %s', (headings) => {
    const { rows, issues } = readStatusList(`${headings}\nx@example.com;completed`);
    expect([issues, rows.map(({ status }) => status)]).toEqual([[], ['completed']]);
  });
});

it('has words in the portal for every message that a webhook sends and every field of a product', () => {
  const codes = Object.keys(nlCodes);
  expect([...EVENT_TYPES, TEST_EVENT].filter((type) => !codes.includes(`event-${type}`))).toEqual([]);
  const written = codes.flatMap((code) => /^event-(.*)/.exec(code)?.[1] ?? []);
  expect(written.filter((type) => !([...EVENT_TYPES, TEST_EVENT] as string[]).includes(type))).toEqual([]);
  const fields = Object.keys(FEED_CHECK.fields);
  expect(fields.filter((field) => !codes.includes(`field-${field}`))).toEqual([]);
});
