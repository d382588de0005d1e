import type { LtiTexts } from './texts.js';

/** What the pages that platforms open say, in Dutch. */
export const nl: LtiTexts = {
  title: 'Opleiding',
  refusedTitle: 'Deze pagina kan niet worden geopend',
  refusals: {
    'request-incomplete':
      'Er ontbreekt iets in wat de leeromgeving stuurde: {detail}. Open de pagina opnieuw vanuit de cursus.',
    'request-too-large':
      'De leeromgeving stuurde meer dan deze pagina aankan. Open de pagina opnieuw vanuit de cursus.',
    'platform-unknown':
      'Deze leeromgeving is hier niet geregistreerd: {detail}. Vraag de beheerder om die te registreren.',
    'client-id-missing':
      'Deze leeromgeving is hier meer dan één keer geregistreerd en noemt geen client-id. Vraag de beheerder om dat mee te sturen.',
    'state-unknown': 'Deze link is al gebruikt of komt niet van hier. Open de pagina opnieuw vanuit de cursus.',
    'state-expired': 'Het openen duurde te lang. Open de pagina opnieuw vanuit de cursus.',
    'storage-mismatch':
      'Deze pagina hoort bij een andere login bij deze leeromgeving. Open de pagina opnieuw vanuit de cursus.',
    'origin-wrong':
      'Deze pagina is geopend vanaf een adres dat niet bij de leeromgeving hoort: {detail}. Vraag de beheerder om dat adres bij de registratie te zetten, als het klopt.',
    'token-unsigned':
      'Het bericht van de leeromgeving is niet ondertekend zoals LTI vraagt ({detail}). Vraag de beheerder om ondertekening met RS256.',
    'token-invalid':
      'De handtekening onder het bericht van de leeromgeving klopt niet. Open de pagina opnieuw vanuit de cursus.',
    'token-expired': 'Het bericht van de leeromgeving is verlopen. Open de pagina opnieuw vanuit de cursus.',
    'key-unknown':
      'Het bericht is ondertekend met een sleutel die de leeromgeving niet noemt. Vraag de beheerder om het adres van de sleutels te controleren.',
    'keys-unavailable':
      'De sleutels van de leeromgeving zijn niet te lezen ({detail}). Probeer het later opnieuw, of vraag de beheerder om het adres te controleren.',
    'audience-wrong':
      'Het bericht van de leeromgeving is voor een andere toepassing bedoeld. Vraag de beheerder om het client-id te controleren.',
    'issuer-wrong':
      'Het bericht komt van een andere leeromgeving dan is geregistreerd. Vraag de beheerder om de issuer te controleren.',
    'nonce-wrong': 'Dit bericht hoort bij een andere aanmelding. Open de pagina opnieuw vanuit de cursus.',
    'deployment-unknown':
      'Deze installatie in de leeromgeving is hier niet geregistreerd. Vraag de beheerder om deployment {detail} toe te voegen.',
    'message-unsupported':
      'De leeromgeving stuurde iets wat hier niet kan: {detail}. Vraag de beheerder om de instellingen van deze koppeling te controleren.',
    'person-missing':
      'De leeromgeving zegt niet wie de pagina opent. Log in op de leeromgeving en open de pagina opnieuw.',
    'session-over': 'Deze pagina stond te lang open. Open de pagina opnieuw vanuit de cursus.',
    'role-missing': 'Dit mag niet met jouw rol in deze cursus. Vraag het aan een docent van de cursus.',
    'invitation-unknown': 'Deze registratielink is gebruikt of verlopen. Vraag de opleider om een nieuwe.',
    'platform-unreachable': 'De leeromgeving is niet te bereiken ({detail}). Probeer het later opnieuw.',
    'platform-refused':
      'De leeromgeving gaf geen bruikbaar antwoord ({detail}). Probeer het later opnieuw, of vraag de beheerder om de rechten van deze koppeling te controleren.',
    'platform-taken': 'Deze leeromgeving is hier al geregistreerd. Verwijder eerst de oude registratie.',
  },
  problems: {
    'no-email': 'Niet ingeschreven: de leeromgeving geeft geen e-mailadres door.',
    'no-name': 'Niet ingeschreven: de leeromgeving geeft geen naam door.',
    'booking-refused': 'Niet ingeschreven: er is geen plaats, of de opleiding kan nu niet worden geboekt.',
  },
  about: (element, course) => `${element}: ${course}`,
  elements: {
    'enrollment-status': 'Deelnamestatus',
    'certificate-upload': 'Certificaat',
    'product-details': 'Over de opleiding',
    'starting-dates': 'Startdata',
    'price-breakdown': 'Prijs',
  },
  needsScript: 'Deze pagina heeft JavaScript nodig. Zet het aan in je browser en laad de pagina opnieuw.',
  loading: 'Bezig met laden…',
  failed: 'De gegevens konden niet worden opgehaald. Controleer je verbinding en probeer het opnieuw.',
  again: 'Opnieuw proberen',
  noBooking: 'Je bent nog niet ingeschreven voor deze opleiding. Vraag je docent of dat klopt.',
  noRole: 'Met je rol in deze cursus is hier niets te zien. Vraag het aan de beheerder van de leeromgeving.',
  noProduct: 'Bij deze link is nog geen opleiding gekozen. Plaats de link opnieuw en kies daarbij een opleiding.',
  participants: 'Deelnemers',
  update: 'Deelnemers bijwerken uit de leeromgeving',
  updating: 'Bezig met bijwerken…',
  updated: 'Bijgewerkt op {moment}.',
  neverUpdated: 'Nog niet bijgewerkt.',
  shown: '{from}–{to} van {total}',
  nobody: 'Er staan hier nog geen deelnemers.',
  gone: 'Staat niet meer in de cursus van de leeromgeving.',
  unnamed: 'Zonder naam',
  previous: 'Vorige',
  next: 'Volgende',
  chooseTitle: 'Wat wil je in de cursus zetten?',
  chooseElement: 'Onderdeel',
  chooseProduct: 'Opleiding',
  choose: 'In de cursus zetten',
  findProduct: 'Zoek op naam',
  find: 'Zoeken',
  found: 'In de lijst: {shown} van {total} opleidingen.',
  noneFound: 'Geen opleiding heeft dit in de naam.',
  noProducts: 'Er zijn nog geen opleidingen. Importeer eerst je productfeed.',
  registerTitle: 'Leeromgeving registreren',
  registerAsk: 'Deze leeromgeving wordt gekoppeld aan de opleider die je deze link gaf: {detail}.',
  register: 'Registreren',
  registered: 'De leeromgeving is geregistreerd. Zet de koppeling daar aan; je kunt dit venster sluiten.',
};
