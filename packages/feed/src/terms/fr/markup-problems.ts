import type { MarkupProblem, ReferenceProblem } from '../../findings/markup-problem.js';
import type { Sentence } from '../feed-terms.js';

/** Ce qui ne va pas là où le XML est mal formé. */
export const MARKUP_PROBLEMS: Readonly<Record<MarkupProblem, () => string>> = {
  'attribute-twice': () => 'Cet attribut figure deux fois dans la même balise. Supprimez-en un.',
  'cdata-ends-early': () =>
    'Ce ]]> termine la section CDATA, et du texte suit encore. Écrivez ]]]]><![CDATA[> là où vous voulez ces caractères eux-mêmes.',
  'cdata-in-cdata': () =>
    'Un second <![CDATA[ commence dans une section CDATA, qui se termine ici au premier ]]>. Écrivez <![CDATA[ et ]]> une seule fois.',
  'cdata-end-in-text': () => 'Il y a ici un ]]> dans un texte ordinaire. Écrivez ]]&gt;.',
  'comment-double-hyphen': () =>
    'Ce commentaire contient deux tirets à la suite. Supprimez-en un, ou terminez le commentaire par -->.',
  'doctype-place': () => 'Un type de document se place avant le premier élément. Supprimez-le ici.',
  'equals-sign-expected': () =>
    'Il manque le signe égal après le nom de cet attribut. Écrivez-le sous la forme nom="valeur".',
  'less-than-in-attribute': () =>
    'La valeur de cet attribut contient un <. Écrivez &lt;, ou vérifiez s’il ne manque pas un guillemet.',
  'markup-unknown': () =>
    'Après <! doit venir un commentaire ou CDATA. Écrivez un signe inférieur isolé sous la forme &lt;.',
  'name-expected': () => 'Un nom est attendu ici. Écrivez un signe inférieur isolé sous la forme &lt;.',
  'no-root': () => 'Il n’y a aucun élément dans ce fichier. Vérifiez que c’est bien le flux.',
  'outside-root': () => 'Ce contenu est hors de l’élément racine. Placez-le à l’intérieur, ou supprimez-le.',
  'quote-expected': () =>
    'La valeur de cet attribut n’est pas entre guillemets. Écrivez-la sous la forme nom="valeur".',
  'space-expected': () =>
    'Il manque un espace ici, ou ce caractère n’a pas sa place dans un nom. Ajoutez l’espace, ou supprimez le caractère.',
  'tag-end-expected': () => 'Cette balise n’est pas fermée. Mettez un > ici.',
  'xml-declaration': () =>
    'La déclaration XML n’est pas correcte, ou n’est pas tout au début. Commencez le fichier par <?xml version="1.0" encoding="UTF-8"?>.',
};

/** Ce qui ne va pas dans une référence. */
export const REFERENCE_PROBLEMS: Readonly<
  Record<ReferenceProblem, Sentence<{ readonly reference: string; readonly use?: string }>>
> = {
  'plain-ampersand': () => 'Il y a ici un signe & isolé. Écrivez &amp; à la place.',
  'html-entity': ({ reference, use }) =>
    `XML ne connaît pas ${reference}. Écrivez le caractère lui-même : ${visible(use)}.`,
  'two-halves': ({ reference, use }) => `${reference} sont les deux moitiés d’un même caractère. Écrivez ${use ?? ''}.`,
  'unknown-name': ({ reference }) =>
    `XML ne connaît pas « ${reference} ». Écrivez &amp; pour un signe &, et les autres caractères tels quels.`,
  half: ({ reference }) =>
    `${reference} n’est que la moitié d’un caractère. Écrivez le caractère entier, ou supprimez-le.`,
  'no-character': ({ reference }) => `${reference} ne désigne aucun caractère permis en XML. Supprimez-le.`,
};

/** Certains caractères ne se voient pas. */
function visible(character = ''): string {
  if (/\S/.test(character) && !/[\u00ad\u200b-\u200f]/.test(character)) return character;
  return `&#${character.charCodeAt(0)};`;
}
