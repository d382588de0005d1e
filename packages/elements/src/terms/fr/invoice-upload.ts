import type { InvoiceUploadTerms } from '../invoice-upload.js';

export const fr: InvoiceUploadTerms = {
  heading: 'Facture',
  drop: 'Déposez la facture ici',
  what: 'Une fois la facture déposée, le statut passe à « Terminé » dès que la date de fin est passée.',
  uploadedOn: (day) => `Déposée le ${day}.`,
  none: 'Aucune facture n’a encore été déposée.',
  completed: 'Le statut est maintenant « Terminé ».',
  another: 'Déposer une autre facture',
  elsewhere: 'La facture a déjà été envoyée par un autre moyen',
  recorded: 'C’est noté : la facture a été envoyée.',
  download: 'Télécharger',
  obstacles: {
    cancelled: 'Cette inscription a pris fin. Il n’est plus possible de déposer de facture.',
    'not-accepted': 'La facture pourra être déposée dès que cette inscription sera acceptée.',
  },
};
