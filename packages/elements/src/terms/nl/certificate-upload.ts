import type { FileKind } from '@enrollkit/core';
import type { CertificateUploadTerms } from '../certificate-upload.js';

const KINDS: Readonly<Partial<Record<FileKind, string>>> = {
  png: 'een PNG-afbeelding',
  jpeg: 'een JPEG-foto',
  gif: 'een GIF-afbeelding',
  webp: 'een WebP-afbeelding',
  heic: 'een HEIC-foto',
  tiff: 'een TIFF-afbeelding',
  svg: 'een SVG-afbeelding',
  html: 'een webpagina',
  word: 'een Word-document',
  spreadsheet: 'een rekenblad',
  presentation: 'een presentatie',
  zip: 'een zip-bestand',
  rtf: 'een RTF-document',
};
const butFound = (found: FileKind): string => (KINDS[found] ? `, maar ${KINDS[found]}` : '');
const files = (count: number): string => (count === 1 ? '1 bestand' : `${count} bestanden`);

export const nl: CertificateUploadTerms = {
  heading: 'Certificering',
  noCertification:
    'Nog niet bekend welk certificaat met deze cursus te behalen is. Koppel eerst een certificering aan het product.',
  toProduct: 'Naar het product',
  enrollmentCancelled: 'Deze inschrijving is geannuleerd. Er kan geen certificaat meer bij.',
  notVerified: 'Deze certificering wacht op goedkeuring. Anderen zien het certificaat pas daarna.',

  certification: 'Certificering',
  chooseCertification: 'Kies een certificering',
  drop: 'Sleep het certificaat hierheen',
  orChoose: 'of kies een bestand',
  limits: ({ accepted, maxSize }) => `${accepted}, tot ${maxSize}`,
  validFrom: 'Geldig vanaf',
  validUntil: 'Geldig tot en met',
  required: 'verplicht',
  showsResults: 'Op het certificaat staan resultaten of prestaties',
  consent: 'De deelnemer heeft hiervoor vooraf toestemming gegeven',
  whoSees: 'Wie kan dit zien? Alleen de opleider, de deelnemer, HR van de werkgever en het platform.',
  upload: 'Uploaden',

  chosenFiles: 'Gekozen bestanden',
  checking: 'Wordt gecontroleerd',
  ready: 'Klaar om te uploaden',
  waiting: 'Wacht op de andere bestanden',
  stop: 'Stoppen',
  takeOff: 'Weghalen',
  otherFile: 'Ander bestand',
  showExisting: 'Bekijken',

  uploadedFiles: 'Geüpload',
  valid: ({ from, until }) => (until ? `Geldig van ${from} tot en met ${until}` : `Geldig vanaf ${from}`),
  expired: 'Verlopen',
  withConsent: 'Met resultaten, met toestemming',
  download: 'Downloaden',
  remove: 'Verwijderen',
  removeTitle: (name) => `${name} verwijderen?`,
  removeText: 'Het certificaat is daarna voor niemand meer te zien.',
  keep: 'Behouden',
  forFile: (action, name) => `${action}: ${name}`,

  announceAdded: (count) => (count === 1 ? '1 bestand staat klaar.' : `${count} bestanden staan klaar.`),
  announceStarted: (count) => `Uploaden van ${files(count)} is begonnen.`,
  announceProgress: (name, percentage) => `${name}: ${percentage}`,
  announceDone: (name) => `${name} is geüpload.`,
  announceAllDone: (count) => `${files(count)} geüpload.`,
  announceStopped: (name) => `Uploaden van ${name} is gestopt.`,
  announceProblem: (name, sentence) => `${name}: ${sentence}`,
  announceRemoved: (name) => `${name} is verwijderd.`,

  fields: {
    'certification-required': 'Kies een certificering.',
    'certification-not-linked': 'Deze certificering hoort niet meer bij de cursus. Kies een andere.',
    'file-required': 'Kies eerst een bestand.',
    'valid-from-required': 'Vul in vanaf welke dag het certificaat geldig is.',
    'valid-until-required': 'Vul in tot en met welke dag het certificaat geldig is.',
    'date-invalid': 'Deze dag bestaat niet of is niet volledig. Vul dag, maand en jaar in.',
    'valid-until-before-valid-from': 'Deze dag ligt vóór de eerste dag. Vul een latere dag in.',
    'consent-required': 'Bevestig de toestemming, of upload een certificaat zonder resultaten.',
  },
  files: {
    'file-empty': () => 'Dit bestand is leeg. Kies een ander bestand.',
    'file-unreadable': () => 'Dit bestand kan niet worden gelezen. Kies het opnieuw.',
    'file-is-folder': () => 'Dit is een map. Kies de bestanden die erin staan.',
    'file-too-large': ({ maxSize }) => `Dit bestand is te groot. Kies een bestand van hoogstens ${maxSize}.`,
    'file-not-pdf': ({ found }) => `Dit is geen PDF${butFound(found)}. Sla het op als PDF en kies het opnieuw.`,
    'file-type-not-accepted': ({ found, accepted }) =>
      `Dit is geen ${accepted}${butFound(found)}. Sla het op als PDF en kies het opnieuw.`,
    'file-truncated': () => 'Dit bestand is niet compleet. Sla het opnieuw op en kies het dan.',
    'file-encrypted': () => 'Deze PDF is beveiligd. Sla hem op zonder beveiliging en kies hem opnieuw.',
    'duplicate-chosen': () => 'Dit bestand staat al in de lijst.',
    'duplicate-elsewhere': () => 'Dit bestand is al bij een andere inschrijving geüpload. Kies een ander bestand.',
    duplicate: () => 'Dit bestand is al geüpload.',
    'too-large': ({ maxSize }) => `Dit bestand is te groot. Kies een bestand van hoogstens ${maxSize}.`,
    'unsupported-media-type': ({ accepted }) => `Dit soort bestand wordt niet aangenomen. Kies ${accepted}.`,
    'storage-full': () => 'Er is geen ruimte meer om het bestand te bewaren. Maak ruimte en probeer het opnieuw.',
  },
};
