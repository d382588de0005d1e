import type { FileFormTerms } from '../file-upload.js';

export const nl: FileFormTerms = {
  orChoose: 'of kies een bestand',
  limits: ({ accepted, maxSize }) => `${accepted}, tot ${maxSize}`,
  upload: 'Uploaden',
  forFile: (action, name) => `${action}: ${name}`,
  announceRemoved: (name) => `${name} is verwijderd.`,
};
