import type { EnrollmentRosterTerms } from '../enrollment-roster.js';
import type { Counted } from '../feed-check.js';

const people = ({ count, text }: Counted): string => `${text} ${count < 2 ? 'participant' : 'participants'}`;

export const fr: EnrollmentRosterTerms = {
  label: 'Participants',
  fields: {
    participant: 'Participant',
    status: 'Statut',
    next: 'Prochaine étape',
    start: 'Dates',
    certificate: 'Certificat',
    invoice: 'Facture',
    booked: 'Inscription',
    changed: 'Modification',
  },
  none: 'aucun élément',
  participants: people,
  shownOf: (shown, total) => `${shown} sur ${total}`,
  empty: 'Il n’y a pas encore de participants. Dès que quelqu’un s’inscrit, son nom apparaît ici.',
  noMatch: 'Aucun participant ne correspond à ces filtres.',
  clearFilters: 'Effacer les filtres',

  toRows: 'Aller à la liste',
  search: 'Rechercher',
  searchHint: 'Nom, e-mail ou numéro',
  statusFilter: 'Statut',
  everyStatus: 'Tous les statuts',
  startFilter: 'Session',
  everyStart: 'Toutes les sessions',
  missingFilter: 'Élément manquant',
  nothingMissing: 'Peu importe',
  missing: { certificate: 'Certificat', invoice: 'Facture' },
  endsBefore: 'Se termine avant le',
  moreFilters: 'Plus de filtres',
  order: 'Trier par',
  ascending: (field) => `${field}, croissant`,
  descending: (field) => `${field}, décroissant`,
  todo: 'À faire',
  tasks: {
    decision: 'Demandes',
    invoice: 'En attente de facture',
    certificate: 'Passé, pas encore de certificat',
    verification: 'Certification pas encore validée',
  },

  export: 'Exporter',
  import: 'Importer',
  print: 'Imprimer',
  exported: (count) => `Export terminé : ${people(count)}.`,
  fileName: 'participants',
  csv: {
    headings: {
      id: 'Numéro d’inscription',
      name: 'Nom',
      email: 'Adresse e-mail',
      externalId: 'Référence',
      employerId: 'Employeur',
      startDate: 'Date de début',
      endDate: 'Date de fin',
      bookingState: 'Inscription',
      status: 'Statut',
      note: 'Note',
      invoiceUploadedAt: 'Facture',
      certificateUploadedAt: 'Certificat',
    },
    states: {
      requested: 'Demandé',
      accepted: 'Accepté',
      declined: 'Refusé',
      cancelled: 'Annulé',
      withdrawn: 'Rétracté',
    },
  },
  importTitle: 'Importer des statuts',
  importHint:
    'Choisissez un fichier CSV dont chaque ligne contient un numéro d’inscription, une référence ou une adresse e-\u2060mail, et un statut. Une colonne de notes est possible. Rien ne change tant que vous n’avez pas confirmé ci-dessous.',
  importFile: 'Fichier (CSV)',
  moreThan: (count) => `plus de ${count}`,
  importWorkbook:
    'Ce fichier est un classeur et non une liste. Enregistrez-le dans Excel au format « CSV UTF-8 » et choisissez ce fichier.',
  importTooLarge: (most) => `Ce fichier dépasse ${most}. Divisez-le en listes plus petites.`,
  importSummary: (change, same, refused) =>
    `À modifier : ${change.text}, déjà bons : ${same.text}, impossibles à traiter : ${refused.text}.`,
  importApply: (change) => `Modifier ${people(change)}`,
  importLine: 'Ligne',
  importSame: (status) => `Est déjà « ${status} »`,
  importChange: (from, to) => `${from} devient ${to}`,
  importMore: (left) => `Et ${left.text} ${left.count < 2 ? 'autre ligne' : 'autres lignes'}.`,
  importIssues: {
    'list-without-columns': () =>
      'Ce fichier ne montre pas de qui il s’agit ni quel est le statut. Donnez un titre aux colonnes, par exemple Adresse e-mail et Statut.',
    'list-too-long': ({ number }) => `La liste compte plus de ${number} lignes. Divisez-la en listes plus petites.`,
    'list-quote-unclosed': ({ number }) =>
      `À la ligne ${number}, un texte commence par un guillemet qui ne se ferme nulle part. Supprimez-le ou fermez le texte.`,
    'row-without-person': () =>
      'Cette ligne ne dit pas de qui il s’agit. Indiquez un numéro d’inscription, une référence ou une adresse e-mail.',
    'row-without-status': () => 'Il manque le statut. Indiquez un statut.',
    'status-unknown': ({ value }) =>
      `« ${value} » n’est pas un statut. Écrivez par exemple « Terminé » ou « Absence ».`,
    'status-not-by-hand': ({ status }) =>
      `Le statut « ${status} » ne peut pas être défini par une liste. Choisissez-en un autre.`,
    'note-too-long': ({ number }) => `La note est trop longue. Limitez-la à ${number} caractères.`,
    'person-unknown': ({ value }) =>
      `Personne dans cette liste ne correspond à « ${value} ». Vérifiez que c’est la bonne session.`,
    'person-ambiguous': ({ value, number }) =>
      `« ${value} » correspond à ${number} inscriptions. Utilisez le numéro d’inscription.`,
    'person-contradiction': ({ value }) =>
      `« ${value} » appartient à quelqu’un d’autre que le reste de cette ligne. Vérifiez si une colonne a été triée sans les autres.`,
    'number-shortened': ({ value }) =>
      `« ${value} » est un nombre abrégé. Mettez cette colonne en texte dans Excel et saisissez à nouveau les numéros.`,
    'person-named-before': ({ number }) =>
      `Figure aussi à la ligne ${number}, avec un autre statut. Gardez l’une des deux.`,
    'booking-without-status': () => 'Cette inscription est annulée ou pas encore acceptée, et n’a pas de statut.',
  },

  select: (name) => `Sélectionner ${name}`,
  selectAll: 'Tout sélectionner',
  clearSelection: 'Tout désélectionner',
  chosen: (count) => `Sélection : ${count}`,
  nobodyChosen: 'Aucune sélection',
  setStatus: 'Modifier le statut',
  restCompleted: (status) => `Passer les autres à « ${status} »`,
  keys: { enrolled: 'i', started: 'c', completed: 't', 'did-not-pass': 'n', 'no-show': 'a' },
  allKeys: 'Toutes les touches',
  keyHelp: {
    move: 'aller à une autre ligne',
    choose: 'sélectionner ou désélectionner une ligne',
    range: 'sélectionner des lignes à la suite',
    all: 'tout sélectionner',
    open: 'ouvrir les données',
    search: 'rechercher',
    undo: 'annuler la dernière modification',
    clear: 'tout désélectionner',
  },
  close: 'Fermer',

  noteFor: (status, who) => `${status} : ${who}. Note (facultative)`,
  noteReaders: 'Visible par l’organisme de formation, les RH et le participant.',
  charactersLeft: (count) => `Caractères restants : ${count}.`,
  saveWithNote: 'Enregistrer',

  marking: 'Enregistrement en cours',
  marked: (count, status) => `Passage à « ${status} » : ${people(count)}.`,
  markedOne: (name, status) => `${name} est maintenant à « ${status} ».`,
  listed: (count) => `Le statut de ${people(count)} a été modifié.`,
  undone: (count) => `Annulé pour ${people(count)}.`,
  nothingMarked: 'Rien n’a été modifié.',
  markQueued: (count) =>
    `La modification pour ${people(count)} est conservée dans ce navigateur et sera envoyée dès que la connexion sera rétablie.`,
  markFailed: (count) => `Échec pour ${people(count)}.`,
  kept: (count) =>
    count.count < 2
      ? `${people(count)} a déjà un résultat et le garde.`
      : `${people(count)} ont déjà un résultat et le gardent.`,
  overwrite: (status) => `Passer aussi à « ${status} »`,
  unable: (count) => `Le statut de ${people(count)} ne peut pas être modifié.`,
  undo: 'Annuler la modification',
  retryFailed: 'Réessayer les échecs',

  rowSaving: (status) => `Enregistrement de « ${status} »`,
  rowQueued: (status) => `${status}, dès que la connexion sera rétablie`,
  rowFailed: (status) => `« ${status} » n’a pas été enregistré.`,
  rowTheirs: (theirs, ours) => `Entre-temps, quelqu’un d’autre a choisi « ${theirs} » ; ici, « ${ours} » a été choisi.`,
  retryRow: 'Réessayer',
  anyway: (status) => `« ${status} » malgré tout`,
  letGo: 'Laisser tel quel',
  keepTheirs: (status) => `Garder « ${status} »`,

  open: (name) => `Données de ${name}`,
  details: 'Données',
  previous: 'Précédent',
  nextRow: 'Suivant',
  gone: 'Cette inscription ne figure plus dans la liste.',
  correct: 'Corriger les données',
  name: 'Nom',
  email: 'Adresse e-mail',
  employer: 'Employeur',
  reference: 'Référence',
  start: 'Session',
  save: 'Enregistrer',
  saving: 'Enregistrement en cours',
  saved: 'Les données sont enregistrées.',
  moveStart: 'Changer de session',
  moved: (start) => `Nouvelle session : ${start}.`,
  faults: {
    name: 'Saisissez un nom.',
    email: 'Ce n’est pas une adresse e-mail. Écrivez-la sous la forme nom@exemple.fr.',
    'too-long': 'C’est trop long. Raccourcissez le texte.',
  },
  corrections: 'Corrections',
  corrected: (field, from, to) => `${field} : ${from} est devenu ${to}`,
};
