import { LOCALES, localeOfTag, type Issue, type IssueCode, type Locale } from '@enrollkit/core';
import type { DescribeIssue } from '@enrollkit/core/wire';
import { describeFinding, type FeedFinding, type FeedTerms } from '@enrollkit/feed';
import { de } from '@enrollkit/feed/terms/de.js';
import { en } from '@enrollkit/feed/terms/en.js';
import { fr } from '@enrollkit/feed/terms/fr.js';
import { nl } from '@enrollkit/feed/terms/nl.js';
import type { FeedFaultCode, ImportFaultCode } from '../http/issue-codes.js';
import { parseAccept } from 'hono/utils/accept';

/** What core refuses in a product that the feed's own checks let pass. */
type RefusedInFeed = Extract<IssueCode, 'value-too-long' | 'too-many' | 'year-out-of-range'>;

type Words = (params: Issue['params']) => string;

/** What is said when an import can't go on, and why a feed couldn't be fetched. */
const NL: Readonly<Record<FeedFaultCode | ImportFaultCode | RefusedInFeed, Words>> = {
  'import-source-missing': () => 'De feed staat niet meer op de server. Upload hem opnieuw.',
  'import-source-changed': () => 'De feed is gewijzigd sinds het plan is gemaakt. Upload hem opnieuw.',
  'import-broken': () => 'De import is mislukt door een fout op de server. Upload de feed later opnieuw.',
  'value-too-long': ({ max }) => `Deze tekst is te lang. Gebruik hoogstens ${max} tekens.`,
  'too-many': ({ max }) => `Deze lijst is te lang. Houd het op hoogstens ${max}.`,
  'year-out-of-range': ({ min, max }) => `Dit jaartal kan niet kloppen. Vul een jaar in van ${min} tot en met ${max}.`,
  'import-too-heavy': () =>
    'Deze feed vraagt te veel tijd of geheugen. Controleer of het bestand klopt, of splits het in kleinere feeds.',
  'feed-address-invalid': () =>
    'Dit is geen geldig feedadres. Geef een adres op dat met https:// begint, zonder gebruikersnaam.',
  'feed-address-insecure': () => 'De feed staat op een onbeveiligd adres. Geef een adres op dat met https:// begint.',
  'feed-address-private': () =>
    'Dit adres is alleen binnen een privénetwerk te bereiken. Zet de feed op een openbaar adres.',
  'feed-host-unknown': () => 'De server op dit adres is niet gevonden. Controleer het adres.',
  'feed-unreachable': () => 'De server van de feed is niet bereikbaar. We proberen het later opnieuw.',
  'feed-certificate-invalid': () =>
    'Het beveiligingscertificaat van de server is niet geldig. Vraag de beheerder van de server om het te vernieuwen.',
  'feed-status': ({ status }) =>
    `De server van de feed gaf foutcode ${status}. Controleer het adres, en of de feed openbaar is.`,
  'feed-redirects': ({ max }) =>
    `Het adres verwijst meer dan ${max} keer door naar een ander adres. Geef het adres op waar de feed zelf staat.`,
  'feed-gzip-broken': () =>
    'Het gecomprimeerde bestand is beschadigd. Comprimeer het opnieuw, of upload het XML-bestand zelf.',
  'feed-cut-off': () => 'De verbinding werd verbroken voordat de feed compleet was. We proberen het later opnieuw.',
  'feed-too-slow': () => 'De feed kwam te langzaam binnen. We proberen het later opnieuw.',
  'feed-too-large': () =>
    'De feed is te groot. Maak hem kleiner, of vraag de beheerder van deze server om een hogere limiet.',
};

const EN: typeof NL = {
  'import-source-missing': () => 'The feed is no longer on the server. Upload it again.',
  'import-source-changed': () => 'The feed has changed since the plan was made. Upload it again.',
  'import-broken': () => 'The import failed because of a fault on the server. Upload the feed again later.',
  'value-too-long': ({ max }) => `This text is too long. Use at most ${max} characters.`,
  'too-many': ({ max }) => `This list is too long. Use at most ${max} entries.`,
  'year-out-of-range': ({ min, max }) => `This year can’t be right. Use a year from ${min} to ${max}.`,
  'import-too-heavy': () =>
    'This feed takes too much time or memory. Check whether the file is right, or split it into smaller feeds.',
  'feed-address-invalid': () =>
    'This is not a valid feed address. Use an address that begins with https://, without a user name.',
  'feed-address-insecure': () => 'The address of the feed is not encrypted. Use an address that begins with https://.',
  'feed-address-private': () => 'This address is inside a private network. Publish the feed at a public address.',
  'feed-host-unknown': () => 'The server at this address was not found. Check the address.',
  'feed-unreachable': () => 'The server of the feed can’t be reached. We will try again later.',
  'feed-certificate-invalid': () =>
    'The security certificate of the server is not valid. Ask whoever runs that server to renew it.',
  'feed-status': ({ status }) =>
    `The server of the feed answered with error ${status}. Check the address, and whether the feed is public.`,
  'feed-redirects': ({ max }) => `The address redirects more than ${max} times. Use the address of the feed itself.`,
  'feed-gzip-broken': () => 'The compressed file is damaged. Compress it again, or upload the XML file itself.',
  'feed-cut-off': () => 'The connection was lost before the feed was complete. We will try again later.',
  'feed-too-slow': () => 'The feed arrived too slowly. We will try again later.',
  'feed-too-large': () => 'The feed is too large. Make it smaller, or ask whoever runs this server for a higher limit.',
};

