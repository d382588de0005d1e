import type { CommonTerms } from '../common.js';

export const nl: CommonTerms = {
  retry: 'Opnieuw proberen',
  cancel: 'Annuleren',
  loading: 'Bezig met laden',
  errors: {
    'not-found': 'Dit is niet gevonden. Controleer de link.',
    forbidden: 'Je hebt hier geen toegang toe. Vraag de beheerder om toegang.',
    unauthorized:
      'Je bent niet of niet meer ingelogd, of deze pagina is verouderd. Laad de pagina opnieuw en log zo nodig in.',
    'no-token':
      'Inloggen op de server is niet gelukt. Probeer het opnieuw. Blijft dit gebeuren? Meld dit aan de beheerder van de pagina.',
    conflict: 'Iemand anders heeft dit intussen gewijzigd. Bekijk de nieuwe gegevens en probeer het opnieuw.',
    invalid: 'Deze gegevens kunnen niet worden verwerkt. Controleer wat er is ingevuld.',
    'rate-limited': 'Er zijn te veel verzoeken tegelijk. Wacht even en probeer het opnieuw.',
    'storage-unavailable':
      'In deze browser kan niets worden opgeslagen. Gebruik geen privévenster, of sta cookies toe.',
    offline: 'Er is geen internetverbinding. Controleer de verbinding en probeer het opnieuw.',
    unavailable: 'De server is niet bereikbaar. Probeer het over een paar minuten opnieuw.',
    blocked: 'Deze pagina mag geen verbinding maken met de server. Meld dit aan de beheerder van de pagina.',
    timeout: 'De server antwoordde niet op tijd. Probeer het opnieuw.',
    aborted: 'Dit is afgebroken. Begin zo nodig opnieuw.',
    'bad-answer': 'De server gaf een onleesbaar antwoord. Probeer het opnieuw.',
    queued: 'Bewaard in deze browser. Wordt verstuurd zodra er weer verbinding is.',
    internal: 'Er ging iets mis. Probeer het opnieuw.',
    'not-configured': 'De gegevens kunnen hier niet worden opgehaald. Meld dit aan de beheerder van de pagina.',
    'nothing-chosen': 'Hier is nog niets gekozen. Ontbreekt er iets? Meld dit aan de beheerder van de pagina.',
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
