import type { CertificateUploadTerms } from '../certificate-upload.js';

export const de: CertificateUploadTerms = {
  heading: 'Zertifizierung',
  noCertification:
    'Mit diesem Kurs ist noch keine Zertifizierung verknüpft. Verknüpfen Sie zuerst eine, dann kann das Zertifikat hochgeladen werden.',
  toProduct: 'Zertifizierung verknüpfen',
  enrollmentCancelled: 'Diese Anmeldung ist storniert. Es kann kein Zertifikat mehr hochgeladen werden.',
  notVerified:
    'Diese Zertifizierung wartet auf Freigabe. Die teilnehmende Person und die Personalabteilung sehen das Zertifikat erst danach.',
  certification: 'Zertifizierung',
  chooseCertification: 'Zertifizierung auswählen',
  drop: 'Ziehen Sie das Zertifikat hierher',
  validFrom: 'Gültig ab',
  validUntil: 'Gültig bis einschließlich',
  required: 'Pflichtfeld',
  showsResults: 'Auf dem Zertifikat stehen Ergebnisse oder Leistungen',
  consent: 'Die teilnehmende Person hat dem vorab zugestimmt',
  whoSees:
    'Wer kann das sehen? Nur der Anbieter, die teilnehmende Person, die Personalabteilung des Arbeitgebers und die Plattform.',
  showExisting: 'Ansehen',
  uploadedFiles: 'Hochgeladen',
  noneUploaded: 'Es wurde noch kein Zertifikat hochgeladen.',
  valid: ({ from, until }) => (until ? `Gültig vom ${from} bis einschließlich ${until}` : `Gültig ab ${from}`),
  expired: 'Abgelaufen',
  withConsent: 'Mit Ergebnissen, mit Einwilligung der teilnehmenden Person',
  download: 'Herunterladen',
  remove: 'Entfernen',
  removeTitle: (name) => `${name} entfernen?`,
  removeText: 'Danach kann niemand das Zertifikat mehr sehen. Das lässt sich nicht rückgängig machen.',
  keep: 'Behalten',
  fields: {
    'certification-required': 'Wählen Sie eine Zertifizierung aus.',
    'certification-not-linked': 'Diese Zertifizierung gehört nicht mehr zum Kurs. Wählen Sie eine andere.',
    'file-required': 'Wählen Sie zuerst eine Datei aus.',
    'valid-from-required': 'Geben Sie den ersten Tag an, an dem das Zertifikat gültig ist.',
    'valid-until-required': 'Geben Sie den letzten Tag an, an dem das Zertifikat gültig ist.',
    'date-invalid': 'Diesen Tag gibt es nicht, oder er ist unvollständig. Geben Sie Tag, Monat und Jahr an.',
    'year-out-of-range': 'Dieses Jahr kann nicht stimmen. Geben Sie ein Jahr von 1900 bis 2200 an.',
    'valid-until-before-valid-from': 'Dieser Tag liegt vor „Gültig ab“. Geben Sie einen späteren Tag an.',
    'consent-required': 'Bestätigen Sie die Einwilligung, oder laden Sie ein Zertifikat ohne Ergebnisse hoch.',
  },
};
