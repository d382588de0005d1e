import type { LtiTexts } from './texts.js';

/** What the pages that platforms open say, in German. */
export const de: LtiTexts = {
  title: 'Kurs',
  refusedTitle: 'Diese Seite kann nicht geöffnet werden',
  refusals: {
    'request-incomplete':
      'In dem, was die Lernplattform gesendet hat, fehlt etwas: {detail}. Öffnen Sie die Seite erneut aus dem Kurs.',
    'request-too-large':
      'Die Lernplattform hat mehr gesendet, als hier verarbeitet werden kann. Öffnen Sie die Seite erneut aus dem Kurs.',
    'platform-unknown':
      'Diese Lernplattform ist hier nicht registriert: {detail}. Bitten Sie die Administration, sie zu registrieren.',
    'client-id-missing':
      'Diese Lernplattform ist hier mehrfach registriert und nennt ihre Client-ID nicht. Bitten Sie die Administration, sie mitzusenden.',
    'state-unknown':
      'Dieser Link wurde bereits verwendet oder stammt nicht von hier. Öffnen Sie die Seite erneut aus dem Kurs.',
    'state-expired': 'Das Öffnen hat zu lange gedauert. Öffnen Sie die Seite erneut aus dem Kurs.',
    'storage-mismatch':
      'Diese Seite gehört zu einer anderen Anmeldung bei dieser Lernplattform. Öffnen Sie die Seite erneut aus dem Kurs.',
    'origin-wrong':
      'Diese Seite wurde von einer Adresse geöffnet, die nicht zur Lernplattform gehört: {detail}. Wenn sie stimmt, bitten Sie die Administration, sie bei der Registrierung zu ergänzen.',
    'token-unsigned':
      'Die Nachricht der Lernplattform ist nicht so signiert, wie LTI es verlangt ({detail}). Bitten Sie die Administration um eine Signatur mit RS256.',
    'token-invalid':
      'Die Signatur der Nachricht der Lernplattform stimmt nicht. Öffnen Sie die Seite erneut aus dem Kurs.',
    'token-expired': 'Die Nachricht der Lernplattform ist abgelaufen. Öffnen Sie die Seite erneut aus dem Kurs.',
    'key-unknown':
      'Die Nachricht ist mit einem Schlüssel signiert, den die Lernplattform nicht nennt. Bitten Sie die Administration, die Adresse der Schlüssel zu prüfen.',
    'keys-unavailable':
      'Die Schlüssel der Lernplattform sind nicht lesbar ({detail}). Versuchen Sie es später erneut, oder bitten Sie die Administration, die Adresse zu prüfen.',
    'audience-wrong':
      'Die Nachricht der Lernplattform ist für eine andere Anwendung bestimmt. Bitten Sie die Administration, die Client-ID zu prüfen.',
    'issuer-wrong':
      'Die Nachricht kommt von einer anderen Lernplattform als der registrierten. Bitten Sie die Administration, den Issuer zu prüfen.',
    'nonce-wrong': 'Diese Nachricht gehört zu einer anderen Anmeldung. Öffnen Sie die Seite erneut aus dem Kurs.',
    'deployment-unknown':
      'Diese Installation in der Lernplattform ist hier nicht registriert. Bitten Sie die Administration, das Deployment {detail} hinzuzufügen.',
    'message-unsupported':
      'Die Lernplattform hat etwas gesendet, was hier nicht möglich ist: {detail}. Bitten Sie die Administration, die Einstellungen dieser Anbindung zu prüfen.',
    'person-missing':
      'Die Lernplattform sagt nicht, wer die Seite öffnet. Melden Sie sich dort an und öffnen Sie die Seite erneut.',
    'session-over': 'Diese Seite war zu lange geöffnet. Öffnen Sie sie erneut aus dem Kurs.',
    'role-missing': 'Ihre Rolle in diesem Kurs erlaubt das nicht. Fragen Sie eine Lehrkraft des Kurses.',
    'invitation-unknown':
      'Dieser Registrierungslink wurde verwendet oder ist abgelaufen. Bitten Sie den Anbieter um einen neuen.',
    'platform-unreachable': 'Die Lernplattform ist nicht erreichbar ({detail}). Versuchen Sie es später erneut.',
    'platform-refused':
      'Die Lernplattform hat keine brauchbare Antwort gegeben ({detail}). Versuchen Sie es später erneut, oder bitten Sie die Administration, die Rechte dieser Anbindung zu prüfen.',
    'platform-taken': 'Diese Lernplattform ist hier bereits registriert. Entfernen Sie zuerst die alte Registrierung.',
  },
  problems: {
    'no-email': 'Nicht angemeldet: Die Lernplattform gibt keine E-Mail-Adresse weiter.',
    'no-name': 'Nicht angemeldet: Die Lernplattform gibt keinen Namen weiter.',
    'booking-refused': 'Nicht angemeldet: Es gibt keinen Platz, oder der Kurs kann derzeit nicht gebucht werden.',
  },
  about: (element, course) => `${element}: ${course}`,
  elements: {
    'enrollment-status': 'Teilnahmestatus',
    'certificate-upload': 'Zertifikat',
    'product-details': 'Über den Kurs',
    'starting-dates': 'Starttermine',
    'price-breakdown': 'Preis',
  },
  needsScript: 'Diese Seite braucht JavaScript. Schalten Sie es in Ihrem Browser ein und laden Sie die Seite neu.',
  loading: 'Wird geladen…',
  failed: 'Die Daten konnten nicht abgerufen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  again: 'Erneut versuchen',
  noBooking: 'Sie sind für diesen Kurs noch nicht angemeldet. Fragen Sie Ihre Lehrkraft, ob das stimmt.',
  noRole:
    'Mit Ihrer Rolle in diesem Kurs gibt es hier nichts zu sehen. Wenden Sie sich an die Administration der Lernplattform.',
  noProduct:
    'Für diesen Link ist noch kein Kurs ausgewählt. Fügen Sie ihn erneut ein, und wählen Sie dabei einen Kurs aus.',
  participants: 'Teilnehmende',
  update: 'Teilnehmende aus der Lernplattform aktualisieren',
  updating: 'Wird aktualisiert…',
  updated: 'Aktualisiert am {moment}.',
  neverUpdated: 'Noch nicht aktualisiert.',
  shown: '{from}–{to} von {total}',
  nobody: 'Hier gibt es noch keine Teilnehmenden.',
  gone: 'Steht nicht mehr im Kurs der Lernplattform.',
  unnamed: 'Ohne Namen',
  previous: 'Zurück',
  next: 'Weiter',
  chooseTitle: 'Was möchten Sie in den Kurs einfügen?',
  chooseElement: 'Bestandteil',
  chooseProduct: 'Kurs',
  choose: 'In den Kurs einfügen',
  findProduct: 'Nach Namen suchen',
  find: 'Suchen',
  found: 'In der Liste: {shown} von {total} Kursen.',
  noneFound: 'Kein Kurs hat das im Namen.',
  noProducts: 'Es gibt noch keine Kurse. Importieren Sie zuerst Ihren Produktfeed.',
  registerTitle: 'Lernplattform registrieren',
  registerAsk: 'Diese Lernplattform wird mit dem Anbieter verbunden, der Ihnen diesen Link gegeben hat: {detail}.',
  register: 'Registrieren',
  registered:
    'Die Lernplattform ist registriert. Schalten Sie die Anbindung dort ein. Dieses Fenster können Sie schließen.',
};
