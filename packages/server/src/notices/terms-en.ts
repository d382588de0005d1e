import type { NoticeTerms } from './notice-terms.js';

export const en: NoticeTerms = {
  participant: {
    requested: {
      subject: (course) => `Request received: ${course}`,
      sentence: 'We have received your request. You will hear from us as soon as the provider has decided.',
    },
    booked: { subject: (course) => `You are enrolled: ${course}`, sentence: 'You are enrolled.' },
    accepted: {
      subject: (course) => `Request accepted: ${course}`,
      sentence: 'Your request has been accepted. You are now enrolled.',
    },
    declined: {
      subject: (course) => `Request declined: ${course}`,
      sentence: 'Unfortunately, your request has been declined.',
    },
    cancelled: {
      subject: (course) => `Enrollment cancelled: ${course}`,
      sentence: 'Your enrollment has been cancelled.',
    },
    withdrawn: {
      subject: (course) => `Confirmation of your withdrawal: ${course}`,
      sentence: 'You have withdrawn from your enrollment. Keep this message: it is your confirmation.',
    },
    'start-moved': {
      subject: (course) => `New date: ${course}`,
      sentence: 'The date of your course has changed.',
    },
    'start-cancelled': {
      subject: (course) => `Cancelled: ${course}`,
      sentence:
        'The course will not run on this date because there are too few participants. Your enrollment has therefore been cancelled.',
    },
    'certificate-ready': {
      subject: (course) => `Your certificate is ready: ${course}`,
      sentence: 'Your certificate is ready.',
    },
    'certificate-expiring': {
      subject: (course) => `Your certificate is about to expire: ${course}`,
      sentence: 'Your certificate expires soon. Ask the provider how to renew it in time.',
    },
  },
  provider: {
    requested: {
      subject: (course) => `New request: ${course}`,
      sentence: 'There is a new request. Accept or decline it.',
    },
    booked: { subject: (course) => `New enrollment: ${course}`, sentence: 'There is a new enrollment.' },
    accepted: {
      subject: (course) => `Request accepted: ${course}`,
      sentence: 'The request has been accepted. The participant is enrolled and will be informed.',
    },
    declined: {
      subject: (course) => `Request declined: ${course}`,
      sentence: 'The request has been declined. The participant will be informed.',
    },
    cancelled: {
      subject: (course) => `Enrollment cancelled: ${course}`,
      sentence: 'The enrollment has been cancelled. The participant will be informed.',
    },
    withdrawn: {
      subject: (course) => `Enrollment withdrawn: ${course}`,
      sentence: 'The participant has withdrawn from the enrollment and will receive a confirmation.',
    },
    'start-moved': {
      subject: (course) => `Start moved: ${course}`,
      sentence: 'The date of a start has changed.',
    },
    'start-cancelled': {
      subject: (course) => `Start cancelled: ${course}`,
      sentence: 'A start will not go ahead because there are too few enrollments.',
    },
    'link-asked': {
      subject: (course) => `A trainer asks to be listed: ${course}`,
      sentence: 'A trainer would like to be listed with this course. Accept or decline the request.',
    },
    'link-accepted': {
      subject: (course) => `A trainer agrees after all: ${course}`,
      sentence: 'A trainer who had declined this course would now like to be listed with it.',
    },
    'link-declined': {
      subject: (course) => `A trainer does not want to be listed: ${course}`,
      sentence: 'A trainer does not want to be listed with this course and is not shown there.',
    },
  },
  trainer: {
    'link-accepted': {
      subject: (course) => `You are listed as a trainer: ${course}`,
      sentence: 'The provider has agreed. You are listed as a trainer of this course.',
    },
    'link-declined': {
      subject: (course) => `You are not listed as a trainer: ${course}`,
      sentence: 'The provider does not list you as a trainer of this course.',
    },
  },
  greeting: (name) => (name === undefined ? 'Dear participant,' : `Dear ${name},`),
  providerGreeting: 'Hello,',
  trainerGreeting: (name) => (name === undefined ? 'Dear trainer,' : `Dear ${name},`),
  labels: {
    course: 'Course',
    participant: 'Participant',
    trainer: 'Trainer',
    start: 'Date',
    before: 'Old date',
    after: 'New date',
    place: 'Location',
    price: 'Price',
    note: 'Note',
    certificate: 'Certificate',
    validUntil: 'Valid until',
    statement: 'Withdrawn by',
    moment: 'Withdrawn on',
    booking: 'Booking number',
    instructions: 'Further instructions',
  },
  fact: (label, value) => `${label}: ${value}`,
  price: { free: 'free', 'on-request': 'on request' },
  per: { yearly: 'per year', monthly: 'per month', daily: 'per day' },
  recurringAndOneOff: (recurring, oneOff) => `${recurring} and ${oneOff} one-off`,
  period: (from, to) => `${from} to ${to}`,
  informed: (participants) =>
    participants === 1 ? 'One participant will be informed.' : `${participants} participants will be informed.`,
  withdrawal: (lastDay) =>
    `You can withdraw from this enrollment up to and including ${lastDay}, without giving a reason.`,
  refund: 'If it has already been paid, refund the amount within 14 days.',
  page: 'View the enrollment:',
  trainerPage: 'View your profile and your courses:',
  regards: 'Kind regards,',
};
