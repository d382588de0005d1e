import type { NoticeTerms } from './notice-terms.js';

export const fr: NoticeTerms = {
  participant: {
    requested: {
      subject: (course) => `Demande reçue : ${course}`,
      sentence:
        'Nous avons bien reçu votre demande. Vous aurez une réponse dès que l’organisme de formation aura pris sa décision.',
    },
    booked: {
      subject: (course) => `Votre inscription : ${course}`,
      sentence: 'Votre inscription est enregistrée.',
    },
    accepted: {
      subject: (course) => `Demande acceptée : ${course}`,
      sentence: 'Votre demande est acceptée. Votre inscription est maintenant enregistrée.',
    },
    declined: {
      subject: (course) => `Demande refusée : ${course}`,
      sentence: 'Votre demande a malheureusement été refusée.',
    },
    cancelled: {
      subject: (course) => `Inscription annulée : ${course}`,
      sentence: 'Votre inscription a été annulée.',
    },
    withdrawn: {
      subject: (course) => `Confirmation de votre rétractation : ${course}`,
      sentence:
        'Vous avez exercé votre droit de rétractation pour cette inscription. Ce message en est la confirmation : conservez-le.',
    },
    'start-moved': {
      subject: (course) => `Nouvelle date : ${course}`,
      sentence: 'La date de votre formation a changé.',
    },
    'start-cancelled': {
      subject: (course) => `Session annulée : ${course}`,
      sentence:
        'Cette session n’aura pas lieu, faute de participants en nombre suffisant. Votre inscription est donc annulée.',
    },
    'certificate-ready': {
      subject: (course) => `Votre certificat est disponible : ${course}`,
      sentence: 'Votre certificat est disponible.',
    },
    'certificate-expiring': {
      subject: (course) => `Votre certificat expire bientôt : ${course}`,
      sentence:
        'Votre certificat expire bientôt. Demandez à votre organisme de formation comment le renouveler à temps.',
    },
  },
  provider: {
    requested: {
      subject: (course) => `Nouvelle demande : ${course}`,
      sentence: 'Il y a une nouvelle demande. Acceptez-la ou refusez-la.',
    },
    booked: {
      subject: (course) => `Nouvelle inscription : ${course}`,
      sentence: 'Il y a une nouvelle inscription.',
    },
    accepted: {
      subject: (course) => `Demande acceptée : ${course}`,
      sentence: 'La demande a été acceptée. Le participant est inscrit et en sera informé.',
    },
    declined: {
      subject: (course) => `Demande refusée : ${course}`,
      sentence: 'La demande a été refusée. Le participant en sera informé.',
    },
    cancelled: {
      subject: (course) => `Inscription annulée : ${course}`,
      sentence: 'L’inscription a été annulée. Le participant en sera informé.',
    },
    withdrawn: {
      subject: (course) => `Rétractation : ${course}`,
      sentence: 'Le participant s’est rétracté de son inscription et en recevra la confirmation.',
    },
    'start-moved': {
      subject: (course) => `Session déplacée : ${course}`,
      sentence: 'La date d’une session a changé.',
    },
    'start-cancelled': {
      subject: (course) => `Session annulée : ${course}`,
      sentence: 'Une session n’aura pas lieu, faute d’inscriptions en nombre suffisant.',
    },
    'link-asked': {
      subject: (course) => `Un formateur demande à être mentionné : ${course}`,
      sentence: 'Un formateur souhaite être mentionné pour cette formation. Acceptez ou refusez sa demande.',
    },
    'link-accepted': {
      subject: (course) => `Un formateur accepte finalement : ${course}`,
      sentence: 'Un formateur qui avait refusé cette formation souhaite finalement y être mentionné.',
    },
    'link-declined': {
      subject: (course) => `Un formateur ne souhaite pas être mentionné : ${course}`,
      sentence: 'Un formateur ne souhaite pas être mentionné pour cette formation et n’y apparaît pas.',
    },
  },
  trainer: {
    'link-accepted': {
      subject: (course) => `Vous êtes mentionné comme formateur : ${course}`,
      sentence: 'L’organisme de formation est d’accord. Vous êtes mentionné comme formateur de cette formation.',
    },
    'link-declined': {
      subject: (course) => `Vous n’êtes pas mentionné comme formateur : ${course}`,
      sentence: 'L’organisme de formation ne vous mentionne pas comme formateur de cette formation.',
    },
  },
  greeting: (name) => (name === undefined ? 'Bonjour,' : `Bonjour ${name},`),
  providerGreeting: 'Bonjour,',
  trainerGreeting: (name) => `Bonjour${name === undefined ? '' : ` ${name}`},`,
  labels: {
    course: 'Formation',
    participant: 'Participant',
    trainer: 'Formateur',
    start: 'Date',
    before: 'Ancienne date',
    after: 'Nouvelle date',
    place: 'Lieu',
    price: 'Prix',
    note: 'Précision',
    certificate: 'Certificat',
    validUntil: 'Dernier jour de validité',
    statement: 'Rétractation faite par',
    moment: 'Rétractation reçue le',
    booking: 'Numéro d’inscription',
    instructions: 'Autres consignes',
  },
  fact: (label, value) => `${label} : ${value}`,
  price: { free: 'gratuit', 'on-request': 'sur demande' },
  per: { yearly: 'par an', monthly: 'par mois', daily: 'par jour' },
  recurringAndOneOff: (recurring, oneOff) => `${recurring} et ${oneOff} en une fois`,
  period: (from, to) => `du ${from} au ${to}`,
  informed: (participants) =>
    participants < 2 ? `${participants} participant sera informé.` : `${participants} participants seront informés.`,
  withdrawal: (lastDay) =>
    `Vous pouvez vous rétracter de cette inscription jusqu’au ${lastDay} inclus, sans avoir à donner de motif.`,
  refund: 'Si le paiement a déjà été effectué, remboursez le montant dans un délai de 14 jours.',
  page: 'Consulter l’inscription :',
  trainerPage: 'Consulter votre profil et vos formations :',
  regards: 'Cordialement,',
};
