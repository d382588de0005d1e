/** What the Moodle plugin may write of each element. */
import { elementsForAuthors } from './elements-for-authors.js';

/** Who checks a feed is at no course. */
const NOT_IN_COURSES = new Set(['feed-check']);

/**
 * @param {object} manifest What `publicManifest` gave
 * @returns {Record<string, string>} Files of the plugin by path
 */
export function moodleElements(manifest) {
  const table = Object.entries(elementsForAuthors(manifest))
    .filter(([tag]) => !NOT_IN_COURSES.has(tag))
    .map(([tag, { attributes }]) => [tag, { attributes }]);
  return { 'elements.json': JSON.stringify(Object.fromEntries(table)) };
}
