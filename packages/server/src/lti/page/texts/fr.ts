import type { LtiTexts } from './texts.js';

/** What the pages that platforms open say, in French. */
export const fr: LtiTexts = {
  title: 'Formation',
  refusedTitle: 'Cette page ne peut pas être ouverte',
  refusals: {
    'request-incomplete':
      'Il manque un élément dans ce que la plateforme a envoyé : {detail}. Ouvrez à nouveau la page depuis le cours.',
    'request-too-large':
      'La plateforme a envoyé plus de données que cette page ne peut en traiter. Ouvrez à nouveau la page depuis le cours.',
    'platform-unknown':
      'Cette plateforme n’est pas enregistrée ici : {detail}. Demandez à l’administrateur de l’enregistrer.',
    'client-id-missing':
      'Cette plateforme est enregistrée plusieurs fois ici et n’indique pas son client-id. Demandez à l’administrateur de le faire envoyer.',
    'state-unknown': 'Ce lien a déjà été utilisé ou ne vient pas d’ici. Ouvrez à nouveau la page depuis le cours.',
    'state-expired': 'L’ouverture a pris trop de temps. Ouvrez à nouveau la page depuis le cours.',
    'storage-mismatch':
      'Cette page correspond à une autre connexion à cette plateforme. Ouvrez à nouveau la page depuis le cours.',
    'origin-wrong':
      'Cette page a été ouverte depuis une adresse qui n’est pas celle de la plateforme : {detail}. Si elle est correcte, demandez à l’administrateur de l’ajouter à l’enregistrement.',
    'token-unsigned':
      'Le message de la plateforme n’est pas signé comme LTI le demande ({detail}). Demandez à l’administrateur de faire signer les messages avec RS256.',
    'token-invalid':
      'La signature du message de la plateforme est incorrecte. Ouvrez à nouveau la page depuis le cours.',
    'token-expired': 'Le message de la plateforme a expiré. Ouvrez à nouveau la page depuis le cours.',
    'key-unknown':
      'Le message est signé avec une clé que la plateforme n’indique pas. Demandez à l’administrateur de vérifier l’adresse des clés.',
    'keys-unavailable':
      'Les clés de la plateforme sont illisibles ({detail}). Réessayez plus tard, ou demandez à l’administrateur de vérifier leur adresse.',
    'audience-wrong':
      'Le message de la plateforme est destiné à un autre outil. Demandez à l’administrateur de vérifier le client-id.',
    'issuer-wrong':
      'Le message vient d’une autre plateforme que celle qui est enregistrée. Demandez à l’administrateur de vérifier l’issuer.',
    'nonce-wrong': 'Ce message correspond à une autre connexion. Ouvrez à nouveau la page depuis le cours.',
    'deployment-unknown':
      'Ce déploiement de la plateforme n’est pas enregistré ici. Demandez à l’administrateur d’ajouter le déploiement {detail}.',
    'message-unsupported':
      'La plateforme a demandé quelque chose qui n’est pas possible ici : {detail}. Demandez à l’administrateur de vérifier les réglages de cet outil.',
    'person-missing':
      'La plateforme n’indique pas qui ouvre la page. Connectez-vous à la plateforme et ouvrez à nouveau la page.',
    'session-over': 'Cette page est restée ouverte trop longtemps. Ouvrez-la à nouveau depuis le cours.',
    'role-missing': 'Votre rôle dans ce cours ne le permet pas. Adressez-vous à un enseignant du cours.',
    'invitation-unknown':
      'Ce lien d’enregistrement a été utilisé ou a expiré. Demandez-en un nouveau à l’organisme de formation.',
    'platform-unreachable': 'La plateforme est injoignable ({detail}). Réessayez plus tard.',
    'platform-refused':
      'La plateforme n’a pas donné de réponse exploitable ({detail}). Réessayez plus tard, ou demandez à l’administrateur de vérifier les droits de cet outil.',
    'platform-taken': 'Cette plateforme est déjà enregistrée ici. Supprimez d’abord l’ancien enregistrement.',
  },
  problems: {
    'no-email': 'Non inscrit : la plateforme ne transmet pas d’adresse e-mail.',
    'no-name': 'Non inscrit : la plateforme ne transmet pas de nom.',
    'booking-refused':
      'Non inscrit : il n’y a plus de place, ou l’inscription à cette formation n’est pas possible actuellement.',
  },
  about: (element, course) => `${element} : ${course}`,
  elements: {
    'enrollment-status': 'Statut de participation',
    'certificate-upload': 'Certificat',
    'product-details': 'À propos de la formation',
    'starting-dates': 'Sessions',
    'price-breakdown': 'Prix',
  },
  needsScript: 'Cette page nécessite JavaScript. Activez-le dans votre navigateur et rechargez la page.',
  loading: 'Chargement…',
  failed: 'Les données n’ont pas pu être récupérées. Vérifiez votre connexion et réessayez.',
  again: 'Réessayer',
  noBooking: 'Vous n’avez pas encore d’inscription à cette formation. Demandez à votre enseignant si c’est normal.',
  noRole: 'Avec votre rôle dans ce cours, il n’y a rien à voir ici. Adressez-vous à l’administrateur de la plateforme.',
  noProduct: 'Aucune formation n’a encore été choisie pour ce lien. Insérez-le à nouveau en choisissant une formation.',
  participants: 'Participants',
  update: 'Mettre à jour les participants depuis la plateforme',
  updating: 'Mise à jour en cours…',
  updated: 'Mis à jour le {moment}.',
  neverUpdated: 'Pas encore mis à jour.',
  shown: '{from}–{to} sur {total}',
  nobody: 'Il n’y a pas encore de participants ici.',
  gone: 'Ne figure plus dans le cours de la plateforme.',
  unnamed: 'Sans nom',
  previous: 'Précédent',
  next: 'Suivant',
  chooseTitle: 'Que voulez-vous insérer dans le cours ?',
  chooseElement: 'Élément',
  chooseProduct: 'Formation',
  choose: 'Insérer dans le cours',
  findProduct: 'Rechercher par nom',
  find: 'Rechercher',
  found: 'Dans la liste : {shown} formations sur {total}.',
  noneFound: 'Aucune formation n’a cela dans son nom.',
  noProducts: 'Il n’y a pas encore de formations. Importez d’abord votre flux de produits.',
  registerTitle: 'Enregistrer la plateforme',
  registerAsk: 'Cette plateforme sera reliée à l’organisme de formation qui vous a donné ce lien : {detail}.',
  register: 'Enregistrer',
  registered: 'La plateforme est enregistrée. Activez l’outil sur la plateforme ; vous pouvez fermer cette fenêtre.',
};