const DE: typeof NL = {
  'import-source-missing': () => 'Der Feed liegt nicht mehr auf dem Server. Laden Sie ihn erneut hoch.',
  'import-source-changed': () => 'Der Feed hat sich geändert, seit der Plan erstellt wurde. Laden Sie ihn erneut hoch.',
  'import-broken': () =>
    'Der Import ist wegen eines Fehlers auf dem Server fehlgeschlagen. Laden Sie den Feed später erneut hoch.',
  'value-too-long': ({ max }) => `Dieser Text ist zu lang. Verwenden Sie höchstens ${max} Zeichen.`,
  'too-many': ({ max }) => `Diese Liste ist zu lang. Geben Sie höchstens ${max} an.`,
  'year-out-of-range': ({ min, max }) => `Dieses Jahr kann nicht stimmen. Geben Sie ein Jahr von ${min} bis ${max} an.`,
  'import-too-heavy': () =>
    'Dieser Feed braucht zu viel Zeit oder Speicher. Prüfen Sie, ob die Datei stimmt, oder teilen Sie sie in kleinere Feeds auf.',
  'feed-address-invalid': () =>
    'Das ist keine gültige Feed-Adresse. Geben Sie eine Adresse an, die mit https:// beginnt und keinen Benutzernamen enthält.',
  'feed-address-insecure': () =>
    'Der Feed liegt unter einer unverschlüsselten Adresse. Geben Sie eine Adresse an, die mit https:// beginnt.',
  'feed-address-private': () =>
    'Diese Adresse ist nur in einem privaten Netz erreichbar. Stellen Sie den Feed unter einer öffentlichen Adresse bereit.',
  'feed-host-unknown': () => 'Der Server unter dieser Adresse wurde nicht gefunden. Prüfen Sie die Adresse.',
  'feed-unreachable': () => 'Der Server des Feeds ist nicht erreichbar. Wir versuchen es später erneut.',
  'feed-certificate-invalid': () =>
    'Das Sicherheitszertifikat des Servers ist ungültig. Bitten Sie den Betreiber des Servers, es zu erneuern.',
  'feed-status': ({ status }) =>
    `Der Server des Feeds antwortete mit Fehler ${status}. Prüfen Sie die Adresse und ob der Feed öffentlich ist.`,
  'feed-redirects': ({ max }) =>
    `Die Adresse leitet mehr als ${max}-mal weiter. Geben Sie die Adresse an, unter der der Feed selbst liegt.`,
  'feed-gzip-broken': () =>
    'Die komprimierte Datei ist beschädigt. Komprimieren Sie sie erneut, oder laden Sie die XML-Datei selbst hoch.',
  'feed-cut-off': () => 'Die Verbindung brach ab, bevor der Feed vollständig war. Wir versuchen es später erneut.',
  'feed-too-slow': () => 'Der Feed kam zu langsam an. Wir versuchen es später erneut.',
  'feed-too-large': () =>
    'Der Feed ist zu groß. Verkleinern Sie ihn, oder bitten Sie den Betreiber dieses Servers um eine höhere Grenze.',
};

