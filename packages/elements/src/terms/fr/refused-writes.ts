import type { RefusedWritesTerms } from '../refused-writes.js';

export const fr: RefusedWritesTerms = {
  heading: ({ text, count }) =>
    count < 2 ? `${text} modification n’a pas été enregistrée` : `${text} modifications n’ont pas été enregistrées`,
  explanation: 'Ce choix a été fait sans connexion. Le serveur l’a refusé ensuite.',
  status: (name, status) => `${name} : ${status}`,
  cancellation: (name) => `${name} : annuler l’inscription`,
  certificate: (name, file) => `${name} : certificat ${file}`,
  someone: 'Participant inconnu',
  keptOn: (day) => `Choisi le ${day}.`,
  theirs: (status) => `Entre-temps, quelqu’un d’autre a choisi « ${status} ».`,
  gone: 'Cette inscription est introuvable.',
  notAllowed: 'Cette inscription ne le permet plus. Vérifiez où elle en est.',
  fileRefused: 'Le serveur n’accepte pas ce fichier. Consultez l’inscription et envoyez un autre fichier.',
  fileAgain: 'Cela se fait dans l’inscription elle-même.',
  tooOld:
    'Ce choix a été conservé trop longtemps pour être encore envoyé. Vérifiez où en est l’inscription et choisissez à nouveau si nécessaire.',
  anyway: (status) => `« ${status} » malgré tout`,
  letGo: 'Laisser tel quel',
  letFileGo: 'Ne pas envoyer',
  about: (button, what) => `${button} : ${what}`,
  more: (text) => `Afficher plus (encore ${text})`,
  allSeen: 'Tout a été vu.',
};
