import type { StatusShownTerms } from '../enrollment-status.js';

export const nl: StatusShownTerms = {
  edit: 'Status wijzigen',
  why: 'Waarom?',
  bookings: { requested: 'Aangevraagd', declined: 'Afgewezen', withdrawn: 'Herroepen' },
  explanation: {
    'next-when-accepted': ({ status }) => `Wordt ${status} als de opleider de aanvraag accepteert.`,
    'next-at-moment': ({ status, at }) => `Wordt ${status} op ${at}.`,
    'next-at-moment-with-invoice': ({ status, at }) => `Wordt ${status} op ${at}, als de factuur is geüpload.`,
    'next-when-invoice-uploaded': ({ status }) => `Wordt ${status} zodra de factuur is geüpload.`,
    'next-when-certificate-uploaded': ({ status }) => `Met een certificaat wordt de status alsnog ${status}.`,
    'no-start-date': ({ status }) => `Zonder startdatum wordt de status niet vanzelf ${status}.`,
    'no-end-date': ({ status }) => `Zonder einddatum wordt de status niet vanzelf ${status}.`,
    'no-further-change': () => 'De status verandert niet meer automatisch.',
    'no-change-after-cancelling': () => 'Een geannuleerde inschrijving verandert niet meer.',
  },
};