const FR: typeof NL = {
  'import-source-missing': () => 'Le flux n’est plus sur le serveur. Déposez-le à nouveau.',
  'import-source-changed': () => 'Le flux a changé depuis la création du plan. Déposez-le à nouveau.',
  'import-broken': () => 'L’import a échoué à cause d’une erreur du serveur. Déposez le flux à nouveau plus tard.',
  'value-too-long': ({ max }) => `Ce texte est trop long. Limitez-le à ${max} caractères.`,
  'too-many': ({ max }) => `Cette liste est trop longue. Indiquez-en ${max} au plus.`,
  'year-out-of-range': ({ min, max }) =>
    `Cette année ne peut pas être correcte. Indiquez une année entre ${min} et ${max}.`,
  'import-too-heavy': () =>
    'Ce flux demande trop de temps ou de mémoire. Vérifiez que le fichier est correct, ou divisez-le en flux plus petits.',
  'feed-address-invalid': () =>
    'Ce n’est pas une adresse de flux valide. Indiquez une adresse qui commence par https://, sans nom d’utilisateur.',
  'feed-address-insecure': () =>
    'L’adresse du flux n’est pas chiffrée. Indiquez une adresse qui commence par https://.',
  'feed-address-private': () =>
    'Cette adresse n’est accessible que dans un réseau privé. Publiez le flux à une adresse publique.',
  'feed-host-unknown': () => 'Le serveur à cette adresse est introuvable. Vérifiez l’adresse.',
  'feed-unreachable': () => 'Le serveur du flux est injoignable. Nous réessaierons plus tard.',
  'feed-certificate-invalid': () =>
    'Le certificat de sécurité du serveur n’est pas valide. Demandez à son administrateur de le renouveler.',
  'feed-status': ({ status }) =>
    `Le serveur du flux a répondu par l’erreur ${status}. Vérifiez l’adresse et assurez-vous que le flux est public.`,
  'feed-redirects': ({ max }) =>
    `L’adresse redirige plus de ${max} fois. Indiquez l’adresse où se trouve le flux lui-même.`,
  'feed-gzip-broken': () =>
    'Le fichier compressé est endommagé. Compressez-le à nouveau, ou déposez le fichier XML lui-même.',
  'feed-cut-off': () => 'La connexion a été coupée avant que le flux soit complet. Nous réessaierons plus tard.',
  'feed-too-slow': () => 'La réception du flux a été trop lente. Nous réessaierons plus tard.',
  'feed-too-large': () =>
    'Le flux est trop volumineux. Réduisez-le, ou demandez à l’administrateur de ce serveur une limite plus élevée.',
};

const OTHER: Readonly<Record<Locale, string>> = {
  nl: 'Een waarde uit de feed kan niet worden overgenomen. Controleer de feed.',
  en: 'A value in the feed can’t be imported. Check the feed.',
  de: 'Ein Wert aus dem Feed kann nicht übernommen werden. Prüfen Sie den Feed.',
  fr: 'Une valeur du flux ne peut pas être importée. Vérifiez le flux.',
};

/** What is said besides what the feed's checks say, by language. */
export const IMPORT_TEXTS: Readonly<Record<Locale, typeof NL>> = { nl: NL, en: EN, de: DE, fr: FR };
const FEED: Readonly<Record<Locale, FeedTerms>> = { nl, en, de, fr };

/** What feeds are called and described in. */
export function feedTerms(language: Locale): FeedTerms {
  return FEED[language];
}

/** A sentence for whatever is found in a feed, or keeps it from being imported. */
export function describeImportIssue(language: Locale): DescribeIssue {
  return ({ code, params: given }) => {
    const own = IMPORT_TEXTS[language];
    const { findings } = FEED[language];
    const { params, lacks } = watched(given);
    const say = (): string | undefined => {
      if (Object.hasOwn(own, code)) return own[code as keyof typeof own](params);
      if (!Object.hasOwn(findings, code)) return undefined;
      return describeFinding({ code, params } as Pick<FeedFinding, 'code' | 'params'>, FEED[language]);
    };
    // What core refuses may have a sentence of the feed's and not its values: the feed was checked before.
    try {
      const sentence = say() ?? OTHER[language];
      return lacks() && /undefined|NaN/.test(sentence) ? OTHER[language] : sentence;
    } catch (error) {
      if (!lacks()) throw error;
      return OTHER[language];
    }
  };
}

/** The same values, and whether somebody asked for one that isn't there. */
function watched(given: Issue['params']): { readonly params: Issue['params']; readonly lacks: () => boolean } {
  let isLacking = false;
  const params = new Proxy(given, {
    get(target, name) {
      isLacking ||= !(name in target);
      return Reflect.get(target, name) as unknown;
    },
  });
  return { params, lacks: () => isLacking };
}

/** The language that is asked for; Dutch when nobody says. Source: RFC 9110, section 12.5.4. */
export function languageOf(acceptLanguage: string | undefined): Locale {
  const asked = parseAccept(acceptLanguage ?? '').map(({ type }) => type);
  return asked.flatMap((tag) => localeOfTag(tag) ?? [])[0] ?? LOCALES[0];
}
