/** What the WordPress plugin knows of the elements, so that it needs no list of its own. */

/** Attributes that no author chooses: the form around the element, what people choose on the page, the language of the site. */
const NOT_FOR_AUTHORS = new Set([
  'address-name',
  'disabled',
  'form',
  'keys',
  'locale',
  'name',
  'required',
  'rules',
  'selected-costs',
  'value',
]);

/** Tags that are no block: the backend is the plugin's own to write, and the check of a feed asks no server. */
const NO_BLOCKS = new Set(['enrollkit-backend', 'feed-check']);

/** Elements that are in a file of their own. */
const FOR_GROUPS = new Set(['enrollment-roster', 'certificate-bundle']);

/** Elements that show something without any id. */
const WITHOUT_ID = new Set(['certificate-list', 'enrollment-roster']);

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
  const elements = manifest.modules
    .map(({ declarations: [element] }) => element)
    .filter(({ tagName }) => !NO_BLOCKS.has(tagName));
  const table = {
    ...Object.fromEntries(elements.map((element) => [element.tagName, describe(element)])),
    'my-bookings': MY_BOOKINGS,
  };
  const blocks = Object.entries(table).map(([tag, entry]) => [`blocks/${tag}/block.json`, blockOf(tag, entry)]);
  const withoutWords = Object.fromEntries(
    Object.entries(table).map(([tag, { title, attributes }]) => [tag, { title, attributes }]),
  );
  return { 'elements.json': JSON.stringify(withoutWords), ...Object.fromEntries(blocks) };
}

function describe({ tagName, summary, attributes }) {
  const shown = attributes.filter(({ name }) => !NOT_FOR_AUTHORS.has(name));
  const key = WITHOUT_ID.has(tagName) ? undefined : shown.find(({ name }) => name.endsWith('-id'))?.name;
  return {
    title: tagName.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase()),
    description: summary.replace(/\s+/g, ' '),
    attributes: Object.fromEntries(
      shown.map(({ name, type }) => [
        name,
        { ...typeOf(name, type?.text ?? 'string'), ...(name === key && { isKey: true }) },
      ]),
    ),
  };
}

function typeOf(name, text) {
  if (/\bboolean\b/.test(text)) return { type: 'boolean' };
  if (name === 'audience') return { type: 'string', options: ['standard', 'vat-exempt'] };
  const options = [...text.matchAll(/'([^']+)'/g)].map(([, option]) => option);
  return { type: 'string', ...(options.length > 0 && { options }) };
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
    script: FOR_GROUPS.has(tag) ? 'enrollkit-groups' : 'enrollkit',
    style: 'enrollkit',
  });
}
