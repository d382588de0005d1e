import type { EnrollmentStatusTerms } from '../enrollment-status.js';

export const fr: EnrollmentStatusTerms = {
  edit: 'Modifier le statut',
  close: 'Fermer',
  update: 'Mettre à jour',
  updating: 'Mise à jour en cours',
  why: 'Pourquoi ?',
  history: 'Historique',
  changed: (status) => `Le statut est maintenant « ${status} ».`,
  kept: (status) =>
    `Le statut passera à « ${status} » dès que la connexion sera rétablie. La modification est conservée dans ce navigateur.`,
  changedMeanwhile: (status) => `Entre-temps, le statut est passé à « ${status} ».`,
  changeAnyway: (status) => `Choisir « ${status} » malgré tout`,
  bookings: { requested: 'Demandé', declined: 'Refusé', withdrawn: 'Rétracté' },
  accept: 'Accepter',
  decline: 'Refuser',
  deciding: 'Enregistrement en cours',
  declineNote: 'Pourquoi refusez-vous la demande ?',
  noteReaders: 'Visible par l’organisme de formation, les RH et le participant.',
  charactersLeft: (count) => `Caractères restants : ${count}.`,
  decided: { accepted: 'La demande a été acceptée.', declined: 'La demande a été refusée.' },
  startFull: 'Cette session est complète. Refusez la demande, ou attendez qu’une place se libère.',
  acceptAnyway: 'Accepter malgré tout, même si la session est complète',
  bookedBy: {
    requested: (by) => `demandé par ${by}`,
    declined: (by) => `refusé par ${by}`,
  },
  byHand: (by) => `modifié par ${by}`,
  byHost: (name, detail) => (detail === '' ? name : `${name} : ${detail}`),
  byRule: {
    'enrollment-accepted': 'inscription acceptée',
    'start-date-passed': 'date de début passée',
    'invoice-uploaded': 'facture déposée',
    'end-date-passed': 'date de fin passée',
    'certificate-uploaded': 'certificat déposé',
    'enrollment-cancelled': 'inscription annulée',
    'enrollment-withdrawn': 'rétractation du participant',
    'minimum-not-reached': 'inscriptions insuffisantes',
  },
  fields: {
    startDate: 'date de début',
    endDate: 'date de fin',
    acceptedAt: 'acceptée le',
    invoiceUploadedAt: 'facture déposée le',
    certificateUploadedAt: 'certificat déposé le',
    cancelledAt: 'annulée le',
    withdrawnAt: 'rétractation le',
  },
  explanation: {
    'why-changed-by-hand': ({ status, by, at }) => `${by} a fait passer le statut à « ${status} » le ${at}.`,
    'why-reported-by-host': ({ status, by, detail, at }) =>
      `Signalé par ${by} le ${at} : ${detail === '' ? status : detail}.`,
    'why-enrollment-accepted': ({ at }) => `L’inscription a été acceptée le ${at}.`,
    'why-start-date-passed': ({ at }) => `La date de début est passée le ${at}.`,
    'why-invoice-uploaded': ({ at }) => `La facture a été déposée le ${at}, après la date de fin.`,
    'why-end-date-passed': ({ at }) => `La date de fin est passée le ${at}. La facture était déjà déposée.`,
    'why-certificate-uploaded': ({ at }) => `Le certificat a été déposé le ${at}.`,
    'why-enrollment-cancelled': ({ at }) => `L’inscription a été annulée le ${at}.`,
    'why-enrollment-withdrawn': ({ at }) => `Le participant s’est rétracté le ${at}.`,
    'why-booking-requested': ({ at }) =>
      at === undefined
        ? 'Demande reçue. L’organisme de formation doit encore l’examiner.'
        : `Demande reçue le ${at}. L’organisme de formation doit encore l’examiner.`,
    'why-booking-declined': ({ at, note }) =>
      `L’organisme de formation a refusé la demande${at === undefined ? '' : ` le ${at}`}${note === undefined ? '.' : ` : ${note}`}`,
    'next-when-accepted': ({ status }) =>
      `Le statut passera à « ${status} » si l’organisme de formation accepte la demande.`,
    'why-minimum-not-reached': ({ at }) =>
      `La session a été annulée le ${at}, faute d’un nombre suffisant d’inscriptions.`,
    'why-imported': ({ status }) => `L’inscription a été importée avec le statut « ${status} ».`,
    'why-status-not-recognized': ({ originalStatus }) =>
      `Un autre système a transmis le statut « ${originalStatus} », inconnu ici.`,
    'why-status-unknown': () => 'Aucun statut n’est encore connu.',
    'next-at-moment': ({ status, at }) => `Le statut passera à « ${status} » le ${at}.`,
    'next-at-moment-with-invoice': ({ status, at }) =>
      `Le statut passera à « ${status} » le ${at}, si la facture a été déposée.`,
    'next-when-invoice-uploaded': ({ status }) => `Le statut passera à « ${status} » dès que la facture sera déposée.`,
    'next-when-certificate-uploaded': ({ status }) =>
      `Si un certificat est déposé, le statut passera tout de même à « ${status} ».`,
    'no-start-date': ({ status }) => `Sans date de début, le statut ne passe pas de lui-même à « ${status} ».`,
    'no-end-date': ({ status }) => `Sans date de fin, le statut ne passe pas de lui-même à « ${status} ».`,
    'no-undoing-by-rule': ({ rule, status, by, at }) =>
      `Le statut ne passe pas de lui-même à « ${status} » (${rule}) : ${by} l’a modifié ensuite, le ${at}.`,
    'no-readable-date': ({ field, value }) =>
      `« ${value} » n’est pas une date lisible (${field}) et n’est pas prise en compte.`,
    'no-further-change': () => 'Le statut ne change plus automatiquement.',
    'no-change-after-cancelling': () => 'Une inscription annulée ne change plus.',
  },
};
