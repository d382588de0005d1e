import type { Texts } from './texts.js';

const numbers = new Intl.NumberFormat('fr-FR');
const count = (value: number, one: string, more: string) => `${numbers.format(value)} ${value < 2 ? one : more}`;

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'ce nom est inconnu',
  EAI_AGAIN: 'ce nom ne peut pas être résolu pour le moment',
  ECONNREFUSED: 'rien ne répond à cette adresse',
  ECONNRESET: 'la connexion a été perdue',
  UND_ERR_SOCKET: 'la connexion a été perdue',
  ENOSPC: 'le disque est plein',
  EROFS: 'il est interdit d’y écrire',
  EACCES: 'vous n’y avez pas accès',
  ENOENT: 'le dossier n’existe pas',
};
const because = (reason: string) => (reason === '' ? '' : ` (${REASONS[reason] ?? reason})`);

/** What the program says, in French. */
export const fr: Texts = {
  noSuchFile: ({ file }) => `${file} n’existe pas. Vérifiez le nom et le dossier.`,
  mayNotRead: ({ file }) => `Vous n’avez pas le droit de lire ${file}. Demandez l’accès en lecture à ce fichier.`,
  isFolder: ({ file }) => `${file} est un dossier. Indiquez le fichier du flux.`,
  cannotReadFile: ({ file, reason }) =>
    `${file} ne peut pas être lu${because(reason)}. Réessayez, ou essayez avec une copie.`,
  cannotWriteFile: ({ file, reason }) =>
    `${file} ne peut pas être écrit${because(reason)}. Choisissez un autre endroit avec -o.`,
  noOrganisations: ({ file }) =>
    `${file} n’est pas une liste d’organismes. Écrivez du JSON comme [{ "id": "SKJ", "name": "Stichting Kwaliteitsregister Jeugd" }], avec 1000 organismes au plus.`,
  urlInvalid: ({ url }) =>
    `${url} n’est pas l’adresse d’un flux. Indiquez-en une qui commence par https:// ou http://.`,
  urlUnreachable: ({ url, reason }) =>
    `${url} est injoignable${because(reason)}. Vérifiez l’adresse et votre connexion.`,
  urlRefused: ({ url, status }) =>
    `${url} a renvoyé le code d’erreur ${status} au lieu d’un flux. Ouvrez l’adresse dans un navigateur pour voir pourquoi.`,
  urlRedirects: ({ url, most }) =>
    `${url} redirige plus de ${most} fois. Indiquez l’adresse où se trouve le flux lui-même.`,
  urlTooSlow: ({ url }) => `${url} ne répond plus. Réessayez plus tard.`,
  urlTooLarge: ({ url, gigabytes }) =>
    `Le flux à l’adresse ${url} dépasse ${gigabytes} Go. Téléchargez vous-même le fichier et indiquez-le ici.`,
  unreadableAt: ({ file, line, column, why }) =>
    `${file} ne peut pas être lu à partir de la ligne ${line}:${column}. ${why}`,
  trainerFeed: 'C’est un flux de formateurs. Ajoutez --trainers.',
  stopped: 'Arrêté.',
  outputFailed: ({ code }) =>
    `La sortie ne peut pas être écrite${because(code)}. Libérez de l’espace, ou écrivez-la ailleurs.`,
  failed: ({ reason }) => `Une erreur inattendue s’est produite : ${reason}`,

  products: (value) => count(value, 'produit', 'produits'),
  trainers: (value) => count(value, 'formateur', 'formateurs'),
  errors: (value) => count(value, 'erreur', 'erreurs'),
  warnings: (value) => count(value, 'avertissement', 'avertissements'),
  number: (value) => numbers.format(value),

  headingErrors: 'Erreurs : ces éléments ne sont pas importés',
  headingWarnings: 'Avertissements',
  moreOfThis: (value) => `encore ${numbers.format(value)} fois`,
  summary: ({ items, errors, warnings }) => `Lecture de ${items} : ${errors}, ${warnings}.`,
  allGood: ({ items }) => `Lecture de ${items} : tout est correct.`,
  difference: (counts) =>
    `Par rapport au flux précédent, nouveaux : ${numbers.format(counts.create)}, modifiés : ${numbers.format(counts.update)}, ` +
    `à supprimer : ${numbers.format(counts.delete)}.`,
  otherFinding: ({ path }) =>
    path === ''
      ? 'La valeur de ce produit ne peut pas être enregistrée. Vérifiez-la.'
      : `La valeur de ${path} ne peut pas être enregistrée. Vérifiez-la.`,
  unchanged: (value) => `sans changement : ${numbers.format(value)}`,

  actions: {
    create: (value) => count(value, 'nouveau', 'nouveaux'),
    update: (value) => count(value, 'modifié', 'modifiés'),
    restore: (value) => count(value, 'rétabli', 'rétablis'),
    delete: (value) => `${numbers.format(value)} à supprimer`,
    invite: (value) => `${count(value, 'formateur', 'formateurs')} à inviter`,
  },
  changed: ({ field, from, to }) => `${field} : ${from} devient ${to}`,
  nothing: 'rien',
  nothingToDo: 'Il n’y a rien à faire : tout est déjà conforme au flux.',
  nothingImportable: (value) =>
    `Rien ne peut être importé : ${count(value, 'produit comporte', 'produits comportent')} une erreur. Vérifiez le flux : enrollkit feed check.`,
  enrollments: ({ total, open }) =>
    total === 0
      ? 'aucune inscription'
      : `${count(total, 'inscription', 'inscriptions')}, dont ${numbers.format(open)} en cours`,
  newId: ({ id, name }) =>
    `c’est peut-être ${id} (« ${name} ») sous un nouvel ID : dans ce cas, ne le supprimez pas, et gardez l’ID`,
  newIds: (value) =>
    `${count(value, 'produit semble avoir seulement changé d’ID. Ce qui lui est rattaché', 'produits semblent avoir seulement changé d’ID. Ce qui leur est rattaché')} est conservé, sauf si vous appliquez le plan avec --new-ids replace.`,
  unknownMissing: (value) =>
    `${count(value, 'produit est absent et n’est pas supprimé', 'produits sont absents et ne sont pas supprimés')} : un produit du flux est illisible.`,
  heldHere: ({ percentage, most }) =>
    `Cela supprimerait ${numbers.format(percentage)} % de ce qui existait, et un import s’arrête au-delà de ${numbers.format(most)} %. Si c’est bien voulu, importez avec --max-delete.`,
  productsNotBookable: (value) =>
    count(
      value,
      'produit n’est pas ouvert aux inscriptions et a été omis.',
      'produits ne sont pas ouverts aux inscriptions et ont été omis.',
    ),
  leftOut: (value) =>
    count(
      value,
      'produit avec une erreur est exclu de l’import et n’est pas supprimé.',
      'produits avec une erreur sont exclus de l’import et ne sont pas supprimés.',
    ),
  moreSteps: (value) => `et encore ${numbers.format(value)}`,

  uploading: 'dépôt',
  planning: 'comparaison',
  applying: 'application',
  held: ({ percentage, most, enrollments, command }) =>
    `Cet import supprime ${numbers.format(percentage)} % de ce qui existe, et la limite est de ${numbers.format(most)} %. ` +
    `${enrollments === undefined ? '' : `Ce qui disparaît compte ${enrollments}. `}Si c’est bien voulu, exécutez : ${command}`,
  importFailed: ({ why }) => `L’import n’a pas pu continuer. ${why}`,
  importCancelled: 'L’import a été annulé. Recommencez avec le même fichier.',
  importDone: ({ applied }) => `Terminé : ${count(applied, 'modification appliquée', 'modifications appliquées')}.`,
  waiting: ({ command }) => `Le plan est prêt et rien n’a encore changé. Pour l’appliquer : ${command}`,
  goOn: ({ command }) => `Le serveur continue tout seul. Pour le suivre à nouveau : ${command}`,
  uploadStopped: 'Le dépôt a été arrêté et rien n’a changé. Recommencez avec le même fichier.',
  sendsAgain: ({ seconds }) =>
    `Le serveur ne peut pas recevoir le flux maintenant. Nouvel envoi dans ${seconds}\u00a0s.`,
  applyQuestion: 'Appliquer ? [o/N] ',
  isYes: (answer) => /^\s*(o|oui|y|yes)\s*$/i.test(answer),
  needsAnswer:
    'Personne ne peut répondre ici. Ajoutez --yes pour appliquer, ou --plan-only pour voir seulement le plan.',
  noToken:
    'Il n’y a pas de clé. Mettez-la dans la variable d’environnement ENROLLKIT_TOKEN, ou indiquez un fichier avec --token-file.',
  unencrypted: ({ url }) =>
    `La clé est envoyée à ${url} sans chiffrement. Utilisez une adresse qui commence par https://.`,
  emptyToken: ({ file }) => `Il n’y a pas de clé dans ${file}. Mettez-la seule sur la première ligne.`,
  serverUnreachable: ({ url, reason }) =>
    `Le serveur ${url} est injoignable${because(reason)}. Vérifiez l’adresse et votre connexion.`,
  serverRefused: ({ status, why }) => `Le serveur refuse cette demande (${status}). ${why}`,
  serverUnknown: ({ url }) => `${url} ne répond pas comme un serveur Enrollkit. Vérifiez l’adresse.`,
  alreadyRunning: ({ id }) =>
    `Un import est déjà en cours. Suivez-le avec --resume ${id}, ou attendez qu’il soit terminé.`,
  notAuthorized: 'Le serveur ne connaît pas cette clé, ou elle a expiré. Créez une nouvelle clé et réessayez.',

  written: ({ items, file }) => `Écriture de ${items} dans ${file}.`,
  notWritten: ({ products: lostProducts, values, file }) =>
    `${file} n’a pas été remplacé : ${count(lostProducts, 'produit', 'produits')} et ${count(values, 'valeur', 'valeurs')} seraient perdus. Choisissez un autre fichier avec -o.`,
  lostFromFile: ({ count: value }) =>
    `${count(value, 'élément n’a pas été conservé', 'éléments n’ont pas été conservés')} :`,
  leftOutOfFile: ({ count: value }) =>
    `${count(value, 'produit a été omis', 'produits ont été omis')} en raison d’une erreur :`,
  converted: ({ count: value, format }) => `${count(value, 'produit converti', 'produits convertis')} pour ${format}.`,
  convertedTogether: ({ count: value, format }) =>
    `${count(value, 'enregistrement', 'enregistrements')} pour ${format}, à partir de tous les produits.`,
  conversionRefused: ({ count: value, format }) =>
    `${format} refuserait ${count(value, 'produit, qui a été omis', 'produits, qui ont été omis')}.`,
  conversionItem: ({ why, id, more }) =>
    `${why} (${id}${more > 0 ? ` et ${count(more, 'autre produit', 'autres produits')}` : ''})`,
  leftOutItem: ({ id, line, why }) => `ligne ${line}${id === '' ? '' : `, ${id}`} : ${why}`,
};
