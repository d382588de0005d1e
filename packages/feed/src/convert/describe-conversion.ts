import type { Locale } from '@enrollkit/core';
import type { ConversionCode, ConversionIssue, ConversionRule } from './conversion.js';

interface Facts {
  readonly format: string;
  readonly element: string;
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly rule: string;
}

type Sentences = Readonly<Record<ConversionCode, (facts: Facts) => string>>;
type Rules = Readonly<Record<ConversionRule, string>>;

const RULES: Readonly<Record<Locale, Rules>> = {
  en: {
    id: 'Give it an ID of at most 64 letters, digits, spaces and - # & . , / : _.',
    language: 'Write the language as two lower-case letters, such as nl.',
    'for-some-sites': 'Everyone would see it there. Offer it under an ID of its own, for everybody.',
    client: 'Write the name that this client has there: at most 64 lower-case letters, digits and - + _ . / &.',
  },
  nl: {
    id: 'Geef het een ID van hoogstens 64 letters, cijfers, spaties en - # & . , / : _.',
    language: 'Schrijf de taal als twee kleine letters, zoals nl.',
    'for-some-sites': 'Iedereen zou het daar zien. Bied het onder een eigen ID aan, voor iedereen.',
    client: 'Schrijf hoe deze afnemer daar heet: hoogstens 64 kleine letters, cijfers en - + _ . / &.',
  },
  de: {
    id: 'Geben Sie ihm eine ID aus höchstens 64 Buchstaben, Ziffern, Leerzeichen und - # & . , / : _.',
    language: 'Schreiben Sie die Sprache als zwei Kleinbuchstaben, zum Beispiel nl.',
    'for-some-sites': 'Alle würden es dort sehen. Bieten Sie es unter einer eigenen ID für alle an.',
    client: 'Schreiben Sie, wie dieser Kunde dort heißt: höchstens 64 Kleinbuchstaben, Ziffern und - + _ . / &.',
  },
  fr: {
    id: 'Donnez-lui un ID de 64 caractères au plus : lettres, chiffres, espaces et - # & . , / : _.',
    language: 'Écrivez la langue en deux lettres minuscules, par exemple nl.',
    'for-some-sites': 'Tout le monde l’y verrait. Proposez-le à tous sous un ID propre.',
    client:
      'Écrivez le nom que ce client y porte : 64 caractères au plus (lettres minuscules, chiffres et - + _ . / &).',
  },
};

const SENTENCES: Readonly<Record<Locale, Sentences>> = {
  en: {
    'convert-lost': ({ element, format }) => `${element} does not exist in ${format} and is lost.`,
    'convert-changed': ({ element, format, from, to }) => `${element} “${from}” becomes “${to}” in ${format}.`,
    'convert-assumed': ({ element, format, value }) =>
      `${format} also needs ${element}, which a feed does not have: it becomes “${value}”.`,
    'convert-apart': ({ element, format, to }) =>
      `${element} goes to ${format} separately: convert the feed to ${to} as well.`,
    'convert-missing': ({ element, format }) => `${format} refuses a product without ${element}. Fill it in.`,
    'convert-refused': ({ element, format, value, rule }) => `${format} refuses ${element} “${value}”. ${rule}`,
  },
  nl: {
    'convert-lost': ({ element, format }) => `${element} bestaat niet in ${format} en gaat verloren.`,
    'convert-changed': ({ element, format, from, to }) => `${element} “${from}” wordt “${to}” in ${format}.`,
    'convert-assumed': ({ element, format, value }) =>
      `${format} vraagt ook ${element}, dat niet in een feed staat: het wordt “${value}”.`,
    'convert-apart': ({ element, format, to }) =>
      `${element} gaat apart naar ${format}: zet de feed ook om naar ${to}.`,
    'convert-missing': ({ element, format }) => `${format} weigert een product zonder ${element}. Vul het in.`,
    'convert-refused': ({ element, format, value, rule }) => `${format} weigert ${element} “${value}”. ${rule}`,
  },
  de: {
    'convert-lost': ({ element, format }) => `${element} ist in ${format} nicht vorgesehen und geht verloren.`,
    'convert-changed': ({ element, format, from, to }) => `${element} „${from}“ wird in ${format} zu „${to}“.`,
    'convert-assumed': ({ element, format, value }) =>
      `${format} verlangt auch ${element}, das ein Feed nicht enthält: Es wird zu „${value}“.`,
    'convert-apart': ({ element, format, to }) =>
      `${element} geht getrennt an ${format}: Wandeln Sie den Feed auch in ${to} um.`,
    'convert-missing': ({ element, format }) => `${format} lehnt ein Produkt ohne ${element} ab. Füllen Sie es aus.`,
    'convert-refused': ({ element, format, value, rule }) => `${format} lehnt ${element} „${value}“ ab. ${rule}`,
  },
  fr: {
    'convert-lost': ({ element, format }) => `${element} n’existe pas dans ${format} et se perd.`,
    'convert-changed': ({ element, format, from, to }) => `${element} « ${from} » devient « ${to} » dans ${format}.`,
    'convert-assumed': ({ element, format, value }) =>
      `${format} demande aussi ${element}, absent d’un flux : la valeur sera « ${value} ».`,
    'convert-apart': ({ element, format, to }) =>
      `${element} est envoyé à part à ${format} : convertissez aussi le flux en ${to}.`,
    'convert-missing': ({ element, format }) => `${format} refuse un produit sans ${element}. Remplissez-le.`,
    'convert-refused': ({ element, format, value, rule }) => `${format} refuse ${element} « ${value} ». ${rule}`,
  },
};

/** What becomes of a product, in a sentence. */
export function describeConversion({ code, path, params }: ConversionIssue, locale: Locale): string {
  const { format = '', from = '', to = '', value = '', rule = '' } = params;
  return SENTENCES[locale][code]({
    format: String(format),
    element: path,
    from: String(from),
    to: String(to),
    value: String(value),
    rule: rule === '' ? '' : RULES[locale][rule as ConversionRule],
  });
}
