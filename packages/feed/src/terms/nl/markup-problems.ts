import type { MarkupProblem } from '../../read/markup-fault.js';

/** What is wrong where the XML is malformed. */
export const MARKUP_PROBLEMS: Readonly<Record<MarkupProblem, string>> = {
  'attribute-twice': 'Dit attribuut staat twee keer in dezelfde tag. Haal er een weg.',
  'cdata-end-in-text': 'Hier staat ]]> in gewone tekst. Schrijf ]]&gt;.',
  'comment-double-hyphen':
    'In dit commentaar staan twee streepjes achter elkaar. Haal er een weg, of sluit het af met -->.',
  'doctype-place': 'Een documenttype hoort vóór het eerste element. Haal het hier weg.',
  'equals-sign-expected':
    'Achter de naam van dit attribuut ontbreekt het isgelijkteken. Schrijf het als naam="waarde".',
  'less-than-in-attribute':
    'In de waarde van dit attribuut staat <. Schrijf &lt;, of kijk of er een aanhalingsteken ontbreekt.',
  'markup-unknown': 'Achter <! hoort commentaar of CDATA. Schrijf een los kleiner-dan-teken als &lt;.',
  'name-expected': 'Hier hoort een naam. Schrijf een los kleiner-dan-teken als &lt;.',
  'no-root': 'Er staat geen element in dit bestand. Controleer of dit de feed is.',
  'outside-root': 'Dit staat buiten het buitenste element. Zet het erin, of haal het weg.',
  'quote-expected': 'De waarde van dit attribuut staat niet tussen aanhalingstekens. Schrijf het als naam="waarde".',
  'space-expected': 'Hier ontbreekt een spatie, of dit teken hoort niet in een naam.',
  'tag-end-expected': 'Deze tag is niet afgesloten. Zet hier een >.',
  'xml-declaration':
    'De XML-declaratie klopt niet, of staat niet helemaal vooraan. Begin het bestand met <?xml version="1.0" encoding="UTF-8"?>.',
};
