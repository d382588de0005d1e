import type { Locale } from '@enrollkit/core';
import type { LtiRefusalCode } from '../lti-refusal.js';
import type { MemberProblem } from '../services/member-table.js';
import type { LtiElement } from './lti-elements.js';

/** Every sentence of the pages that platforms open. */
export interface LtiTexts {
  readonly title: string;
  readonly refusedTitle: string;
  /** What happened, and what to do. `{detail}` is what the refusal names. */
  readonly refusals: Readonly<Record<LtiRefusalCode, string>>;
  readonly problems: Readonly<Record<MemberProblem, string>>;
  readonly elements: Readonly<Record<LtiElement, string>>;
  readonly needsScript: string;
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
  readonly noBooking: string;
  readonly noRole: string;
  readonly noProduct: string;
  readonly participants: string;
  readonly update: string;
  readonly updating: string;
  readonly updated: string;
  readonly neverUpdated: string;
  readonly nobody: string;
  readonly gone: string;
  readonly unnamed: string;
  readonly previous: string;
  readonly next: string;
  readonly chooseTitle: string;
  readonly chooseElement: string;
  readonly chooseProduct: string;
  readonly choose: string;
  readonly noProducts: string;
  readonly registerTitle: string;
  readonly registerAsk: string;
  readonly register: string;
  readonly registered: string;
}

