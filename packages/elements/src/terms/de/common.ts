import type { CommonTerms } from '../common.js';

export const de: CommonTerms = {
  retry: 'Erneut versuchen',
  cancel: 'Abbrechen',
  loading: 'Wird geladen',
  errors: {
    'not-found': 'Hier wurde nichts gefunden. Prüfen Sie, ob der Link noch stimmt.',
    forbidden: 'Dafür fehlt Ihnen die Berechtigung. Bitten Sie die Administration um Zugang.',
    unauthorized:
      'Sie sind nicht oder nicht mehr angemeldet, oder diese Seite ist veraltet. Laden Sie die Seite neu und melden Sie sich gegebenenfalls an.',
    'no-token':
      'Die Anmeldung am Server ist fehlgeschlagen. Versuchen Sie es erneut. Bleibt es dabei, wenden Sie sich an die Administration dieser Seite.',
    conflict:
      'Inzwischen hat jemand anders dies geändert. Sehen Sie sich die neuen Daten an und versuchen Sie es erneut.',
    invalid: 'Die Angaben können nicht verarbeitet werden. Prüfen Sie Ihre Eingaben.',
    'rate-limited': 'Das waren zu viele Anfragen auf einmal. Warten Sie kurz und versuchen Sie es erneut.',
    'storage-unavailable':
      'In diesem Browser kann nichts gespeichert werden. Verwenden Sie ein normales statt eines privaten Fensters, oder erlauben Sie Cookies.',
    offline: 'Es besteht keine Internetverbindung. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
    unavailable: 'Der Server ist nicht erreichbar. Versuchen Sie es in einigen Minuten erneut.',
    blocked:
      'Diese Seite darf keine Verbindung zum Server herstellen. Wenden Sie sich an die Administration dieser Seite.',
    timeout: 'Der Server hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut.',
    aborted: 'Der Vorgang wurde abgebrochen. Beginnen Sie bei Bedarf von vorn.',
    'bad-answer': 'Die Antwort des Servers ist nicht lesbar. Versuchen Sie es erneut.',
    queued: 'In diesem Browser gespeichert. Wird gesendet, sobald wieder eine Verbindung besteht.',
    internal: 'Etwas ist schiefgegangen. Versuchen Sie es erneut.',
    'not-configured':
      'Die Daten können hier nicht abgerufen werden. Wenden Sie sich an die Administration dieser Seite.',
    'nothing-chosen':
      'Hier ist noch nichts ausgewählt. Wenn etwas fehlt, wenden Sie sich an die Administration dieser Seite.',
    'not-loaded': 'Dieser Teil kann nicht geladen werden. Laden Sie die Seite neu.',
  },
  statuses: {
    enrolled: 'Angemeldet',
    started: 'Begonnen',
    completed: 'Abgeschlossen',
    'did-not-pass': 'Nicht bestanden',
    'no-show': 'Nicht erschienen',
    cancelled: 'Storniert',
    unknown: 'Unbekannt',
  },
};
