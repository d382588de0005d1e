import type { Counted, FeedCheckTerms } from '../feed-check.js';

const many = ({ count, text }: Counted, one: string, more: string): string => `${text} ${count < 2 ? one : more}`;
const products = (counted: Counted): string => many(counted, 'produit', 'produits');
const trainers = (counted: Counted): string => many(counted, 'formateur', 'formateurs');
const errors = (counted: Counted): string => many(counted, 'erreur', 'erreurs');
const warnings = (counted: Counted): string => many(counted, 'avertissement', 'avertissements');

export const fr: FeedCheckTerms = {
  heading: 'Vérifier un flux de produits',
  of: {
    products: {
      count: products,
      checked: (checked) => `${products(checked)} ${checked.count < 2 ? 'vérifié' : 'vérifiés'}`,
      errorsNote: 'Un produit qui comporte une erreur ne peut pas être importé.',
      warningsNote:
        'Tous les produits peuvent être importés. Les avertissements indiquent ce qui pourrait être amélioré.',
      leftOut: (left) =>
        left.count < 2
          ? `${left.text} produit avec des erreurs ne figure pas dans le flux corrigé. Corrigez-le d’abord : importer ce flux en entier le supprimerait.`
          : `${left.text} produits avec des erreurs ne figurent pas dans le flux corrigé. Corrigez-les d’abord : importer ce flux en entier les supprimerait.`,
      each: 'Par produit',
    },
    trainers: {
      count: trainers,
      checked: (checked) => `${trainers(checked)} ${checked.count < 2 ? 'vérifié' : 'vérifiés'}`,
      errorsNote: 'Un formateur dont les données comportent une erreur ne peut pas être importé.',
      warningsNote:
        'Tous les formateurs peuvent être importés. Les avertissements indiquent ce qui pourrait être amélioré.',
      leftOut: (left) =>
        left.count < 2
          ? `${left.text} formateur avec des erreurs ne figure pas dans le flux corrigé. Corrigez d’abord les erreurs.`
          : `${left.text} formateurs avec des erreurs ne figurent pas dans le flux corrigé. Corrigez d’abord les erreurs.`,
      each: 'Par formateur',
    },
  },

  drop: 'Déposez le flux de produits ici',
  orChoose: 'ou choisissez un fichier',
  limits: (maxSize) => `XML, aussi compressé en .gz, ${maxSize} maximum`,
  staysHere: 'Le flux reste dans ce navigateur. Rien n’est envoyé.',
  otherWays: 'Coller un texte ou indiquer une adresse web',
  text: 'Texte du flux',
  checkText: 'Vérifier le texte',
  address: 'Adresse web du flux',
  fetchAddress: 'Récupérer et vérifier',
  pastedName: 'Texte collé',
  mode: 'Mode de vérification',
  tolerant: 'Comme le lisent les programmes d’import',
  tolerantNote: 'Ce qu’un programme d’import résout lui-même est un avertissement.',
  strict: 'Exactement selon le schéma',
  strictNote: 'Tout écart par rapport au schéma est une erreur.',

  encoding: 'Encodage des caractères',
  encodingOfFeed: 'Celui qu’indique le flux',

  fetching: (name) => `Récupération de ${name}`,
  checking: (name) => `Vérification de ${name}`,
  readOf: (read, total) => `${read} sur ${total}`,
  stop: 'Arrêter',
  stopped: (name) => `La vérification de ${name} a été arrêtée.`,
  again: 'Vérifier à nouveau',

  clean: 'Ce flux est correct.',
  found: (foundErrors, foundWarnings) =>
    [foundErrors.count > 0 && errors(foundErrors), foundWarnings.count > 0 && warnings(foundWarnings)]
      .filter(Boolean)
      .join(' et '),
  incomplete: 'Le flux n’a pas pu être lu jusqu’à la fin.',
  nothingRead: 'Ce contenu n’a pas pu être lu comme un flux de produits.',
  onPage:
    'La vérification n’a pas pu se faire en arrière-plan. Elle s’est faite dans la page elle-même et a duré plus longtemps.',

  saveFindings: 'Télécharger les constats (CSV)',
  saveRepaired: 'Télécharger le flux corrigé (XML)',
  saving: 'Création du fichier',
  saved: 'Le fichier est en cours de téléchargement.',
  lost: (things) => `${many(things, 'élément ne figure', 'éléments ne figurent')} pas dans le flux corrigé :`,
  saveFailed: 'Le fichier n’a pas pu être créé. Vérifiez à nouveau le flux, puis réessayez.',
  findingsFile: (name) => `${name}-constats`,
  repairedFile: (name) => `${name}-corrige`,

  findings: 'Constats',
  filterFindings: 'Filtrer les constats',
  groupBy: 'Regrouper',
  byKind: 'Par type',
  severity: 'Gravité',
  everySeverity: 'Tous',
  onlyErrors: 'Erreurs seulement',
  onlyWarnings: 'Avertissements seulement',
  kind: 'Type',
  everyKind: 'Tous les types',
  search: 'Rechercher',
  noMatch: 'Aucun constat ne correspond à ces filtres.',
  clearFilter: 'Tout afficher',
  matches: (groups) => many(groups, 'groupe', 'groupes'),
  firstOnly: (findings) => `Voici les ${findings} premiers constats. Le fichier CSV les contient tous.`,
  error: 'Erreur',
  warning: 'Avertissement',
  errors,
  warnings,
  place: (line, column) => `Ligne ${line}, caractère ${column}`,
  atLine: (line) => `À partir de la ligne ${line}`,
  productId: (id) => `ID ${id}`,
  more: 'Afficher plus',
  shownOf: (shown, total) => `${shown} sur ${total}`,

  prices: 'Prix',
  findProduct: 'Rechercher par nom ou ID',
  product: 'Produit',
  noProduct: 'Aucun produit trouvé. Faites une autre recherche.',
  noPrice: 'Ce prix ne peut pas être calculé. Corrigez d’abord les erreurs de ce produit.',

  compare: 'Comparer avec le flux précédent',
  compareNote: 'Voyez à l’avance ce qu’un import ajouterait, modifierait et supprimerait.',
  dropPrevious: 'Déposez le flux précédent ici',
  comparing: (name) => `Comparaison avec ${name}`,
  comparedWith: (name) => `Comparé avec ${name}`,
  difference: (create, update, gone) => `Nouveaux : ${create}, modifiés : ${update}, à supprimer : ${gone.text}`,
  noDifference: 'Les flux sont identiques. Un import ne changerait rien.',
  unchanged: (unchanged) => `${products(unchanged)} sans changement`,
  created: (created) => `Nouveaux (${created})`,
  updated: (updated) => `Modifiés (${updated})`,
  deleted: (deleted) => `À supprimer (${deleted})`,
  fields: {
    name: 'nom',
    description: 'description',
    language: 'langue',
    productType: 'type de produit',
    courseType: 'type de formation',
    level: 'niveau',
    price: 'prix',
    additionalCosts: 'frais supplémentaires',
    discounts: 'remises',
    priceInfo: 'précision sur le prix',
    startingDates: 'dates de début',
    maxParticipants: 'nombre maximal de participants',
    participantsByAgreement: 'nombre de participants à convenir',
    duration: 'durée',
    durationByAgreement: 'durée à convenir',
    studyLoad: 'charge de travail',
    runtime: 'durée totale',
    completion: 'validation',
    moments: 'horaires',
    regions: 'régions',
    trainerEmails: 'formateurs',
    contactPerson: 'personne à contacter',
    webAddress: 'adresse web',
    pdfBrochureUrl: 'brochure',
    imageUrls: 'images',
    videoUrl: 'vidéo',
    extraInstructionsAfterBooking: 'consignes après l’inscription',
    allowedSites: 'sites autorisés',
    purpose: 'objectif',
    costPlacements: 'qui paie',
    pePoints: 'points de formation continue',
    crohoId: 'numéro CROHO',
    creboId: 'numéro Crebo',
    ltiParams: 'paramètres LTI',
  },

  neighbours: 'Ce flux dans d’autres systèmes',
  neighboursNote: 'Voyez ce qu’EDU-DEX ou l’Open Education API refuserait, et ce qui se perd dans la conversion.',
  lookFor: (neighbour) => `Vérifier pour ${neighbour}`,
  wouldTake: (neighbour, taken, refused) =>
    `${neighbour} accepterait ${products(taken)}` + (refused.count > 0 ? ` et refuserait ${products(refused)}` : ''),

  announceStarted: (name) => `La vérification de ${name} a commencé.`,
  problems: {
    'not-configured': 'Les flux ne peuvent pas être vérifiés ici. Prévenez l’administrateur de la page.',
    'file-is-folder': 'C’est un dossier. Choisissez le fichier qu’il contient.',
    'file-empty': 'Ce fichier est vide. Choisissez un autre fichier.',
    'text-empty': 'Il n’y a pas encore de texte. Collez le flux dans le champ.',
    'too-large': ({ maxSize }) => `Ce flux dépasse ${maxSize}. Choisissez un flux plus petit, ou divisez-le.`,
    unreadable: 'Ce fichier n’est plus lisible. Il a été déplacé ou modifié : choisissez-le à nouveau.',
    'broken-archive':
      'Ce fichier .gz est endommagé. Compressez à nouveau le flux, ou choisissez le fichier XML lui-même.',
    'not-a-feed':
      'Ce fichier ne peut pas être lu comme un flux de produits. Choisissez le fichier XML du flux précédent.',
    'bad-address': 'Ce n’est pas une adresse web. Indiquez l’adresse complète, précédée de https://.',
    unreachable:
      'Le flux ne peut pas être récupéré depuis cette page : l’adresse est erronée, ou le site ne le permet pas (CORS). ' +
      'Ouvrez l’adresse dans un nouvel onglet, enregistrez le flux et choisissez ici le fichier.',
    'http-status': ({ status }) =>
      `Le site n’a pas fourni le flux (code d’erreur ${status}). Vérifiez l’adresse, ou enregistrez le flux et choisissez ici le fichier.`,
    offline: 'Il n’y a pas de connexion Internet. Vérifiez votre connexion, ou choisissez un fichier.',
    internal: 'La vérification a échoué. Réessayez.',
  },
};
