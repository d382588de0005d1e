/** What the plugins for WordPress and Moodle let an author choose of each element, so that they need no lists of their own. */

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
  'selected-start',
  'value',
]);

/** The plugin's own to write. */
const BACKEND = 'enrollkit-backend';

/** Elements that show something without any id. */
const WITHOUT_ID = new Set(['certificate-list', 'enrollment-roster']);

/**
 * @param {object} manifest What `publicManifest` gave
 * @returns {Record<string, { title: string, description: string, attributes: object }>} By tag
 */
export function elementsForAuthors(manifest) {
  const elements = manifest.modules
    .map(({ declarations: [element] }) => element)
    .filter(({ tagName }) => tagName !== BACKEND);
  return Object.fromEntries(elements.map((element) => [element.tagName, describe(element)]));
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
