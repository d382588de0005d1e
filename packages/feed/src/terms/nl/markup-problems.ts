import type { MarkupProblem, ReferenceProblem } from '../../findings/markup-problem.js';
import type { Sentence } from '../feed-terms.js';

/** What is wrong where the XML is malformed. */
export const MARKUP_PROBLEMS: Readonly<Record<MarkupProblem, () => string>> = {
  'attribute-twice': () => 'Dit attribuut staat twee keer in dezelfde tag. Haal er een weg.',
  'cdata-ends-early': () =>
    'Deze ]]> sluit de CDATA-sectie, en er volgt nog tekst. Schrijf ]]]]><![CDATA[> waar je deze tekens zelf bedoelt.',
  'cdata-in-cdata': () =>
    'Een tweede <![CDATA[ begint binnen een CDATA-sectie, en die eindigt hier bij de eerste ]]>. Schrijf <![CDATA[ en ]]> één keer.',
  'cdata-end-in-text': () => 'Hier staat ]]> in gewone tekst. Schrijf ]]&gt;.',
  'comment-double-hyphen': () =>
    'In dit commentaar staan twee streepjes achter elkaar. Haal er een weg, of sluit het af met -->.',
  'doctype-place': () => 'Een documenttype hoort vóór het eerste element. Haal het hier weg.',
  'equals-sign-expected': () =>
    'Achter de naam van dit attribuut ontbreekt het isgelijkteken. Schrijf het als naam="waarde".',
  'less-than-in-attribute': () =>
    'In de waarde van dit attribuut staat <. Schrijf &lt;, of kijk of er een aanhalingsteken ontbreekt.',
  'markup-unknown': () => 'Achter <! hoort commentaar of CDATA. Schrijf een los kleiner-dan-teken als &lt;.',
  'name-expected': () => 'Hier hoort een naam. Schrijf een los kleiner-dan-teken als &lt;.',
  'no-root': () => 'Er staat geen element in dit bestand. Controleer of dit de feed is.',
  'outside-root': () => 'Dit staat buiten het buitenste element. Zet het erin, of haal het weg.',
  'quote-expected': () =>
    'De waarde van dit attribuut staat niet tussen aanhalingstekens. Schrijf het als naam="waarde".',
  'space-expected': () =>
    'Hier ontbreekt een spatie, of dit teken hoort niet in een naam. Zet de spatie erbij, of haal het teken weg.',
  'tag-end-expected': () => 'Deze tag is niet afgesloten. Zet hier een >.',
  'xml-declaration': () =>
    'De XML-declaratie klopt niet, of staat niet helemaal vooraan. Begin het bestand met <?xml version="1.0" encoding="UTF-8"?>.',
};

/** Wat er mis is met een verwijzing. */
export const REFERENCE_PROBLEMS: Readonly<
  Record<ReferenceProblem, Sentence<{ readonly reference: string; readonly use?: string }>>
> = {
  'plain-ampersand': () => 'Hier staat een los &-teken. Schrijf &amp;.',
  'html-entity': ({ reference, use }) => `XML kent ${reference} niet. Schrijf het teken zelf: ${visible(use)}.`,
  'two-halves': ({ reference, use }) => `${reference} zijn de twee helften van één teken. Schrijf ${use ?? ''}.`,
  'unknown-name': ({ reference }) =>
    `XML kent “${reference}” niet. Schrijf &amp; voor een &-teken, en andere tekens gewoon zelf.`,
  half: ({ reference }) => `${reference} is maar een half teken. Schrijf het hele teken, of haal het weg.`,
  'no-character': ({ reference }) => `${reference} staat voor een teken dat in XML niet mag. Haal het weg.`,
};

/** Sommige tekens zijn niet te zien. */
function visible(character = ''): string {
  if (/\S/.test(character) && !/[\u00ad\u200b-\u200f]/.test(character)) return character;
  return `&#${character.charCodeAt(0)};`;
}
