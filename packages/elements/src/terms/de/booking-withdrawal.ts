import type { BookingWithdrawalTerms } from '../booking-withdrawal.js';

export const de: BookingWithdrawalTerms = {
  withdraw: 'Vertrag widerrufen',
  takeBack: 'Anfrage zurückziehen',
  until: (day) => `Sie können bis einschließlich ${day} ohne Angabe von Gründen widerrufen.`,
  statement: 'Widerrufserklärung',
  name: 'Name',
  contract: (contract) => `Vertrag: ${contract}`,
  email: 'E-Mail-Adresse für die Eingangsbestätigung',
  nameMissing: 'Geben Sie Ihren Namen ein.',
  emailInvalid: 'Das ist keine E-Mail-Adresse. Schreiben Sie sie in der Form name@beispiel.de.',
  next: 'Weiter',
  back: 'Zurück',
  check: 'Prüfen und bestätigen',
  declare: (name, contract) => `${name} widerruft den Vertrag über ${contract}.`,
  sentTo: (email) => `Die Eingangsbestätigung geht an ${email}.`,
  confirm: 'Widerruf bestätigen',
  confirming: 'Wird widerrufen',
  obstacles: {
    'no-consumer':
      'Diese Buchung wurde nicht als Privatperson vorgenommen und kann nicht widerrufen werden. Fragen Sie den Anbieter, ob Sie stornieren können.',
    'already-ended': 'Diese Buchung ist bereits beendet. Es gibt nichts mehr zu widerrufen.',
    'period-over': 'Die Widerrufsfrist ist abgelaufen. Fragen Sie den Anbieter, ob Sie noch stornieren können.',
    'not-allowed': 'Diese Buchung kann hier nicht widerrufen werden. Wenden Sie sich an den Anbieter.',
  },
  done: 'Widerrufen',
  acknowledged: (moment) => `Eingegangen am ${moment}.`,
  save: 'Eingangsbestätigung herunterladen',
  print: 'Drucken',
  fileName: 'widerruf',
};
