import type { FileKind } from '@enrollkit/core';
import { DOCUMENTS, PHOTOS } from '../file-groups.js';
import type { FileFacts, FileUploadTerms } from '../file-upload.js';

const KINDS: Readonly<Partial<Record<FileKind, string>>> = {
  png: 'une image PNG',
  jpeg: 'une photo JPEG',
  gif: 'une image GIF',
  webp: 'une image WebP',
  heic: 'une photo HEIC',
  avif: 'une image AVIF',
  bmp: 'une image BMP',
  video: 'une vidéo',
  tiff: 'une image TIFF',
  svg: 'une image SVG',
  html: 'une page web',
  word: 'un document Word',
  spreadsheet: 'une feuille de calcul',
  presentation: 'une présentation',
  office: 'un document d’une ancienne version d’Office',
  pages: 'un document Pages, Numbers ou Keynote',
  mail: 'un e-mail',
  zip: 'un fichier zip',
  rtf: 'un document RTF',
  program: 'un programme',
};
const butFound = (found: FileKind): string => (KINDS[found] ? ` mais ${KINDS[found]}` : '');
/** Comment en faire un fichier accepté. */
const howTo = ({ found, acceptsJpeg }: FileFacts): string => {
  if (PHOTOS.has(found) && acceptsJpeg) {
    const phone = found === 'heic' ? ' (iPhone : Réglages, Appareil photo, Formats, Le plus compatible)' : '';
    return `Enregistrez le fichier au format JPEG${phone}, ou imprimez-le et choisissez « Enregistrer au format PDF ».`;
  }
  if (PHOTOS.has(found))
    return 'Ouvrez-le, choisissez « Imprimer » puis « Enregistrer au format PDF », et choisissez ce PDF ici.';
  if (DOCUMENTS.has(found))
    return 'Ouvrez-le, choisissez « Enregistrer sous » ou « Exporter » puis PDF, et choisissez ce PDF ici.';
  if (found === 'html')
    return 'Ouvrez la page dans un navigateur, choisissez « Imprimer » puis « Enregistrer au format PDF », et choisissez ce PDF ici.';
  if (found === 'zip') return 'Décompressez-le et choisissez le fichier qu’il contient.';
  if (found === 'mail') return 'Ouvrez l’e-mail, enregistrez la pièce jointe et choisissez-la ici.';
  if (found === 'video' || found === 'program') return 'Choisissez un autre fichier.';
  return 'Enregistrez-le au format PDF et choisissez ce PDF.';
};
const files = (count: number): string => `${count} ${count < 2 ? 'fichier' : 'fichiers'}`;

export const fr: FileUploadTerms = {
  orChoose: 'ou choisissez un fichier',
  limits: ({ accepted, maxSize }) => `${accepted}, ${maxSize} maximum`,
  upload: 'Déposer',
  chosenFiles: 'Fichiers choisis',
  checking: 'Vérification en cours',
  ready: 'Prêt à être déposé',
  waiting: 'Attend les autres fichiers',
  stop: 'Arrêter',
  takeOff: 'Retirer de la liste',
  otherFile: 'Choisir un autre fichier',
  forFile: (action, name) => `${action} : ${name}`,
  announceAdded: (count) => `${files(count)} ${count < 2 ? 'prêt' : 'prêts'}.`,
  announceStarted: (count) => `Le dépôt de ${files(count)} a commencé.`,
  announceProgress: (name, percentage) => `${name} : ${percentage}`,
  announceDone: (name) => `${name} a été déposé.`,
  announceAllDone: (count) => `${files(count)} ${count < 2 ? 'déposé' : 'déposés'}.`,
  announceStopped: (name) => `Le dépôt de ${name} a été arrêté.`,
  announceProblem: (name, sentence) => `${name} : ${sentence}`,
  announceRemoved: (name) => `${name} a été supprimé.`,
  files: {
    'file-empty': () => 'Ce fichier est vide. Choisissez un autre fichier.',
    'file-unreadable': () => 'Ce fichier ne peut pas être lu. Choisissez-le à nouveau.',
    'file-is-folder': () => 'C’est un dossier. Choisissez les fichiers qu’il contient.',
    'file-too-large': ({ maxSize }) => `Ce fichier est trop volumineux. Choisissez un fichier de ${maxSize} maximum.`,
    'file-name-too-long': () => 'Le nom de ce fichier est trop long. Donnez-lui un nom de 255 caractères au maximum.',
    'file-not-pdf': (facts) => `Ce n’est pas un PDF${butFound(facts.found)}. ${howTo(facts)}`,
    'file-type-not-accepted': (facts) =>
      `Ce n’est pas un fichier ${facts.accepted}${butFound(facts.found)}. ${howTo(facts)}`,
    'file-truncated': () =>
      'Ce fichier est incomplet. Copiez-le ou téléchargez-le à nouveau, vérifiez qu’il s’ouvre, puis choisissez-le.',
    'file-end-missing': () =>
      'Ce fichier n’est pas correctement terminé. Vérifiez que tout s’affiche. Vous pouvez ensuite le déposer.',
    'file-encrypted': () =>
      'Ce PDF demande un mot de passe à l’ouverture. Enregistrez-le sans ce mot de passe (dans Acrobat : Propriétés, Protection, Aucune protection) et choisissez-le à nouveau.',
    'file-restricted': () =>
      'Tout le monde peut ouvrir ce PDF, mais l’impression ou la copie, par exemple, est limitée. Vous pouvez quand même le déposer.',
    'file-without-pages': () =>
      'Ce PDF n’a aucune page. Enregistrez-le à nouveau au format PDF et choisissez ce fichier.',
    'duplicate-chosen': () => 'Ce fichier est déjà dans la liste.',
    'duplicate-elsewhere': () =>
      'Ce fichier a déjà été déposé pour une autre inscription. Choisissez un autre fichier.',
    'same-file-elsewhere': ({ name }) =>
      `Ce même fichier a déjà été déposé pour ${name ?? 'une autre inscription'}. Vérifiez qu’il concerne aussi ce participant. Dans ce cas, vous pouvez le déposer.`,
    'same-file-here': ({ name }) =>
      `Ce même fichier a déjà été déposé ici pour ${name ?? 'une certification'}. Vous pouvez le déposer pour une autre.`,
    duplicate: () => 'Ce fichier a déjà été déposé.',
    'too-large': ({ maxSize }) => `Ce fichier est trop volumineux. Choisissez un fichier de ${maxSize} maximum.`,
    'unsupported-media-type': ({ accepted }) =>
      `Ce type de fichier n’est pas accepté. Choisissez un fichier ${accepted}.`,
    'storage-full': () => 'Il n’y a plus de place pour enregistrer le fichier. Libérez de l’espace et réessayez.',
  },
};
