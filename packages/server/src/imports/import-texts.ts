import type { Issue } from '@enrollkit/core';
import type { DescribeIssue } from '@enrollkit/core/wire';
import { describeFinding, type FeedFinding, type FeedTerms } from '@enrollkit/feed';
import { en } from '@enrollkit/feed/terms/en.js';
import { nl } from '@enrollkit/feed/terms/nl.js';
import { parseAccept } from 'hono/utils/accept';

/** A language in which imports are told of. */
export type Language = 'nl' | 'en';

type Words = (params: Issue['params']) => string;

/** What is said when an import can't go on, and why a feed couldn't be fetched. */
const NL: Readonly<Record<string, Words>> = {
  'import-source-missing': () => 'De feed is niet meer op de server. Stuur hem opnieuw.',
  'import-source-changed': () => 'De feed is niet meer dezelfde als bij het plan. Stuur hem opnieuw.',
  'import-broken': () => 'De import lukt niet door een fout op de server. Probeer het later opnieuw.',
  'feed-address-invalid': () =>
    'Dit is geen webadres van een feed. Geef een adres dat met https:// begint, zonder gebruikersnaam.',
  'feed-address-insecure': () => 'De feed staat op een onbeveiligd adres. Geef een adres dat met https:// begint.',
  'feed-address-private': () =>
    'Dit adres is alleen in een besloten netwerk te bereiken. Zet de feed op een openbaar adres.',
  'feed-host-unknown': () => 'De server van dit adres bestaat niet of is nu niet te vinden. Controleer het adres.',
  'feed-unreachable': () => 'De server van de feed is niet bereikbaar. We proberen het later opnieuw.',
  'feed-certificate-invalid': () => 'Het beveiligingscertificaat van de server klopt niet. Laat het vernieuwen.',
  'feed-status': ({ status }) =>
    `De server van de feed antwoordde met ${status}. Controleer het adres en of de feed openbaar is.`,
  'feed-redirects': ({ max }) =>
    `Het adres verwijst meer dan ${max} keer door. Geef het adres waar de feed echt staat.`,
  'feed-gzip-broken': () => 'Het gecomprimeerde bestand is beschadigd. Maak het opnieuw, of stuur de XML zelf.',
  'feed-cut-off': () => 'De verbinding werd verbroken voordat de feed compleet was. We proberen het later opnieuw.',
  'feed-too-slow': () => 'De feed kwam te langzaam binnen. We proberen het later opnieuw.',
  'feed-too-large': () => 'De feed is groter dan hier mag. Splits hem, of vraag om een hogere grens.',
};

const EN: typeof NL = {
  'import-source-missing': () => 'The feed is no longer on the server. Send it again.',
  'import-source-changed': () => 'The feed is not the one that was planned. Send it again.',
  'import-broken': () => 'The import fails because of a fault of the server. Try again later.',
  'feed-address-invalid': () =>
    'This is no web address of a feed. Give an address that begins with https://, without a user name.',
  'feed-address-insecure': () =>
    'The feed is at an address without encryption. Give an address that begins with https://.',
  'feed-address-private': () => 'This address is inside a private network. Put the feed at a public address.',
  'feed-host-unknown': () => 'The server of this address does not exist or cannot be found now. Check the address.',
  'feed-unreachable': () => 'The server of the feed cannot be reached. We try again later.',
  'feed-certificate-invalid': () => 'The certificate of the server is not valid. Have it renewed.',
  'feed-status': ({ status }) =>
    `The server of the feed answered ${status}. Check the address and whether the feed is public.`,
  'feed-redirects': ({ max }) =>
    `The address redirects more than ${max} times. Give the address where the feed really is.`,
  'feed-gzip-broken': () => 'The compressed file is damaged. Make it again, or send the XML itself.',
  'feed-cut-off': () => 'The connection broke before the feed was complete. We try again later.',
  'feed-too-slow': () => 'The feed came in too slowly. We try again later.',
  'feed-too-large': () => 'The feed is larger than is allowed here. Split it, or ask for a higher limit.',
};

const OTHER: Readonly<Record<Language, string>> = {
  nl: 'Een gegeven kan niet worden overgenomen. Controleer het in de feed.',
  en: 'A value can’t be taken over. Check it in the feed.',
};

const OWN: Readonly<Record<Language, typeof NL>> = { nl: NL, en: EN };
const FEED: Readonly<Record<Language, FeedTerms>> = { nl, en };

/** What feeds are called and described in. */
export function feedTerms(language: Language): FeedTerms {
  return FEED[language];
}

/** A sentence for whatever is found in a feed, or keeps it from being imported. */
export function describeImportIssue(language: Language): DescribeIssue {
  return ({ code, params }) => {
    const own = OWN[language];
    if (Object.hasOwn(own, code)) return own[code]?.(params) ?? OTHER[language];
    const { findings } = FEED[language];
    // What core refuses has no sentence of its own: the feed was checked before.
    return Object.hasOwn(findings, code)
      ? describeFinding({ code, params } as Pick<FeedFinding, 'code' | 'params'>, FEED[language])
      : OTHER[language];
  };
}

/** The language that is asked for; Dutch when nobody says. Source: RFC 9110, section 12.5.4. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const asked = parseAccept(acceptLanguage ?? '').map(({ type }) => type.toLowerCase().split('-')[0]);
  return asked.find((language): language is Language => language === 'nl' || language === 'en') ?? 'nl';
}
