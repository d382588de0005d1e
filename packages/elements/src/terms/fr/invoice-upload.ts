import type { InvoiceUploadTerms } from '../invoice-upload.js';

export const fr: InvoiceUploadTerms = {
  heading: 'Facture',
  drop: 'Déposez la facture ici',
  what: 'Avec une facture, l’inscription passe à « Terminé » dès que la date de fin est passée.',
  uploadedOn: (day) => `Déposée le ${day}.`,
  none: 'Il n’y a pas encore de facture.',
  completed: 'L’inscription est maintenant terminée.',
  another: 'Déposer une autre facture',
  elsewhere: 'La facture a déjà été envoyée par un autre moyen',
  recorded: 'L’existence d’une facture est enregistrée.',
  download: 'Télécharger',
  obstacles: {
    cancelled: 'Cette inscription a pris fin. Aucune facture ne peut plus être ajoutée.',
    'not-accepted': 'Cette inscription n’est pas encore acceptée. La facture pourra être déposée ensuite.',
  },
};
