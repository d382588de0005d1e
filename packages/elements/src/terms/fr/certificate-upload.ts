import type { CertificateUploadTerms } from '../certificate-upload.js';
import { jour } from '../jour.js';

export const fr: CertificateUploadTerms = {
  heading: 'Certification',
  noCertification:
    'Aucune certification n’est encore liée à cette formation. Liez-en d’abord une, puis le certificat pourra être déposé.',
  toProduct: 'Lier une certification',
  enrollmentCancelled: 'Cette inscription est annulée. Il n’est plus possible de déposer de certificat.',
  notVerified: 'Cette certification attend une validation. Le participant et les RH ne verront le certificat qu’après.',
  certification: 'Certification',
  chooseCertification: 'Choisissez une certification',
  drop: 'Déposez le certificat ici',
  validFrom: 'Valable à partir du',
  validUntil: 'Valable jusqu’au (inclus)',
  required: 'obligatoire',
  showsResults: 'Le certificat mentionne des résultats ou des performances',
  consent: 'Le participant a donné son consentement au préalable',
  whoSees:
    'Qui peut le voir ? Seulement l’organisme de formation, le participant, les RH de l’employeur et la plateforme.',
  showExisting: 'Afficher',
  uploadedFiles: 'Déposés',
  noneUploaded: 'Aucun certificat n’a encore été déposé.',
  valid: ({ from, until }) =>
    until ? `Valable du ${jour(from)} au ${jour(until)} inclus` : `Valable à partir du ${jour(from)}`,
  expired: 'Expiré',
  withConsent: 'Avec résultats, avec le consentement du participant',
  download: 'Télécharger',
  remove: 'Supprimer',
  removeTitle: (name) => `Supprimer ${name} ?`,
  removeText: 'Ensuite, plus personne ne pourra voir le certificat. Cette action est définitive.',
  keep: 'Conserver',
  fields: {
    'certification-required': 'Choisissez une certification.',
    'certification-not-linked': 'Cette certification n’est plus liée à la formation. Choisissez-en une autre.',
    'file-required': 'Choisissez d’abord un fichier.',
    'valid-from-required': 'Indiquez le premier jour de validité du certificat.',
    'valid-until-required': 'Indiquez le dernier jour de validité du certificat.',
    'date-invalid': 'Ce jour n’existe pas ou n’est pas complet. Indiquez le jour, le mois et l’année.',
    'year-out-of-range': 'Cette année ne peut pas être correcte. Indiquez une année entre 1900 et 2200.',
    'valid-until-before-valid-from': 'Ce jour précède « Valable à partir du ». Indiquez un jour ultérieur.',
    'consent-required': 'Confirmez le consentement, ou déposez un certificat sans résultats.',
  },
};