export const LTI_TEXTS: Readonly<Record<Locale, LtiTexts>> = {
  nl: {
    title: 'Opleiding',
    refusedTitle: 'Deze pagina kan niet worden geopend',
    refusals: {
      'request-incomplete':
        'Er ontbreekt iets in wat de leeromgeving stuurde: {detail}. Open de pagina opnieuw vanuit de cursus.',
      'request-too-large': 'De leeromgeving stuurde meer dan hier past. Open de pagina opnieuw vanuit de cursus.',
      'platform-unknown':
        'Deze leeromgeving is hier niet geregistreerd: {detail}. Vraag de beheerder om haar te registreren.',
      'client-id-missing':
        'Deze leeromgeving is hier vaker geregistreerd en zegt niet met welk client-id. Vraag de beheerder om dat mee te sturen.',
      'state-unknown': 'Deze link is al gebruikt of komt niet van hier. Open de pagina opnieuw vanuit de cursus.',
      'state-expired': 'Het openen duurde te lang. Open de pagina opnieuw vanuit de cursus.',
      'storage-mismatch':
        'Deze pagina hoort bij een andere aanmelding in deze leeromgeving. Open de pagina opnieuw vanuit de cursus.',
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
        'De leeromgeving zegt niet wie de pagina opent. Meld je aan in de leeromgeving en open de pagina opnieuw.',
      'session-over': 'Deze pagina stond te lang open. Open haar opnieuw vanuit de cursus.',
      'role-missing': 'Je rol in deze cursus mag dit niet. Vraag een docent van de cursus.',
      'invitation-unknown': 'Deze registratielink is gebruikt of verlopen. Vraag een nieuwe aan de opleider.',
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
    elements: {
      'enrollment-status': 'Deelnamestatus',
      'certificate-upload': 'Certificaat',
      'product-details': 'Over de opleiding',
      'starting-dates': 'Startmomenten',
      'price-breakdown': 'Prijs',
    },
    needsScript: 'Deze pagina heeft JavaScript nodig. Zet het aan in je browser en laad de pagina opnieuw.',
    loading: 'Bezig met laden…',
    failed: 'De gegevens konden niet worden opgehaald. Controleer je verbinding en probeer het opnieuw.',
    again: 'Opnieuw proberen',
    noBooking: 'Er is nog geen inschrijving voor jou in deze opleiding. Vraag je docent of je erin staat.',
    noRole: 'Je rol in deze cursus geeft hier niets te zien. Vraag de beheerder van de leeromgeving.',
    noProduct:
      'Bij deze link is nog geen opleiding gekozen. Plaats hem opnieuw en kies bij het plaatsen een opleiding.',
    participants: 'Deelnemers',
    update: 'Deelnemers bijwerken uit de leeromgeving',
    updating: 'Bezig met bijwerken…',
    updated: 'Bijgewerkt op {moment}.',
    neverUpdated: 'Nog niet bijgewerkt.',
    nobody: 'Er staan hier nog geen deelnemers.',
    gone: 'Staat niet meer in de cursus van de leeromgeving.',
    unnamed: 'Zonder naam',
    previous: 'Vorige',
    next: 'Volgende',
    chooseTitle: 'Wat wil je in de cursus zetten?',
    chooseElement: 'Onderdeel',
    chooseProduct: 'Opleiding',
    choose: 'In de cursus zetten',
    noProducts: 'Er zijn nog geen opleidingen. Lees eerst je productfeed in.',
    registerTitle: 'Leeromgeving registreren',
    registerAsk: 'Deze leeromgeving wordt gekoppeld aan de opleider die je deze link gaf: {detail}.',
    register: 'Registreren',
    registered: 'De leeromgeving is geregistreerd. Zet de koppeling daar aan; je kunt dit venster sluiten.',
  },
  en: {
    title: 'Course',
    refusedTitle: 'This page can’t be opened',
    refusals: {
      'request-incomplete':
        'Something is missing in what the learning platform sent: {detail}. Open the page again from the course.',
      'request-too-large': 'The learning platform sent more than fits here. Open the page again from the course.',
      'platform-unknown':
        'This learning platform is not registered here: {detail}. Ask the administrator to register it.',
      'client-id-missing':
        'This learning platform is registered here more than once and does not say with which client id. Ask the administrator to send it.',
      'state-unknown':
        'This link has been used already, or does not come from here. Open the page again from the course.',
      'state-expired': 'Opening took too long. Open the page again from the course.',
      'storage-mismatch':
        'This page belongs to another sign-in at this learning platform. Open the page again from the course.',
      'origin-wrong':
        'This page was opened from an address that is not the learning platform’s: {detail}. If it is right, ask the administrator to add it to the registration.',
      'token-unsigned':
        'The learning platform’s message is not signed as LTI asks ({detail}). Ask the administrator to have it signed with RS256.',
      'token-invalid':
        'The signature of the learning platform’s message is wrong. Open the page again from the course.',
      'token-expired': 'The learning platform’s message has expired. Open the page again from the course.',
      'key-unknown':
        'The message is signed with a key that the learning platform does not name. Ask the administrator to check the address of its keys.',
      'keys-unavailable':
        'The learning platform’s keys can’t be read ({detail}). Try again later, or ask the administrator to check their address.',
      'audience-wrong':
        'The learning platform’s message is meant for another tool. Ask the administrator to check the client id.',
      'issuer-wrong':
        'The message comes from another learning platform than is registered. Ask the administrator to check the issuer.',
      'nonce-wrong': 'This message belongs to another sign-in. Open the page again from the course.',
      'deployment-unknown':
        'This deployment of the learning platform is not registered here. Ask the administrator to add deployment {detail}.',
      'message-unsupported':
        'The learning platform sent something that can’t be done here: {detail}. Ask the administrator to check the settings of this tool.',
      'person-missing': 'The learning platform does not say who opens the page. Sign in there and open the page again.',
      'session-over': 'This page was open for too long. Open it again from the course.',
      'role-missing': 'Your role in this course may not do this. Ask a teacher of the course.',
      'invitation-unknown': 'This registration link has been used or has expired. Ask the provider for a new one.',
      'platform-unreachable': 'The learning platform can’t be reached ({detail}). Try again later.',
      'platform-refused':
        'The learning platform gave no usable answer ({detail}). Try again later, or ask the administrator to check what this tool may do there.',
      'platform-taken': 'This learning platform is registered here already. Remove the old registration first.',
    },
    problems: {
      'no-email': 'Not enrolled: the learning platform passes on no e-mail address.',
      'no-name': 'Not enrolled: the learning platform passes on no name.',
      'booking-refused': 'Not enrolled: there is no seat left, or the course can’t be booked now.',
    },
    elements: {
      'enrollment-status': 'Participation status',
      'certificate-upload': 'Certificate',
      'product-details': 'About the course',
      'starting-dates': 'Starting dates',
      'price-breakdown': 'Price',
    },
    needsScript: 'This page needs JavaScript. Turn it on in your browser and load the page again.',
    loading: 'Loading…',
    failed: 'The data could not be fetched. Check your connection and try again.',
    again: 'Try again',
    noBooking: 'There is no enrollment for you in this course yet. Ask your teacher whether you are in it.',
    noRole: 'Your role in this course gives you nothing to see here. Ask the administrator of the learning platform.',
    noProduct: 'No course was chosen for this link yet. Place it again, and choose a course when you do.',
    participants: 'Participants',
    update: 'Update participants from the learning platform',
    updating: 'Updating…',
    updated: 'Updated on {moment}.',
    neverUpdated: 'Not updated yet.',
    nobody: 'There are no participants here yet.',
    gone: 'No longer in the course on the learning platform.',
    unnamed: 'Without a name',
    previous: 'Previous',
    next: 'Next',
    chooseTitle: 'What do you want to place in the course?',
    chooseElement: 'Part',
    chooseProduct: 'Course',
    choose: 'Place in the course',
    noProducts: 'There are no courses yet. Import your product feed first.',
    registerTitle: 'Register the learning platform',
    registerAsk: 'This learning platform will be connected to the provider that gave you this link: {detail}.',
    register: 'Register',
    registered: 'The learning platform is registered. Turn the tool on there; you can close this window.',
  },
};
