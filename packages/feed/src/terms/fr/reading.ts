import { MARKUP_PROBLEMS, REFERENCE_PROBLEMS } from './markup-problems.js';
import type { ReadingTerms } from '../feed-terms.js';

/** Un bon flux, au mauvais endroit. */
const OTHER_FEED: ReadonlyMap<string, string> = new Map([
  ['Trainers', 'C’est un flux de formateurs. Choisissez ici le flux de produits.'],
  ['Products', 'C’est un flux de produits. Choisissez ici le flux de formateurs.'],
  [
    'html',
    'C’est une page web, par exemple de connexion ou d’erreur. Choisissez l’adresse ou le fichier du flux lui-même.',
  ],
]);

/** Ce que rencontre la lecture d’un flux. */
export const reading: ReadingTerms = {
  'not-a-product-feed': {
    title: 'Ce n’est pas un flux',
    sentences: {
      root: ({ expected, element = '' }) =>
        OTHER_FEED.get(element) ?? `Ce flux commence par <${element}>. Commencez le fichier par <${expected}>.`,
      nothing: ({ expected }) => `Le fichier est vide. Commencez le fichier par <${expected}>.`,
      json: ({ expected }) => `C’est du JSON, et un flux est du XML. Commencez le fichier par <${expected}>.`,
      'no-xml': ({ expected }) => `Ce n’est pas un flux XML. Commencez le fichier par <${expected}>.`,
    },
  },
  'doctype-refused': {
    title: 'Type de document',
    sentence: () =>
      'Un flux avec un type de document n’est pas lu, par sécurité. Supprimez la ligne contenant <!DOCTYPE.',
  },
  'encoding-unknown': {
    title: 'Encodage inconnu',
    sentence: ({ declared, supported }) =>
      `L’encodage « ${declared} » n’est pas pris en charge. Enregistrez le fichier en UTF-8. Encodages pris en charge : ${supported}.`,
  },
  'too-many-products': {
    title: 'Trop d’éléments dans un flux',
    sentence: ({ limit }, { number }) =>
      `Ce flux en contient plus de ${number(limit)}. Répartissez-les sur plusieurs flux.`,
  },
  'too-many-bytes': {
    title: 'Fichier trop volumineux',
    sentence: ({ limit }, { number }) =>
      `Le fichier dépasse ${number(limit)} octets. Répartissez-le sur plusieurs flux.`,
  },
  'gzip-broken': {
    title: 'Fichier compressé endommagé',
    sentence: () =>
      'Le fichier compressé (gzip) est incomplet ou endommagé. Compressez-le à nouveau, ou envoyez-le sans compression.',
  },
  'gzip-too-large': {
    title: 'Fichier compressé suspect',
    sentence: ({ limit }, { number }) =>
      `Une fois décompressé, le fichier est plus de ${number(limit)} fois plus grand, ce qui est inhabituel pour un flux. Envoyez-le sans compression s’il est correct.`,
  },
  'too-much-work': {
    title: 'Trop long à lire',
    sentence: ({ seconds }, { number }) =>
      `Après ${number(seconds)} secondes de travail, le reste n’a pas été lu : c’est bien plus que ce que demande un flux habituel de cette taille. Répartissez-le sur plusieurs flux, ou cherchez ce qui s’y répète sans cesse.`,
  },

  'malformed-xml': {
    title: 'XML non valide',
    sentences: MARKUP_PROBLEMS,
  },
  'tag-mismatch': {
    title: 'Balise de fin qui ne correspond pas',
    sentence: ({ expected }) =>
      expected === ''
        ? 'Cette balise de fin ne correspond à aucune balise de début. Supprimez-la, ou ajoutez la balise de début.'
        : `Cette balise de fin ne correspond pas à <${expected}>. Fermez d’abord cet élément par </${expected}>.`,
  },
  'product-not-closed': {
    title: 'Non fermé',
    sentence: ({ element }) =>
      `Un nouvel élément <${element}> commence ici alors que le précédent est encore ouvert. Fermez d’abord celui-ci par </${element}>.`,
  },
  'bad-reference': {
    title: 'Référence inexistante',
    sentences: REFERENCE_PROBLEMS,
  },
  'reference-spelling': {
    title: 'Caractère non conforme à XML',
    sentences: REFERENCE_PROBLEMS,
  },
  'before-declaration': {
    title: 'Contenu avant la déclaration XML',
    sentences: {
      space: () =>
        'Il y a des espaces avant <?xml …?>, et beaucoup de programmes ne lisent alors pas le fichier. Supprimez-les.',
      mark: () =>
        'Il y a un indicateur d’ordre des octets de trop au début du fichier. Enregistrez-le en UTF-8 avec un seul ou aucun.',
      both: () =>
        'Il y a des indicateurs d’ordre des octets et des espaces avant <?xml …?>, et beaucoup de programmes ne lisent alors pas le fichier. Supprimez-les.',
      comment: () =>
        'Un commentaire précède <?xml …?>, et beaucoup de programmes ne lisent alors pas le fichier. Placez-le après.',
      text: ({ text }) =>
        `Le début du flux est précédé d’un texte qui n’y a pas sa place : « ${text} ». Supprimez-le ; cela vient souvent du programme qui produit le flux.`,
    },
  },
  'byte-misread': {
    title: 'Windows-1252 au lieu d’UTF-8',
    sentence: ({ element, byte, character }) =>
      `Ce fichier est en Windows-1252, mais se dit en UTF-8 : ${element} contient l’octet ${byte}, lu comme « ${character} ». Enregistrez le fichier en UTF-8, ou commencez-le par <?xml version="1.0" encoding="windows-1252"?>.`,
  },
  'character-cut': {
    title: 'Partie d’un caractère',
    sentence: ({ element, byte }) =>
      `${element} ne contient qu’une partie d’un caractère (octet ${byte}) : un texte a été coupé au milieu d’un caractère. Écrivez le caractère entier, ou supprimez-le.`,
  },
  'bad-character': {
    title: 'Caractère interdit en XML',
    sentence: () => 'Il y a ici un caractère interdit en XML. Supprimez-le.',
  },
  'unexpected-end': {
    title: 'Flux interrompu',
    sentence: () =>
      'Le flux s’arrête ici au milieu d’un élément. Exportez-le à nouveau, et vérifiez qu’il est arrivé en entier.',
  },
  'too-deep': {
    title: 'Imbrication trop profonde',
    sentence: ({ limit }, { number }) =>
      `Plus de ${number(limit)} éléments sont imbriqués ici. Vérifiez que chaque élément est fermé.`,
  },
  'text-too-long': {
    title: 'Texte bien trop long',
    sentence: ({ limit }, { number }) => `Ce texte dépasse ${number(limit)} caractères. Raccourcissez-le.`,
  },
  'too-many-attributes': {
    title: 'Trop d’attributs',
    sentence: ({ limit }, { number }) =>
      `Cet élément a plus de ${number(limit)} attributs. Supprimez-les : un flux n’en contient pas.`,
  },
  'too-many-elements': {
    title: 'Trop d’éléments',
    sentence: ({ limit }, { number }) =>
      `Il y a ici plus de ${number(limit)} éléments. Répartissez-les sur plusieurs produits.`,
  },
  'product-too-long': {
    title: 'Trop long',
    sentence: ({ element, limit }, { number }) =>
      `Cet élément <${element}> dépasse ${number(limit)} caractères. Raccourcissez les textes, ou répartissez-les.`,
  },
  'too-many-issues': {
    title: 'Et d’autres',
    sentence: ({ count }, { number }) =>
      `Il y a encore ${number(count)} ${count < 2 ? 'constat' : 'constats'} à ce sujet. Traitez d’abord ceux qui précèdent, et vérifiez à nouveau.`,
  },

  'no-products': {
    title: 'Flux vide',
    sentence: ({ element }) => `Il n’y a aucun élément <${element}> dans ce flux. Ajoutez-en au moins un.`,
  },
  'encoding-mismatch': {
    title: 'Encodage différent de celui déclaré',
    sentence: ({ declared, used }) =>
      `La première ligne indique l’encodage « ${declared} », mais le fichier est en ${used}. Écrivez encoding="${used}".`,
  },

  'missing-element': {
    title: 'Élément absent',
    sentence: ({ element }) => `L’élément obligatoire ${element} est absent. Ajoutez-le.`,
  },
  'empty-required': {
    title: 'Obligatoire et vide',
    sentence: ({ element }) => `L’élément obligatoire ${element} est vide. Remplissez-le.`,
  },
  'repeated-element': {
    title: 'Élément répété',
    sentence: ({ element }) => `${element} figure plusieurs fois ici ; seul le premier compte. Supprimez les autres.`,
  },
  'markup-in-text': {
    title: 'Balisage hors CDATA',
    sentence: ({ element, markup }) =>
      `${element} contient l’élément <${markup}> là où seul du texte est permis. Mettez le texte dans <![CDATA[ … ]]>.`,
  },
  'unknown-element': {
    title: 'Élément inconnu',
    sentence: ({ element }) => `L’élément ${element} n’a pas sa place dans le flux et est ignoré. Supprimez-le.`,
  },
  'unknown-attribute': {
    title: 'Attribut inconnu',
    sentence: ({ element, attribute }) =>
      `L’attribut ${attribute} de ${element} n’a pas sa place dans le flux et est ignoré. Supprimez-le.`,
  },
  'unexpected-text': {
    title: 'Texte entre des éléments',
    sentence: ({ element }) => `${element} contient du texte entre les éléments, et ce texte est ignoré. Supprimez-le.`,
  },
  'element-left-out': {
    title: 'Élément omis',
    sentence: ({ element }) => `L’élément ${element} doit être présent, même vide. Écrivez <${element}></${element}>.`,
  },
  'element-spelling': {
    title: 'Élément écrit autrement',
    sentence: ({ element, use }) => `Écrivez ${use} au lieu de ${element}.`,
  },
  'newer-schema': {
    title: 'D’un schéma plus récent',
    sentence: ({ element, value }) =>
      value === undefined
        ? `${element} n’existe que depuis une version plus récente du schéma. Retirez-le si le destinataire ne la connaît pas.`
        : `${element} « ${value} » n’existe que depuis une version plus récente du schéma. Choisissez une autre valeur si le destinataire ne la connaît pas.`,
  },
  'empty-element': {
    title: 'Élément vide',
    sentence: ({ element }) => `${element} est vide. Retirez l’élément ou remplissez-le.`,
  },
  'empty-value': {
    title: 'Élément vide',
    sentence: ({ element }) => `${element} ne doit pas être vide. Retirez l’élément ou remplissez-le.`,
  },
  'value-needed': {
    title: 'Valeur absente',
    sentence: ({ element, around }) =>
      `${element} n’a pas de valeur ici, et il en faut une. Remplissez-le${around === undefined ? '' : `, ou retirez ${around}`}.`,
  },
  'cost-unread': {
    title: 'Frais non lus',
    sentence: ({ element, use }) =>
      `${element} se trouve dans un élément qui n’est pas lu : le total serait trop bas. Mettez-le dans <${use}>.`,
  },
  'element-outside': {
    title: 'Élément hors de sa liste',
    sentence: ({ element, use }) =>
      `${element} ne se trouve pas dans ${use}, et a été lu quand même. Mettez-le dans <${use}>.`,
  },
  'record-left-out': {
    title: 'Omis en raison d’une erreur',
    sentence: ({ element }) =>
      `Cet élément ${element} contient une erreur et est omis. Le produit est importé sans lui. Corrigez l’erreur.`,
  },
};
