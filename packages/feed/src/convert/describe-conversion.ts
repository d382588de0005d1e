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
    language: 'Write the language as two small letters, such as nl.',
    'for-some-sites': 'Everybody would see it there. Offer it under an ID of its own, for everybody.',
  },
  nl: {
    id: 'Geef het een ID van hoogstens 64 letters, cijfers, spaties en - # & . , / : _.',
    language: 'Schrijf de taal als twee kleine letters, zoals nl.',
    'for-some-sites': 'Iedereen zou het daar zien. Bied het onder een eigen ID aan, voor iedereen.',
  },
};

const SENTENCES: Readonly<Record<Locale, Sentences>> = {
  en: {
    'convert-lost': ({ element, format }) => `${element} is not in ${format}, and is lost.`,
    'convert-changed': ({ element, format, from, to }) => `${element} “${from}” becomes “${to}” in ${format}.`,
    'convert-assumed': ({ element, format, value }) =>
      `${format} also wants ${element}, which a feed does not have: it becomes “${value}”.`,
    'convert-missing': ({ element, format }) => `${format} refuses a product without ${element}. Fill it in.`,
    'convert-refused': ({ element, format, value, rule }) => `${format} refuses ${element} “${value}”. ${rule}`,
  },
  nl: {
    'convert-lost': ({ element, format }) => `${element} bestaat niet in ${format} en gaat verloren.`,
    'convert-changed': ({ element, format, from, to }) => `${element} “${from}” wordt “${to}” in ${format}.`,
    'convert-assumed': ({ element, format, value }) =>
      `${format} wil ook ${element}, dat niet in een feed staat: het wordt “${value}”.`,
    'convert-missing': ({ element, format }) => `${format} weigert een product zonder ${element}. Vul het in.`,
    'convert-refused': ({ element, format, value, rule }) => `${format} weigert ${element} “${value}”. ${rule}`,
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
