import type { FileKind } from '@enrollkit/core';
import { DOCUMENTS, PHOTOS } from '../file-groups.js';
import type { FileFacts, FileUploadTerms } from '../file-upload.js';

const KINDS: Readonly<Partial<Record<FileKind, string>>> = {
  png: 'ein PNG-Bild',
  jpeg: 'ein JPEG-Foto',
  gif: 'ein GIF-Bild',
  webp: 'ein WebP-Bild',
  heic: 'ein HEIC-Foto',
  avif: 'ein AVIF-Bild',
  bmp: 'ein BMP-Bild',
  video: 'ein Video',
  tiff: 'ein TIFF-Bild',
  svg: 'ein SVG-Bild',
  html: 'eine Webseite',
  word: 'ein Word-Dokument',
  spreadsheet: 'eine Tabelle',
  presentation: 'eine Präsentation',
  office: 'ein Dokument aus einer alten Office-Version',
  pages: 'ein Pages-, Numbers- oder Keynote-Dokument',
  mail: 'eine E-Mail',
  zip: 'eine ZIP-Datei',
  rtf: 'ein RTF-Dokument',
  program: 'ein Programm',
};
const butFound = (found: FileKind): string => (KINDS[found] ? `, sondern ${KINDS[found]}` : '');
/** Wie man etwas daraus macht, das angenommen wird. */
const howTo = ({ found, acceptsJpeg }: FileFacts): string => {
  if (PHOTOS.has(found) && acceptsJpeg) {
    const phone = found === 'heic' ? ' (iPhone: Einstellungen, Kamera, Formate, Maximale Kompatibilität)' : '';
    return `Speichern Sie die Datei als JPEG${phone}, oder drucken Sie sie und wählen Sie „Als PDF speichern“.`;
  }
  if (PHOTOS.has(found))
    return 'Öffnen Sie die Datei, wählen Sie „Drucken“ und dann „Als PDF speichern“, und wählen Sie diese PDF-Datei hier aus.';
  if (DOCUMENTS.has(found))
    return 'Öffnen Sie die Datei, wählen Sie „Speichern unter“ oder „Exportieren“ und dann PDF, und wählen Sie diese PDF-Datei hier aus.';
  if (found === 'html')
    return 'Öffnen Sie die Seite in einem Browser, wählen Sie „Drucken“ und dann „Als PDF speichern“, und wählen Sie diese PDF-Datei hier aus.';
  if (found === 'zip') return 'Entpacken Sie sie und wählen Sie die Datei aus, die darin liegt.';
  if (found === 'mail') return 'Öffnen Sie die E-Mail, speichern Sie den Anhang und wählen Sie ihn hier aus.';
  if (found === 'video' || found === 'program') return 'Wählen Sie eine andere Datei aus.';
  return 'Speichern Sie die Datei als PDF und wählen Sie diese aus.';
};
const files = (count: number): string => (count === 1 ? '1 Datei' : `${count} Dateien`);

export const de: FileUploadTerms = {
  orChoose: 'oder wählen Sie eine Datei aus',
  limits: ({ accepted, maxSize }) => `${accepted}, bis zu ${maxSize}`,
  upload: 'Hochladen',
  chosenFiles: 'Ausgewählte Dateien',
  checking: 'Wird geprüft',
  ready: 'Bereit zum Hochladen',
  waiting: 'Wartet auf die anderen Dateien',
  stop: 'Abbrechen',
  takeOff: 'Aus der Liste entfernen',
  otherFile: 'Andere Datei auswählen',
  forFile: (action, name) => `${action}: ${name}`,
  announceAdded: (count) => (count === 1 ? '1 Datei ist bereit.' : `${count} Dateien sind bereit.`),
  announceStarted: (count) => `${files(count)} ${count === 1 ? 'wird' : 'werden'} hochgeladen.`,
  announceProgress: (name, percentage) => `${name}: ${percentage}`,
  announceDone: (name) => `${name} wurde hochgeladen.`,
  announceAllDone: (count) => `${files(count)} hochgeladen.`,
  announceStopped: (name) => `Das Hochladen von ${name} wurde abgebrochen.`,
  announceProblem: (name, sentence) => `${name}: ${sentence}`,
  announceRemoved: (name) => `${name} wurde entfernt.`,
  files: {
    'file-empty': () => 'Diese Datei ist leer. Wählen Sie eine andere Datei aus.',
    'file-unreadable': () => 'Diese Datei kann nicht gelesen werden. Wählen Sie sie erneut aus.',
    'file-is-folder': () => 'Das ist ein Ordner. Wählen Sie die Dateien darin aus.',
    'file-too-large': ({ maxSize }) => `Diese Datei ist zu groß. Wählen Sie eine Datei von höchstens ${maxSize} aus.`,
    'file-name-too-long': () =>
      'Der Name dieser Datei ist zu lang. Geben Sie ihr einen Namen von höchstens 255 Zeichen.',
    'file-not-pdf': (facts) => `Das ist keine PDF-Datei${butFound(facts.found)}. ${howTo(facts)}`,
    'file-type-not-accepted': (facts) =>
      `Das ist keine Datei vom Typ ${facts.accepted}${butFound(facts.found)}. ${howTo(facts)}`,
    'file-truncated': () =>
      'Diese Datei ist unvollständig. Kopieren Sie sie erneut oder laden Sie sie noch einmal herunter, prüfen Sie, ob sie sich öffnen lässt, und wählen Sie sie dann aus.',
    'file-end-missing': () =>
      'Diese Datei ist nicht richtig abgeschlossen. Prüfen Sie, ob alles zu sehen ist. Dann können Sie sie hochladen.',
    'file-encrypted': () =>
      'Diese PDF-Datei verlangt beim Öffnen ein Passwort. Speichern Sie sie ohne dieses Passwort (in Acrobat: Eigenschaften, Sicherheit, Keine Sicherheit) und wählen Sie sie erneut aus.',
    'file-restricted': () =>
      'Diese PDF-Datei lässt sich von allen öffnen, aber zum Beispiel das Drucken oder Kopieren ist eingeschränkt. Hochladen können Sie sie trotzdem.',
    'file-without-pages': () =>
      'Diese PDF-Datei hat keine Seiten. Speichern Sie sie noch einmal als PDF und wählen Sie die neue Datei aus.',
    'duplicate-chosen': () => 'Diese Datei steht bereits in der Liste.',
    'duplicate-elsewhere': () =>
      'Diese Datei wurde bereits bei einer anderen Anmeldung hochgeladen. Wählen Sie eine andere Datei aus.',
    'same-file-elsewhere': ({ name }) =>
      `Genau diese Datei wurde bereits für ${name ?? 'eine andere Anmeldung'} hochgeladen. Prüfen Sie, ob sie auch zu dieser Person gehört. Dann können Sie sie hochladen.`,
    'same-file-here': ({ name }) =>
      `Genau diese Datei wurde hier bereits für ${name ?? 'eine Zertifizierung'} hochgeladen. Für eine andere können Sie sie hochladen.`,
    duplicate: () => 'Diese Datei wurde bereits hochgeladen.',
    'too-large': ({ maxSize }) => `Diese Datei ist zu groß. Wählen Sie eine Datei von höchstens ${maxSize} aus.`,
    'unsupported-media-type': ({ accepted }) =>
      `Diese Art von Datei wird nicht angenommen. Erlaubt: ${accepted}. Wählen Sie eine solche Datei aus.`,
    'storage-full': () =>
      'Es ist kein Platz mehr, um die Datei zu speichern. Schaffen Sie Platz und versuchen Sie es erneut.',
  },
};
