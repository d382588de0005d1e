/** What the Moodle plugin may write of each element. */
import { elementsForAuthors } from './elements-for-authors.js';

/**
 * @param {object} manifest What `publicManifest` gave
 * @returns {Record<string, string>} Files of the plugin by path
 */
export function moodleElements(manifest) {
  const table = Object.entries(elementsForAuthors(manifest)).map(([tag, { attributes }]) => [tag, { attributes }]);
  return { 'elements.json': JSON.stringify(Object.fromEntries(table)) };
}
