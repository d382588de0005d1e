import type { InvoiceUploadTerms } from '../invoice-upload.js';
import { jour } from '../jour.js';

export const fr: InvoiceUploadTerms = {
  heading: 'Facture',
  drop: 'Déposez la facture ici',
  what: 'Une fois la facture déposée, l’inscription passe à « Terminé » dès que la date de fin est passée.',
  uploadedOn: (day) => `Déposée le ${jour(day)}.`,
  none: 'Aucune facture n’a encore été déposée.',
  completed: 'L’inscription est maintenant terminée.',
  another: 'Déposer une autre facture',
  elsewhere: 'La facture a déjà été envoyée par un autre moyen',
  recorded: 'C’est noté : la facture a été envoyée.',
  download: 'Télécharger',
  obstacles: {
    cancelled: 'Cette inscription a pris fin. Aucune facture ne peut plus être déposée.',
    'not-accepted': 'La facture pourra être déposée dès que cette inscription sera acceptée.',
  },
};
