import type { MarkupProblem, ReferenceProblem } from '../../findings/markup-problem.js';
import type { Sentence } from '../feed-terms.js';

/** Was nicht stimmt, wo das XML fehlerhaft ist. */
export const MARKUP_PROBLEMS: Readonly<Record<MarkupProblem, () => string>> = {
  'attribute-twice': () => 'Dieses Attribut steht zweimal im selben Tag. Entfernen Sie eines.',
  'cdata-ends-early': () =>
    'Dieses ]]> beendet den CDATA-Abschnitt, und es folgt noch Text. Schreiben Sie ]]]]><![CDATA[>, wo diese Zeichen selbst gemeint sind.',
  'cdata-in-cdata': () =>
    'Ein zweites <![CDATA[ beginnt innerhalb eines CDATA-Abschnitts, der hier beim ersten ]]> endet. Schreiben Sie <![CDATA[ und ]]> nur einmal.',
  'cdata-end-in-text': () => 'Hier steht ]]> in gewöhnlichem Text. Schreiben Sie ]]&gt;.',
  'comment-double-hyphen': () =>
    'In diesem Kommentar stehen zwei Bindestriche hintereinander. Entfernen Sie einen, oder beenden Sie den Kommentar mit -->.',
  'doctype-place': () => 'Ein Dokumenttyp gehört vor das erste Element. Entfernen Sie ihn hier.',
  'equals-sign-expected': () =>
    'Hinter dem Namen dieses Attributs fehlt das Gleichheitszeichen. Schreiben Sie es als name="wert".',
  'less-than-in-attribute': () =>
    'Im Wert dieses Attributs steht ein <. Schreiben Sie &lt;, oder sehen Sie nach, ob ein Anführungszeichen fehlt.',
  'markup-unknown': () =>
    'Hinter <! gehört ein Kommentar oder CDATA. Schreiben Sie ein einzelnes Kleiner-als-Zeichen als &lt;.',
  'name-expected': () => 'Hierhin gehört ein Name. Schreiben Sie ein einzelnes Kleiner-als-Zeichen als &lt;.',
  'no-root': () => 'In dieser Datei steht kein Element. Prüfen Sie, ob das der Feed ist.',
  'outside-root': () => 'Das steht außerhalb des äußersten Elements. Setzen Sie es hinein, oder entfernen Sie es.',
  'quote-expected': () =>
    'Der Wert dieses Attributs steht nicht in Anführungszeichen. Schreiben Sie es als name="wert".',
  'space-expected': () =>
    'Hier fehlt ein Leerzeichen, oder dieses Zeichen gehört nicht in einen Namen. Ergänzen Sie das Leerzeichen, oder entfernen Sie das Zeichen.',
  'tag-end-expected': () => 'Dieses Tag ist nicht geschlossen. Setzen Sie hier ein >.',
  'xml-declaration': () =>
    'Die XML-Deklaration stimmt nicht, oder sie steht nicht ganz am Anfang. Beginnen Sie die Datei mit <?xml version="1.0" encoding="UTF-8"?>.',
};

/** Was mit einem Verweis nicht stimmt. */
export const REFERENCE_PROBLEMS: Readonly<
  Record<ReferenceProblem, Sentence<{ readonly reference: string; readonly use?: string }>>
> = {
  'plain-ampersand': () => 'Hier steht ein einzelnes &-Zeichen. Schreiben Sie dafür &amp;.',
  'html-entity': ({ reference, use }) =>
    `XML kennt ${reference} nicht. Schreiben Sie das Zeichen selbst: ${visible(use)}.`,
  'two-halves': ({ reference, use }) =>
    `${reference} sind die zwei Hälften eines Zeichens. Schreiben Sie ${use ?? ''}.`,
  'unknown-name': ({ reference }) =>
    `XML kennt „${reference}“ nicht. Schreiben Sie &amp; für ein &-Zeichen, und andere Zeichen einfach selbst.`,
  half: ({ reference }) =>
    `${reference} ist nur ein halbes Zeichen. Schreiben Sie das ganze Zeichen, oder entfernen Sie es.`,
  'no-character': ({ reference }) =>
    `${reference} steht für ein Zeichen, das in XML nicht erlaubt ist. Entfernen Sie es.`,
};

/** Manche Zeichen sind nicht zu sehen. */
function visible(character = ''): string {
  if (/\S/.test(character) && !/[\u00ad\u200b-\u200f]/.test(character)) return character;
  return `&#${character.charCodeAt(0)};`;
}
