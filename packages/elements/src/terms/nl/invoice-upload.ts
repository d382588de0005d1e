import type { InvoiceUploadTerms } from '../invoice-upload.js';

export const nl: InvoiceUploadTerms = {
  heading: 'Factuur',
  drop: 'Sleep de factuur hierheen',
  what: 'Is de factuur geüpload, dan wordt de status Afgerond zodra de einddatum voorbij is.',
  uploadedOn: (day) => `Geüpload op ${day}.`,
  none: 'Er is nog geen factuur geüpload.',
  completed: 'De status is nu Afgerond.',
  another: 'Andere factuur uploaden',
  elsewhere: 'De factuur is al op een andere manier verstuurd',
  recorded: 'Vastgelegd: de factuur is verstuurd.',
  download: 'Downloaden',
  obstacles: {
    cancelled: 'Deze inschrijving is beëindigd. Er kan geen factuur meer worden geüpload.',
    'not-accepted': 'De factuur kan worden geüpload zodra deze inschrijving is geaccepteerd.',
  },
};
