import type { CertificateFormTerms } from '../certificate-upload.js';

export const nl: CertificateFormTerms = {
  heading: 'Certificering',
  noCertification:
    'Aan deze cursus is nog geen certificering gekoppeld. Koppel die eerst. Daarna kan het certificaat worden geüpload.',
  toProduct: 'Certificering koppelen',
  enrollmentCancelled: 'Deze inschrijving is geannuleerd. Er kan geen certificaat meer worden geüpload.',
  notVerified: 'Deze certificering wacht op goedkeuring. De deelnemer en HR zien het certificaat pas daarna.',
  certification: 'Certificering',
  chooseCertification: 'Kies een certificering',
  drop: 'Sleep het certificaat hierheen',
  validFrom: 'Geldig vanaf',
  validUntil: 'Geldig tot en met',
  required: 'verplicht',
  showsResults: 'Op het certificaat staan resultaten of prestaties',
  consent: 'De deelnemer heeft hiervoor vooraf toestemming gegeven',
  whoSees: 'Wie kan dit zien? Alleen de opleider, de deelnemer, HR van de werkgever en het platform.',
  uploadedFiles: 'Geüpload',
  noneUploaded: 'Er is nog geen certificaat geüpload.',
  valid: ({ from, until }) => (until ? `Geldig van ${from} tot en met ${until}` : `Geldig vanaf ${from}`),
  expired: 'Verlopen',
  withConsent: 'Met resultaten, met toestemming van de deelnemer',
  download: 'Downloaden',
  remove: 'Verwijderen',
};
