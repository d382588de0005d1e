import type { CertificateUploadTerms } from '../certificate-upload.js';
import { nl as form } from './certificate-form.js';

export const nl: CertificateUploadTerms = {
  ...form,
  showExisting: 'Bekijken',
  removeTitle: (name) => `${name} verwijderen?`,
  removeText: 'Het certificaat is dan voor niemand meer te zien. Dit kan niet ongedaan worden gemaakt.',
  keep: 'Behouden',
  fields: {
    'certification-required': 'Kies een certificering.',
    'certification-not-linked': 'Deze certificering hoort niet meer bij de cursus. Kies een andere.',
    'file-required': 'Kies eerst een bestand.',
    'valid-from-required': 'Vul in vanaf welke dag het certificaat geldig is.',
    'valid-until-required': 'Vul in tot en met welke dag het certificaat geldig is.',
    'date-invalid': 'Deze dag bestaat niet of is niet volledig. Vul dag, maand en jaar in.',
    'year-out-of-range': 'Dit jaartal kan niet kloppen. Vul een jaar in van 1900 tot en met 2200.',
    'valid-until-before-valid-from': 'Deze dag ligt vóór “Geldig vanaf”. Vul een latere dag in.',
    'consent-required': 'Bevestig de toestemming, of upload een certificaat zonder resultaten.',
  },
};
