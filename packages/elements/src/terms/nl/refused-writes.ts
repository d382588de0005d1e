import type { RefusedWritesTerms } from '../refused-writes.js';

export const nl: RefusedWritesTerms = {
  heading: ({ text, count }) =>
    count === 1 ? '1 wijziging is niet opgeslagen' : `${text} wijzigingen zijn niet opgeslagen`,
  explanation: 'Dit is gekozen toen er geen verbinding was. De server heeft het daarna geweigerd.',
  status: (name, status) => `${name}: ${status}`,
  cancellation: (name) => `${name}: inschrijving annuleren`,
  certificate: (name, file) => `${name}: certificaat ${file}`,
  someone: 'Onbekende deelnemer',
  keptOn: (day) => `Gekozen op ${day}.`,
  theirs: (status) => `Iemand anders heeft intussen ${status} gekozen.`,
  gone: 'Deze inschrijving is niet meer te vinden.',
  notAllowed: 'Dit kan bij deze inschrijving niet meer. Bekijk hoe het er nu voor staat.',
  fileRefused: 'De server neemt dit bestand niet aan. Bekijk de inschrijving en upload een ander bestand.',
  fileAgain: 'Dat kan bij de inschrijving zelf.',
  tooOld: 'Dit is te lang bewaard om nog te versturen. Bekijk hoe het er nu voor staat en kies zo nodig opnieuw.',
  anyway: (status) => `Toch ${status}`,
  letGo: 'Laten zoals het is',
  letFileGo: 'Niet uploaden',
  about: (button, what) => `${button}: ${what}`,
  more: (text) => `Meer tonen (nog ${text})`,
  allSeen: 'Alles is nagekeken.',
};
