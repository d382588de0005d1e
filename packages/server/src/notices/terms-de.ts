import type { NoticeTerms } from './notice-terms.js';

export const de: NoticeTerms = {
  participant: {
    requested: {
      subject: (course) => `Anfrage erhalten: ${course}`,
      sentence: 'Wir haben Ihre Anfrage erhalten. Sie hören von uns, sobald der Anbieter darüber entschieden hat.',
    },
    booked: { subject: (course) => `Sie sind angemeldet: ${course}`, sentence: 'Sie sind angemeldet.' },
    accepted: {
      subject: (course) => `Anfrage angenommen: ${course}`,
      sentence: 'Ihre Anfrage wurde angenommen. Sie sind jetzt angemeldet.',
    },
    declined: {
      subject: (course) => `Anfrage abgelehnt: ${course}`,
      sentence: 'Ihre Anfrage wurde leider abgelehnt.',
    },
    cancelled: {
      subject: (course) => `Anmeldung storniert: ${course}`,
      sentence: 'Ihre Anmeldung wurde storniert.',
    },
    withdrawn: {
      subject: (course) => `Bestätigung Ihres Widerrufs: ${course}`,
      sentence: 'Sie haben Ihre Anmeldung widerrufen. Diese Nachricht bestätigt das: Bewahren Sie sie gut auf.',
    },
    'start-moved': {
      subject: (course) => `Neuer Termin: ${course}`,
      sentence: 'Der Termin Ihres Kurses hat sich geändert.',
    },
    'start-cancelled': {
      subject: (course) => `Abgesagt: ${course}`,
      sentence:
        'Dieser Termin findet nicht statt, weil es zu wenige Teilnehmende gibt. Ihre Anmeldung wurde deshalb storniert.',
    },
    'certificate-ready': {
      subject: (course) => `Ihr Zertifikat liegt bereit: ${course}`,
      sentence: 'Ihr Zertifikat liegt bereit.',
    },
    'certificate-expiring': {
      subject: (course) => `Ihr Zertifikat läuft bald ab: ${course}`,
      sentence: 'Ihr Zertifikat läuft bald ab. Fragen Sie Ihren Anbieter, wie Sie es rechtzeitig verlängern.',
    },
  },
  provider: {
    requested: {
      subject: (course) => `Neue Anfrage: ${course}`,
      sentence: 'Es gibt eine neue Anfrage. Nehmen Sie sie an oder lehnen Sie sie ab.',
    },
    booked: { subject: (course) => `Neue Anmeldung: ${course}`, sentence: 'Es gibt eine neue Anmeldung.' },
    accepted: {
      subject: (course) => `Anfrage angenommen: ${course}`,
      sentence: 'Die Anfrage wurde angenommen. Die Person ist angemeldet und wird benachrichtigt.',
    },
    declined: {
      subject: (course) => `Anfrage abgelehnt: ${course}`,
      sentence: 'Die Anfrage wurde abgelehnt. Die Person wird benachrichtigt.',
    },
    cancelled: {
      subject: (course) => `Anmeldung storniert: ${course}`,
      sentence: 'Die Anmeldung wurde storniert. Die teilnehmende Person wird benachrichtigt.',
    },
    withdrawn: {
      subject: (course) => `Anmeldung widerrufen: ${course}`,
      sentence: 'Die teilnehmende Person hat die Anmeldung widerrufen und erhält eine Bestätigung.',
    },
    'start-moved': {
      subject: (course) => `Termin verschoben: ${course}`,
      sentence: 'Ein Starttermin hat sich geändert.',
    },
    'start-cancelled': {
      subject: (course) => `Termin abgesagt: ${course}`,
      sentence: 'Ein Starttermin findet nicht statt, weil es zu wenige Anmeldungen gibt.',
    },
    'link-asked': {
      subject: (course) => `Jemand möchte als Trainer/in genannt werden: ${course}`,
      sentence:
        'Eine Trainerin oder ein Trainer möchte bei diesem Kurs genannt werden. Nehmen Sie die Anfrage an oder lehnen Sie sie ab.',
    },
    'link-accepted': {
      subject: (course) => `Trainer/in doch einverstanden: ${course}`,
      sentence: 'Eine Trainerin oder ein Trainer hatte diesen Kurs abgelehnt und möchte nun doch dabei genannt werden.',
    },
    'link-declined': {
      subject: (course) => `Trainer/in möchte nicht genannt werden: ${course}`,
      sentence:
        'Eine Trainerin oder ein Trainer möchte bei diesem Kurs nicht genannt werden und wird dort nicht angezeigt.',
    },
  },
  trainer: {
    'link-accepted': {
      subject: (course) => `Sie werden als Trainer/in genannt: ${course}`,
      sentence: 'Der Anbieter ist einverstanden. Sie werden bei diesem Kurs genannt.',
    },
    'link-declined': {
      subject: (course) => `Sie werden nicht als Trainer/in genannt: ${course}`,
      sentence: 'Der Anbieter nennt Sie bei diesem Kurs nicht.',
    },
  },
  greeting: (name) => (name === undefined ? 'Guten Tag,' : `Guten Tag ${name},`),
  providerGreeting: 'Guten Tag,',
  trainerGreeting: (name) => `Guten Tag${name === undefined ? '' : ` ${name}`},`,
  labels: {
    course: 'Kurs',
    participant: 'Teilnehmer/in',
    trainer: 'Trainer/in',
    start: 'Termin',
    before: 'Bisheriger Termin',
    after: 'Neuer Termin',
    place: 'Ort',
    price: 'Preis',
    note: 'Erläuterung',
    certificate: 'Zertifikat',
    validUntil: 'Gültig bis einschließlich',
    statement: 'Widerrufen von',
    moment: 'Widerrufen am',
    booking: 'Buchungsnummer',
    instructions: 'Weitere Hinweise',
  },
  fact: (label, value) => `${label}: ${value}`,
  price: { free: 'kostenlos', 'on-request': 'auf Anfrage' },
  per: { yearly: 'pro Jahr', monthly: 'pro Monat', daily: 'pro Tag' },
  recurringAndOneOff: (recurring, oneOff) => `${recurring} und einmalig ${oneOff}`,
  period: (from, to) => `${from} bis ${to}`,
  informed: (participants) =>
    participants === 1 ? 'Eine Person wird benachrichtigt.' : `${participants} Personen werden benachrichtigt.`,
  withdrawal: (lastDay) =>
    `Sie können diese Anmeldung bis einschließlich ${lastDay} ohne Angabe von Gründen widerrufen.`,
  refund: 'Falls bereits bezahlt wurde, erstatten Sie den Betrag innerhalb von 14 Tagen.',
  page: 'Anmeldung ansehen:',
  trainerPage: 'Ihr Profil und Ihre Kurse ansehen:',
  regards: 'Mit freundlichen Grüßen',
};
