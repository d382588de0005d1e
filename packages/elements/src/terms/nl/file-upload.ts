import type { FileKind } from '@enrollkit/core';
import { DOCUMENTS, PHOTOS } from '../file-groups.js';
import type { FileFacts, FileUploadTerms } from '../file-upload.js';
import { nl as form } from './file-form.js';

const KINDS: Readonly<Partial<Record<FileKind, string>>> = {
  png: 'een PNG-afbeelding',
  jpeg: 'een JPEG-foto',
  gif: 'een GIF-afbeelding',
  webp: 'een WebP-afbeelding',
  heic: 'een HEIC-foto',
  avif: 'een AVIF-afbeelding',
  bmp: 'een BMP-afbeelding',
  video: 'een video',
  tiff: 'een TIFF-afbeelding',
  svg: 'een SVG-afbeelding',
  html: 'een webpagina',
  word: 'een Word-document',
  spreadsheet: 'een spreadsheet',
  presentation: 'een presentatie',
  office: 'een document uit een oude versie van Office',
  pages: 'een Pages-, Numbers- of Keynote-document',
  mail: 'een e-mail',
  zip: 'een zip-bestand',
  rtf: 'een RTF-document',
  program: 'een programma',
};
const butFound = (found: FileKind): string => (KINDS[found] ? `, maar ${KINDS[found]}` : '');
/** Hoe men er iets van maakt dat wordt aangenomen. */
const howTo = ({ found, acceptsJpeg }: FileFacts): string => {
  if (PHOTOS.has(found) && acceptsJpeg) {
    const phone = found === 'heic' ? ' (iPhone: Instellingen, Camera, Structuren, Meest compatibel)' : '';
    return `Sla het op als JPEG${phone}, of druk het af en kies Opslaan als PDF.`;
  }
  if (PHOTOS.has(found)) return 'Open het, kies Afdrukken en dan Opslaan als PDF, en kies dat bestand.';
  if (DOCUMENTS.has(found)) return 'Open het, kies Opslaan als of Exporteren en dan PDF, en kies dat bestand.';
  if (found === 'html')
    return 'Open de pagina in een browser, kies Afdrukken en dan Opslaan als PDF, en kies dat bestand.';
  if (found === 'zip') return 'Pak het uit en kies het bestand dat erin zit.';
  if (found === 'mail') return 'Open de e-mail, sla de bijlage op en kies die.';
  if (found === 'video' || found === 'program') return 'Kies een ander bestand.';
  return 'Sla het op als PDF en kies dat bestand.';
};
const files = (count: number): string => (count === 1 ? '1 bestand' : `${count} bestanden`);

export const nl: FileUploadTerms = {
  ...form,
  chosenFiles: 'Gekozen bestanden',
  checking: 'Wordt gecontroleerd',
  ready: 'Klaar om te uploaden',
  waiting: 'Wacht op de andere bestanden',
  stop: 'Stoppen',
  takeOff: 'Uit de lijst halen',
  otherFile: 'Ander bestand kiezen',
  announceAdded: (count) => (count === 1 ? '1 bestand staat klaar.' : `${count} bestanden staan klaar.`),
  announceStarted: (count) => `Het uploaden van ${files(count)} is begonnen.`,
  announceProgress: (name, percentage) => `${name}: ${percentage}`,
  announceDone: (name) => `${name} is geüpload.`,
  announceAllDone: (count) => `${files(count)} geüpload.`,
  announceStopped: (name) => `Het uploaden van ${name} is gestopt.`,
  announceProblem: (name, sentence) => `${name}: ${sentence}`,
  files: {
    'file-empty': () => 'Dit bestand is leeg. Kies een ander bestand.',
    'file-unreadable': () => 'Dit bestand kan niet worden gelezen. Kies het opnieuw.',
    'file-is-folder': () => 'Dit is een map. Kies de bestanden die erin staan.',
    'file-too-large': ({ maxSize }) => `Dit bestand is te groot. Kies een bestand van hoogstens ${maxSize}.`,
    'file-name-too-long': () => 'De naam van dit bestand is te lang. Geef het een naam van hoogstens 255 tekens.',
    'file-not-pdf': (facts) => `Dit is geen PDF${butFound(facts.found)}. ${howTo(facts)}`,
    'file-type-not-accepted': (facts) => `Dit is geen ${facts.accepted}${butFound(facts.found)}. ${howTo(facts)}`,
    'file-truncated': () =>
      'Dit bestand is niet compleet. Kopieer of download het opnieuw, controleer of het opent en kies het dan nog eens.',
    'file-end-missing': () =>
      'Dit bestand is niet goed afgesloten. Controleer of alles te zien is. Dan kun je het gewoon uploaden.',
    'file-encrypted': () =>
      'Deze PDF vraagt om een wachtwoord bij het openen. Sla hem op zonder dat wachtwoord (in Acrobat: Eigenschappen, Beveiliging, Geen beveiliging) en kies hem opnieuw.',
    'file-restricted': () =>
      'Iedereen kan deze PDF openen, maar bijvoorbeeld afdrukken of kopiëren is beperkt. Je kunt hem gewoon uploaden.',
    'file-without-pages': () =>
      'Deze PDF heeft geen pagina’s. Sla het document opnieuw op als PDF en kies dat bestand.',
    'duplicate-chosen': () => 'Dit bestand staat al in de lijst.',
    'duplicate-elsewhere': () => 'Dit bestand is al bij een andere inschrijving geüpload. Kies een ander bestand.',
    'same-file-elsewhere': ({ name }) =>
      `${name ? `Ditzelfde bestand is al geüpload voor ${name}.` : 'Ditzelfde bestand is al geüpload bij een andere inschrijving.'} Controleer of het ook van deze deelnemer is. Dan kun je het gewoon uploaden.`,
    'same-file-here': ({ name }) =>
      `Ditzelfde bestand is hier al geüpload voor ${name ?? 'een certificering'}. Voor een andere certificering kun je het gewoon uploaden.`,
    duplicate: () => 'Dit bestand is al geüpload.',
    'too-large': ({ maxSize }) => `Dit bestand is te groot. Kies een bestand van hoogstens ${maxSize}.`,
    'unsupported-media-type': ({ accepted }) => `Dit soort bestand wordt niet geaccepteerd. Kies een ${accepted}.`,
    'storage-full': () => 'Er is geen ruimte meer om het bestand op te slaan. Maak ruimte vrij en probeer het opnieuw.',
  },
};
