import type { EnrollmentStatusTerms } from '../enrollment-status.js';
import { nl as shown } from './enrollment-status.js';

export const nl: EnrollmentStatusTerms = {
  ...shown,
  close: 'Sluiten',
  update: 'Bijwerken',
  updating: 'Bezig met bijwerken',
  changed: (status) => `De status is nu ${status}.`,
  kept: (status) => `Wordt ${status} zodra er verbinding is. De wijziging is in deze browser bewaard.`,
  changedMeanwhile: (status) => `Intussen is de status gewijzigd in ${status}.`,
  changeAnyway: (status) => `Toch ${status} van maken`,
  accept: 'Accepteren',
  decline: 'Afwijzen',
  deciding: 'Bezig',
  declineNote: 'Waarom wordt de aanvraag afgewezen?',
  noteReaders: 'Zichtbaar voor aanbieder, HR en deelnemer.',
  charactersLeft: (count) => `Nog ${count} tekens.`,
  decided: { accepted: 'De aanvraag is geaccepteerd.', declined: 'De aanvraag is afgewezen.' },
  startFull: 'De start is vol. Wijs de aanvraag af, of wacht tot er een plaats vrijkomt.',
  acceptAnyway: 'Toch accepteren, boven het aantal plaatsen',
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
    'why-start-date-passed': ({ at }) => `De startdatum was voorbij op ${at}.`,
    'why-invoice-uploaded': ({ at }) => `De factuur is op ${at} geüpload, na de einddatum.`,
    'why-end-date-passed': ({ at }) => `De einddatum was voorbij op ${at} en de factuur was al geüpload.`,
    'why-certificate-uploaded': ({ at }) => `Het certificaat is op ${at} geüpload.`,
    'why-enrollment-cancelled': ({ at }) => `De inschrijving is op ${at} geannuleerd.`,
    'why-enrollment-withdrawn': ({ at }) => `De deelnemer heeft op ${at} van herroeping gebruikgemaakt.`,
    'why-booking-requested': ({ at }) =>
      at === undefined
        ? 'Aangevraagd. De aanbieder kijkt er eerst naar.'
        : `Aangevraagd op ${at}. De aanbieder kijkt er eerst naar.`,
    'why-booking-declined': ({ at, note }) =>
      `De aanbieder heeft de aanvraag${at === undefined ? '' : ` op ${at}`} afgewezen${note === undefined ? '.' : `: ${note}`}`,
    'why-minimum-not-reached': ({ at }) =>
      `De start is op ${at} geannuleerd, omdat zich te weinig mensen hadden ingeschreven.`,
    'why-imported': ({ status }) => `De inschrijving is overgenomen met de status ${status}.`,
    'why-status-not-recognized': ({ originalStatus }) =>
      `Een ander systeem gaf de status “${originalStatus}”; die is hier niet bekend.`,
    'why-status-unknown': () => 'Er is nog geen status bekend.',
    'no-undoing-by-rule': ({ rule, status, by, at }) =>
      `Dit wordt niet vanzelf ${status} (${rule}): ${by} heeft de status daarna gewijzigd, op ${at}.`,
    'no-readable-date': ({ field, value }) => `“${value}” is geen leesbare datum (${field}) en telt niet mee.`,
  },
};
