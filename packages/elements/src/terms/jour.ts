import { frenchFirst } from '@enrollkit/core';

/** Le jour tel qu’il se lit dans une phrase : « le 1er novembre ». */
export const jour = (day: string): string => frenchFirst(day, 'fr');
