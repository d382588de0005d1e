/** The blocks of the WordPress plugin. */
import { elementsForAuthors } from './elements-for-authors.js';

/** Elements that are in a file of their own, by the name that the plugin registers it under. */
const OWN_SCRIPTS = {
  'certificate-bundle': 'enrollkit-groups',
  'enrollment-roster': 'enrollkit-groups',
  'feed-check': 'enrollkit-feed',
};

const MY_BOOKINGS = {
  title: 'My bookings',
  description: 'The bookings of whoever is signed in, each with its status.',
  attributes: {},
};

/**
 * @param {object} manifest What `publicManifest` gave
 * @returns {Record<string, string>} Files of the plugin by path
 */
export function wordPressBlocks(manifest) {
  const table = { ...elementsForAuthors(manifest), 'my-bookings': MY_BOOKINGS };
  const blocks = Object.entries(table).map(([tag, entry]) => [`blocks/${tag}/block.json`, blockOf(tag, entry)]);
  const withoutWords = Object.fromEntries(
    Object.entries(table).map(([tag, { title, attributes }]) => [
      tag,
      { title, ...(tag in OWN_SCRIPTS && { script: OWN_SCRIPTS[tag] }), attributes },
    ]),
  );
  return { 'elements.json': JSON.stringify(withoutWords), ...Object.fromEntries(blocks) };
}

function blockOf(tag, { title, description, attributes }) {
  const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  return JSON.stringify({
    $schema: 'https://schemas.wp.org/trunk/block.json',
    apiVersion: 3,
    name: `enrollkit/${tag}`,
    title,
    category: 'enrollkit',
    icon: 'welcome-learn-more',
    description,
    keywords: ['course', 'enrollment', 'certificate'],
    textdomain: 'enrollkit',
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, { type }]) => [camel(name), { type }])),
    supports: { html: false, align: ['wide', 'full'], spacing: { margin: true, padding: true } },
    editorScript: 'enrollkit-editor',
    script: OWN_SCRIPTS[tag] ?? 'enrollkit',
    style: 'enrollkit',
  });
}
