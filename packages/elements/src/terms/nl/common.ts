import type { CommonTerms } from '../common.js';

export const nl: CommonTerms = {
  retry: 'Opnieuw proberen',
  cancel: 'Annuleren',
  loading: 'Laden',
  errors: {
    'not-found': 'Dit is niet gevonden. Controleer of de link nog klopt.',
    forbidden: 'Hiervoor ontbreekt toestemming. Vraag de beheerder om toegang.',
    unauthorized:
      'De sessie is verlopen, of deze pagina is verouderd. Laad de pagina opnieuw en log zo nodig opnieuw in.',
    'no-token':
      'Aanmelden bij de server is niet gelukt. Probeer het opnieuw; blijft dit zo, meld het dan aan de beheerder van de pagina.',
    conflict: 'Iemand anders heeft dit intussen gewijzigd. Bekijk de nieuwe gegevens en probeer het opnieuw.',
    invalid: 'De gegevens kunnen niet worden verwerkt. Controleer wat er is ingevuld.',
    'rate-limited': 'Er zijn te veel verzoeken tegelijk. Wacht even en probeer het opnieuw.',
    'storage-unavailable':
      'Deze browser staat het opslaan van gegevens niet toe. Gebruik een gewoon venster of sta cookies toe.',
    offline: 'Er is geen internetverbinding. Controleer de verbinding.',
    unavailable: 'De server is niet bereikbaar. Probeer het over een paar minuten opnieuw.',
    blocked: 'Deze pagina mag geen verbinding maken met de server. Meld dit aan de beheerder van de pagina.',
    timeout: 'Het antwoord bleef te lang uit. Probeer het opnieuw.',
    aborted: 'Dit is gestopt.',
    'bad-answer': 'Er kwam een onleesbaar antwoord terug. Probeer het opnieuw.',
    queued: 'Bewaard in deze browser. Wordt verstuurd zodra er verbinding is.',
    internal: 'Er ging iets mis. Probeer het opnieuw.',
    'not-configured': 'De gegevens kunnen hier niet worden opgehaald. Meld dit aan de beheerder van de pagina.',
    'nothing-chosen': 'Hier is nog niets gekozen. Ontbreekt er iets, meld dat dan aan de beheerder van de pagina.',
    'not-loaded': 'Dit onderdeel kan niet worden geladen. Laad de pagina opnieuw.',
  },
  statuses: {
    enrolled: 'Ingeschreven',
    started: 'Gestart',
    completed: 'Afgerond',
    'did-not-pass': 'Niet geslaagd',
    'no-show': 'No-show',
    cancelled: 'Geannuleerd',
    unknown: 'Onbekend',
  },
};
