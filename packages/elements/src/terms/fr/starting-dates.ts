import type { StartingDatesTerms } from '../starting-dates.js';
import { jour } from '../jour.js';

export const fr: StartingDatesTerms = {
  label: 'Session',
  required: 'Choisissez une session.',
  noneOpen:
    'Aucune session n’est ouverte aux inscriptions actuellement. Demandez de nouvelles dates à l’organisme de formation.',
  lost: (start) => `L’inscription n’est plus possible pour cette session : ${jour(start)}. Choisissez-en une autre.`,
  noStarts: 'Aucune session n’est encore connue.',
  byAgreement: 'La date de début est à convenir.',
  anytime: 'Vous pouvez commencer à tout moment.',
  deleted: 'Cette formation n’est plus proposée.',
  allPast: 'Toutes les sessions sont passées. Les nouvelles dates ne sont pas encore connues.',
  unavailable: {
    past: 'Déjà commencée',
    cancelled: 'Annulée',
    closed: 'Inscriptions closes',
    full: 'Complète',
  },
  guaranteed: 'Session garantie',
  seatsLeft: (count) => (count < 2 ? `il reste ${count} place` : `il reste ${count} places`),
  days: (count) => `${count} ${count < 2 ? 'jour' : 'jours'} de formation`,
  everyWeekday: (weekday) => `chaque ${weekday}`,
  schedule: 'Programme',
  showAll: (count) => (count < 2 ? `Toutes les sessions (${count})` : `Les ${count} sessions`),
  showFewer: 'Moins de sessions',
  month: 'Mois',
  place: 'Lieu',
  allMonths: 'Tous les mois',
  allPlaces: 'Tous les lieux',
  noneFound: 'Aucune session ce mois-là dans ce lieu. Choisissez un autre mois ou un autre lieu.',
  found: (count) => `${count} ${count < 2 ? 'session' : 'sessions'}`,
  calendar: 'Agenda',
  calendarOf: (start) => `Ajouter à l’agenda (.ics) : ${jour(start)}`,
};
