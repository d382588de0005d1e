import type { InvoiceUploadTerms } from '../invoice-upload.js';

export const nl: InvoiceUploadTerms = {
  heading: 'Factuur',
  drop: 'Sleep de factuur hierheen',
  what: 'Met een factuur wordt de inschrijving Afgerond zodra de einddatum voorbij is.',
  uploadedOn: (day) => `Geüpload op ${day}.`,
  none: 'Er is nog geen factuur.',
  completed: 'De inschrijving is nu afgerond.',
  another: 'Andere factuur uploaden',
  elsewhere: 'De factuur is al op een andere manier verstuurd',
  recorded: 'Vastgelegd dat er een factuur is.',
  download: 'Downloaden',
  obstacles: {
    cancelled: 'Deze inschrijving is beëindigd. Er kan geen factuur meer bij.',
    'not-accepted': 'Deze inschrijving is nog niet geaccepteerd. Daarna kan de factuur worden geüpload.',
  },
};
