import type { EnrollmentStatusTerms } from '../enrollment-status.js';
import { nl as shown } from './enrollment-status.js';

export const nl: EnrollmentStatusTerms = {
  ...shown,
  close: 'Sluiten',
  update: 'Bijwerken',
  updating: 'Bezig met bijwerken',
  changed: (status) => `De status is nu ${status}.`,
  kept: (status) => `Wordt ${status} zodra er weer verbinding is. De wijziging is in deze browser bewaard.`,
  changedMeanwhile: (status) => `Intussen is de status gewijzigd in ${status}.`,
  changeAnyway: (status) => `Toch wijzigen in ${status}`,
  accept: 'Accepteren',
  decline: 'Afwijzen',
  deciding: 'Bezig met opslaan',
  declineNote: 'Waarom wijs je de aanvraag af?',
  noteReaders: 'Zichtbaar voor opleider, HR en deelnemer.',
  charactersLeft: (count) => `Nog ${count} ${count === '1' ? 'teken' : 'tekens'}.`,
  decided: { accepted: 'De aanvraag is geaccepteerd.', declined: 'De aanvraag is afgewezen.' },
  startFull: 'De start is vol. Wijs de aanvraag af, of wacht tot er een plaats vrijkomt.',
  acceptAnyway: 'Toch accepteren, ook al is de start vol',
  history: 'Verloop',
  bookedBy: {
    requested: (by) => `aangevraagd door ${by}`,
    declined: (by) => `afgewezen door ${by}`,
  },
  byHand: (by) => `gewijzigd door ${by}`,
  byHost: (name, detail) => (detail === '' ? name : `${name}: ${detail}`),
  byRule: {
    'enrollment-accepted': 'inschrijving geaccepteerd',
    'start-date-passed': 'startdatum voorbij',
    'invoice-uploaded': 'factuur geüpload',
    'end-date-passed': 'einddatum voorbij',
    'certificate-uploaded': 'certificaat geüpload',
    'enrollment-cancelled': 'inschrijving geannuleerd',
    'enrollment-withdrawn': 'herroepen door de deelnemer',
    'minimum-not-reached': 'te weinig inschrijvingen',
  },
  fields: {
    startDate: 'startdatum',
    endDate: 'einddatum',
    acceptedAt: 'geaccepteerd op',
    invoiceUploadedAt: 'factuur geüpload op',
    certificateUploadedAt: 'certificaat geüpload op',
    cancelledAt: 'geannuleerd op',
    withdrawnAt: 'herroepen op',
  },
  explanation: {
    ...shown.explanation,
    'why-changed-by-hand': ({ status, by, at }) => `${by} heeft de status op ${at} gewijzigd in ${status}.`,
    'why-reported-by-host': ({ status, by, detail, at }) =>
      `${by} heeft op ${at} gemeld: ${detail === '' ? status : detail}.`,
    'why-enrollment-accepted': ({ at }) => `De inschrijving is op ${at} geaccepteerd.`,
    'why-start-date-passed': ({ at }) => `De startdatum is op ${at} verstreken.`,
    'why-invoice-uploaded': ({ at }) => `De factuur is op ${at} geüpload, na de einddatum.`,
    'why-end-date-passed': ({ at }) => `De einddatum is op ${at} verstreken. De factuur was toen al geüpload.`,
    'why-certificate-uploaded': ({ at }) => `Het certificaat is op ${at} geüpload.`,
    'why-enrollment-cancelled': ({ at }) => `De inschrijving is op ${at} geannuleerd.`,
    'why-enrollment-withdrawn': ({ at }) => `De deelnemer heeft de inschrijving op ${at} herroepen.`,
    'why-booking-requested': ({ at }) =>
      at === undefined
        ? 'Aangevraagd. De opleider moet de aanvraag nog beoordelen.'
        : `Aangevraagd op ${at}. De opleider moet de aanvraag nog beoordelen.`,
    'why-booking-declined': ({ at, note }) =>
      `De opleider heeft de aanvraag${at === undefined ? '' : ` op ${at}`} afgewezen${note === undefined ? '.' : `: ${note}`}`,
    'why-minimum-not-reached': ({ at }) => `De start is op ${at} geannuleerd, omdat er te weinig inschrijvingen waren.`,
    'why-imported': ({ status }) => `De inschrijving is geïmporteerd met de status ${status}.`,
    'why-status-not-recognized': ({ originalStatus }) =>
      `Een ander systeem gaf de status “${originalStatus}” door. Die is hier niet bekend.`,
    'why-status-unknown': () => 'Er is nog geen status bekend.',
    'no-undoing-by-rule': ({ rule, status, by, at }) =>
      `De status wordt niet vanzelf ${status} (${rule}), want ${by} heeft hem daarna gewijzigd, op ${at}.`,
    'no-readable-date': ({ field, value }) => `“${value}” is geen leesbare datum (${field}) en telt niet mee.`,
  },
};
