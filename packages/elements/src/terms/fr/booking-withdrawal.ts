import type { BookingWithdrawalTerms } from '../booking-withdrawal.js';

export const fr: BookingWithdrawalTerms = {
  withdraw: 'Renoncer au contrat',
  takeBack: 'Retirer la demande',
  until: (day) => `Vous pouvez vous rétracter jusqu’au ${day} inclus, sans avoir à donner de motif.`,
  statement: 'Déclaration de rétractation',
  name: 'Nom',
  contract: (contract) => `Contrat : ${contract}`,
  email: 'Adresse e-mail pour l’accusé de réception',
  nameMissing: 'Saisissez votre nom.',
  emailInvalid: 'Ce n’est pas une adresse e-mail. Écrivez-la sous la forme nom@exemple.fr.',
  next: 'Continuer',
  back: 'Retour',
  check: 'Vérifiez et confirmez',
  declare: (name, contract) => `${name} se rétracte du contrat portant sur ${contract}.`,
  sentTo: (email) => `L’accusé de réception sera envoyé à ${email}.`,
  confirm: 'Confirmer la rétractation',
  confirming: 'Rétractation en cours',
  obstacles: {
    'no-consumer':
      'Cette inscription n’a pas été faite en tant que particulier et n’ouvre pas droit à la rétractation. Demandez à l’organisme de formation si vous pouvez l’annuler.',
    'already-ended': 'Cette inscription a déjà pris fin. Il n’y a plus de contrat auquel renoncer.',
    'period-over':
      'Le délai de rétractation est écoulé. Demandez à l’organisme de formation si une annulation est encore possible.',
    'not-allowed':
      'La rétractation de cette inscription n’est pas possible ici. Adressez-vous à l’organisme de formation.',
  },
  done: 'Rétractation enregistrée',
  acknowledged: (moment) => `Reçue le ${moment}.`,
  save: 'Télécharger l’accusé de réception',
  print: 'Imprimer',
  fileName: 'retractation',
};
