import type { NoticeTerms } from './notice-terms.js';

export const nl: NoticeTerms = {
  participant: {
    requested: {
      subject: (course) => `Aanvraag ontvangen: ${course}`,
      sentence: 'We hebben je aanvraag ontvangen. Je krijgt bericht zodra de opleider erover heeft beslist.',
    },
    booked: { subject: (course) => `Je bent ingeschreven: ${course}`, sentence: 'Je bent ingeschreven.' },
    accepted: {
      subject: (course) => `Aanvraag geaccepteerd: ${course}`,
      sentence: 'Je aanvraag is geaccepteerd. Je bent nu ingeschreven.',
    },
    declined: {
      subject: (course) => `Aanvraag afgewezen: ${course}`,
      sentence: 'Je aanvraag is helaas afgewezen.',
    },
    cancelled: {
      subject: (course) => `Inschrijving geannuleerd: ${course}`,
      sentence: 'Je inschrijving is geannuleerd.',
    },
    withdrawn: {
      subject: (course) => `Bevestiging van je herroeping: ${course}`,
      sentence: 'Je hebt je inschrijving herroepen. Dit bericht bevestigt dat: bewaar het goed.',
    },
    'start-moved': {
      subject: (course) => `Nieuwe datum: ${course}`,
      sentence: 'De datum van je cursus is gewijzigd.',
    },
    'start-cancelled': {
      subject: (course) => `Gaat niet door: ${course}`,
      sentence:
        'De cursus gaat op deze datum niet door, omdat er te weinig deelnemers zijn. Je inschrijving is daarom geannuleerd.',
    },
    'certificate-ready': {
      subject: (course) => `Je certificaat staat klaar: ${course}`,
      sentence: 'Je certificaat staat klaar.',
    },
    'certificate-expiring': {
      subject: (course) => `Je certificaat verloopt binnenkort: ${course}`,
      sentence: 'Je certificaat verloopt binnenkort. Vraag de opleider hoe je het op tijd verlengt.',
    },
  },
  provider: {
    requested: {
      subject: (course) => `Nieuwe aanvraag: ${course}`,
      sentence: 'Er is een nieuwe aanvraag. Accepteer de aanvraag of wijs hem af.',
    },
    booked: { subject: (course) => `Nieuwe inschrijving: ${course}`, sentence: 'Er is een nieuwe inschrijving.' },
    accepted: {
      subject: (course) => `Aanvraag geaccepteerd: ${course}`,
      sentence: 'De aanvraag is geaccepteerd. De deelnemer is ingeschreven en krijgt bericht.',
    },
    declined: {
      subject: (course) => `Aanvraag afgewezen: ${course}`,
      sentence: 'De aanvraag is afgewezen. De deelnemer krijgt bericht.',
    },
    cancelled: {
      subject: (course) => `Inschrijving geannuleerd: ${course}`,
      sentence: 'De inschrijving is geannuleerd. De deelnemer krijgt bericht.',
    },
    withdrawn: {
      subject: (course) => `Inschrijving herroepen: ${course}`,
      sentence: 'De deelnemer heeft de inschrijving herroepen en krijgt daarvan een bevestiging.',
    },
    'start-moved': {
      subject: (course) => `Start verplaatst: ${course}`,
      sentence: 'De datum van een start is gewijzigd.',
    },
    'start-cancelled': {
      subject: (course) => `Start geannuleerd: ${course}`,
      sentence: 'Een start gaat niet door, omdat er te weinig inschrijvingen zijn.',
    },
    'link-asked': {
      subject: (course) => `Trainer vraagt om vermelding: ${course}`,
      sentence: 'Een trainer wil bij deze cursus worden vermeld. Accepteer de aanvraag of wijs hem af.',
    },
    'link-accepted': {
      subject: (course) => `Trainer gaat alsnog akkoord: ${course}`,
      sentence: 'Een trainer die deze cursus had afgewezen, wil er nu toch bij worden vermeld.',
    },
    'link-declined': {
      subject: (course) => `Trainer trekt zich terug: ${course}`,
      sentence: 'Een trainer wil niet bij deze cursus worden vermeld en wordt er niet bij getoond.',
    },
  },
  trainer: {
    'link-accepted': {
      subject: (course) => `Je wordt als trainer vermeld: ${course}`,
      sentence: 'De opleider gaat akkoord. Je wordt als trainer bij deze cursus vermeld.',
    },
    'link-declined': {
      subject: (course) => `Je wordt niet als trainer vermeld: ${course}`,
      sentence: 'De opleider vermeldt je niet als trainer bij deze cursus.',
    },
  },
  greeting: (name) => (name === undefined ? 'Beste deelnemer,' : `Beste ${name},`),
  providerGreeting: 'Goedendag,',
  trainerGreeting: (name) => (name === undefined ? 'Beste trainer,' : `Beste ${name},`),
  labels: {
    course: 'Cursus',
    participant: 'Deelnemer',
    trainer: 'Trainer',
    start: 'Datum',
    before: 'Oude datum',
    after: 'Nieuwe datum',
    place: 'Plaats',
    price: 'Prijs',
    note: 'Toelichting',
    certificate: 'Certificaat',
    validUntil: 'Geldig tot en met',
    statement: 'Herroepen door',
    moment: 'Herroepen op',
    booking: 'Boekingsnummer',
    instructions: 'Aanvullende instructies',
  },
  fact: (label, value) => `${label}: ${value}`,
  price: { free: 'gratis', 'on-request': 'op aanvraag' },
  per: { yearly: 'per jaar', monthly: 'per maand', daily: 'per dag' },
  recurringAndOneOff: (recurring, oneOff) => `${recurring} en ${oneOff} eenmalig`,
  period: (from, to) => `${from} tot en met ${to}`,
  informed: (participants) =>
    participants === 1 ? 'Eén deelnemer krijgt bericht.' : `${participants} deelnemers krijgen bericht.`,
  withdrawal: (lastDay) => `Je kunt deze inschrijving tot en met ${lastDay} zonder opgave van reden herroepen.`,
  refund: 'Is er al betaald? Betaal het bedrag dan binnen 14 dagen terug.',
  page: 'Bekijk de inschrijving:',
  trainerPage: 'Bekijk je profiel en je cursussen:',
  regards: 'Met vriendelijke groet,',
};
