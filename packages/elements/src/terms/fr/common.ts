import type { CommonTerms } from '../common.js';

export const fr: CommonTerms = {
  retry: 'Réessayer',
  cancel: 'Annuler',
  loading: 'Chargement',
  errors: {
    'not-found': 'Cet élément est introuvable. Vérifiez que le lien est toujours bon.',
    forbidden: 'Vous n’avez pas l’autorisation nécessaire. Demandez l’accès à l’administrateur.',
    unauthorized:
      'Vous n’êtes pas connecté, ou ne l’êtes plus, ou cette page n’est plus à jour. Rechargez la page et connectez-vous si nécessaire.',
    'no-token':
      'La connexion au serveur a échoué. Réessayez ; si le problème persiste, prévenez l’administrateur de la page.',
    conflict: 'Quelqu’un d’autre vient de modifier ces données. Consultez les nouvelles données et réessayez.',
    invalid: 'Ces données ne peuvent pas être traitées. Vérifiez votre saisie.',
    'rate-limited': 'Il y a trop de requêtes à la fois. Patientez un instant et réessayez.',
    'storage-unavailable':
      'Rien ne peut être enregistré dans ce navigateur. Utilisez une fenêtre normale au lieu d’une fenêtre privée, ou autorisez les cookies.',
    offline: 'Il n’y a pas de connexion Internet. Vérifiez votre connexion et réessayez.',
    unavailable: 'Le serveur est injoignable. Réessayez dans quelques minutes.',
    blocked: 'Cette page n’a pas le droit de se connecter au serveur. Prévenez l’administrateur de la page.',
    timeout: 'Le serveur n’a pas répondu à temps. Réessayez.',
    aborted: 'L’opération a été arrêtée. Recommencez si nécessaire.',
    'bad-answer': 'La réponse du serveur est illisible. Réessayez.',
    queued: 'Conservé dans ce navigateur. L’envoi se fera dès que la connexion sera rétablie.',
    internal: 'Une erreur s’est produite. Réessayez.',
    'not-configured': 'Les données ne peuvent pas être récupérées ici. Prévenez l’administrateur de la page.',
    'nothing-chosen':
      'Rien n’a encore été choisi ici. S’il manque quelque chose, prévenez l’administrateur de la page.',
    'not-loaded': 'Cette partie ne peut pas être chargée. Rechargez la page.',
  },
  statuses: {
    enrolled: 'Inscrit',
    started: 'En cours',
    completed: 'Terminé',
    'did-not-pass': 'Non réussi',
    'no-show': 'Absence',
    cancelled: 'Annulé',
    unknown: 'Inconnu',
  },
};
