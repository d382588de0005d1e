import type { CertificateBundleTerms } from '../certificate-bundle.js';

const files = (count: number): string => `${count} ${count < 2 ? 'fichier' : 'fichiers'}`;
const certificates = (count: number): string => `${count} ${count < 2 ? 'certificat' : 'certificats'}`;

export const fr: CertificateBundleTerms = {
  heading: 'Remettre les certificats',
  drop: 'Déposez ici un dossier, un fichier zip ou tous les fichiers',
  orChoose: 'ou choisissez des fichiers',
  chooseFolder: 'Choisir un dossier',
  limits: ({ accepted, maxSize, most }) => `${accepted}, ${maxSize} maximum chacun, ${most} fichiers au plus`,
  privacy: 'Les fichiers sont lus dans ce navigateur. Rien n’est déposé avant que vous ayez tout vérifié.',
  noPeople:
    'Il n’y a encore aucun participant sur cette liste. Dès que quelqu’un sera inscrit, vous pourrez remettre des certificats ici.',
  looking: (looked) => `Lecture des fichiers : ${looked}.`,
  count: files,

  tabsLabel: 'Fichiers',
  tabs: { matched: 'Attribués', 'to-check': 'À vérifier', 'not-matched': 'Non attribués', 'left-out': 'Écartés' },
  empty: {
    matched: 'On ne sait encore pour aucun fichier à qui il appartient.',
    'to-check': 'Il n’y a rien à vérifier.',
    'not-matched': 'Chaque fichier est attribué à quelqu’un.',
    'left-out': 'Rien n’est écarté.',
  },
  skipList: 'Passer la liste',
  filesOf: (tab) => `Fichiers : ${tab}`,

  clues: {
    'booking-number': 'numéro d’inscription',
    'external-id': 'référence',
    email: 'adresse e-mail',
    'full-name': 'nom',
    initials: 'initiales et nom de famille',
    surname: 'nom de famille',
  },
  foundIn: (clue, { found, page }) =>
    page === undefined ? `${clue} dans le nom du fichier : ${found}` : `${clue} dans le texte, page ${page} : ${found}`,
  chosenByYou: 'choisi par vous',
  doubts: {
    'several-people': 'Ce fichier correspond à plusieurs participants. Choisissez à qui il appartient.',
    contradiction: 'Les données désignent des participants différents. Choisissez à qui appartient le fichier.',
    'surname-only': 'Il n’y a qu’un nom de famille. Choisissez à qui appartient le fichier.',
    'signed-by':
      'Ce nom est celui d’un signataire du certificat, par exemple le formateur. Choisissez à qui appartient le fichier.',
    'words-beside-name':
      'À côté du nom se trouve un mot qui peut faire partie d’un autre nom. Choisissez à qui appartient le fichier.',
    'two-files': 'Il y a plusieurs fichiers pour ce participant. Écartez-en un, ou confirmez que les deux sont bons.',
    'same-file': 'Ce même fichier est aussi attribué à quelqu’un d’autre. Vérifiez à qui il appartient.',
    'has-certificate': 'Ce participant a déjà un certificat. Confirmez que celui-ci est un certificat supplémentaire.',
    'enrollment-cancelled': 'Cette inscription est annulée. Choisissez quelqu’un d’autre, ou écartez le fichier.',
  },
  belongsTo: 'de',
  whose: (file) => `À qui appartient ${file} ?`,
  choosePerson: 'Choisir un participant',
  search: 'Nom, e-mail ou numéro',
  noneFound: 'Aucun participant trouvé',
  suggestions: (count) => `${count} ${count < 2 ? 'participant' : 'participants'}`,
  change: 'Modifier',
  close: 'Fermer',
  leaveOut: 'Écarter',
  takeBack: 'Reprendre',
  confirm: 'C’est exact',
  leftOutByYou: 'Écarté par vous',
  ownFields: 'Données différentes',
  asAll: 'Comme pour les autres',
  forFile: (action, name) => `${action} : ${name}`,

  fieldsHeading: 'Pour tous les certificats',
  reviewed: 'J’ai vérifié que chaque certificat est attribué au bon participant',
  reviewedMissing: 'Confirmez d’abord que vous avez vérifié la liste.',
  reviewedAgain:
    'La liste a changé depuis que vous l’avez vérifiée. Vérifiez les certificats signalés, puis cochez de nouveau cette case.',
  changedSince: 'Nouveau ou modifié depuis que vous avez vérifié la liste.',
  send: (count) => `Déposer ${certificates(count)}`,
  nothingToSend: 'Il n’y a rien à déposer. Choisissez d’abord à qui appartiennent les fichiers.',
  stillToDo: (count) =>
    count < 2
      ? `${count} fichier encore à vérifier ; il n’est pas déposé maintenant.`
      : `${count} fichiers encore à vérifier ; ils ne sont pas déposés maintenant.`,
  pause: 'Suspendre',
  goOn: (count) => `Continuer avec ${certificates(count)}`,
  progress: (done, total) => `${done} sur ${total}`,
  pausedBefore: (sent, total) =>
    `Déposés : ${sent} sur ${total}. Les autres sont encore dans ce navigateur et vous pouvez continuer.`,
  notKept:
    'Ce navigateur ne peut pas conserver les fichiers. Laissez cette page ouverte jusqu’à ce que tout soit déposé.',
  elsewhere:
    'Ces certificats sont en cours de dépôt dans une autre fenêtre. Si le dépôt s’y arrête, vous pourrez continuer ici.',
  stops: {
    'storage-full': 'Il n’y a plus d’espace de stockage. Libérez de l’espace, puis continuez.',
    'bad-answer':
      'Ce n’est pas le serveur qui a répondu, mais par exemple la page de connexion d’un réseau wifi. Ouvrez un nouvel onglet, connectez-vous si besoin, puis continuez.',
  },
  waitUntil: ({ time, day }) =>
    `Le serveur vous demande d’attendre. Continuez ${day ? `le ${day} ` : ''}après ${time}.`,
  forget: 'Tout supprimer',
  forgetTitle: 'Supprimer tous les fichiers de ce navigateur ?',
  forgetText:
    'Vous devrez choisir à nouveau ce qui n’est pas encore déposé. Ce qui a été déposé reste auprès des participants.',
  keep: 'Conserver',
  states: {
    waiting: 'Attend les autres fichiers',
    sending: 'Dépôt en cours',
    sent: 'Déposé',
    there: 'Existait déjà',
    queued: 'Sera déposé dès que la connexion sera rétablie',
    failed: 'Échec',
  },
  report: 'Télécharger le rapport',
  reportName: 'certificats',
  columns: ['Fichier', 'Participant', 'Adresse e-mail', 'Numéro d’inscription', 'Trouvé par', 'Résultat'],
  outcome: ({ sent, there, queued, failed }) =>
    [
      `${certificates(sent)} ${sent < 2 ? 'déposé' : 'déposés'}`,
      there > 0 ? `${there} ${there === 1 ? 'existait' : 'existaient'} déjà` : '',
      queued > 0 ? `${queued} en attente de connexion` : '',
      failed > 0 ? `${failed} en échec` : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',

  announceLooked: (counts) =>
    `Lecture terminée. Attribués : ${counts.matched}, à vérifier : ${counts['to-check']}, non attribués : ${counts['not-matched']}, écartés : ${counts['left-out']}.`,
  announceChosen: (file, person) => `${file} appartient maintenant à ${person}.`,
  announceLeftOut: (file) => `${file} est écarté.`,
  announceTakenBack: (file) => `${file} est repris.`,
  announceConfirmed: (file) => `${file} est confirmé.`,
  announceSending: (count) => `Dépôt de ${certificates(count)}.`,
  announceProgress: (done, total) => `Déposés : ${done} sur ${total}.`,
  announcePaused: 'Le dépôt est suspendu.',
  announceForgotten: 'Tous les fichiers sont supprimés.',

  intake: {
    'zip-damaged': 'Ce fichier est endommagé ou incomplet. Téléchargez ou copiez à nouveau le zip, puis choisissez-le.',
    'zip-unreadable': 'Ce fichier ne peut pas être décompressé. Décompressez-le vous-même et choisissez le dossier.',
    'zip-encrypted':
      'Ce fichier du zip est protégé par un mot de passe. Décompressez le zip vous-même et choisissez le dossier.',
    'zip-nested':
      'Ce zip est trop profondément imbriqué dans d’autres zips. Décompressez-le vous-même et choisissez le dossier.',
    'too-many-files': 'C’est trop de fichiers à la fois. Déposez d’abord les autres fichiers, puis choisissez ceux-ci.',
  },
};
