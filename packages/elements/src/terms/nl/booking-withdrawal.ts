import type { BookingWithdrawalTerms } from '../booking-withdrawal.js';

export const nl: BookingWithdrawalTerms = {
  withdraw: 'Overeenkomst herroepen',
  takeBack: 'Aanvraag intrekken',
  until: (day) => `Je kunt tot en met ${day} herroepen, zonder opgave van reden.`,
  statement: 'Verklaring van herroeping',
  name: 'Naam',
  contract: (contract) => `Overeenkomst: ${contract}`,
  email: 'E-mailadres voor de ontvangstbevestiging',
  nameMissing: 'Vul je naam in.',
  emailInvalid: 'Dit is geen e-mailadres. Vul het in als naam@voorbeeld.nl.',
  next: 'Verder',
  back: 'Terug',
  check: 'Controleer en bevestig',
  declare: (name, contract) => `${name} herroept de overeenkomst voor ${contract}.`,
  sentTo: (email) => `De ontvangstbevestiging gaat naar ${email}.`,
  confirm: 'Herroeping bevestigen',
  confirming: 'Bezig met herroepen',
  obstacles: {
    'no-consumer':
      'Deze boeking is niet als consument gedaan en kan niet worden herroepen. Vraag de opleider of je kunt annuleren.',
    'already-ended': 'Deze boeking is al beëindigd. Er valt niets meer te herroepen.',
    'period-over': 'De termijn om te herroepen is voorbij. Vraag de opleider of je nog kunt annuleren.',
    'not-allowed': 'Deze boeking kan hier niet worden herroepen. Neem contact op met de opleider.',
  },
  done: 'Herroepen',
  acknowledged: (moment) => `Ontvangen op ${moment}.`,
  save: 'Ontvangstbevestiging downloaden',
  print: 'Afdrukken',
  fileName: 'herroeping',
};
