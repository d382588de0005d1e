/**
 * What a language model that writes code for a host has to know, as `llms.txt` has it: what each element is for, with its
 * attributes, properties, events, slots and parts.
 *
 * @param {object} manifest What `publicManifest` gave
 * @returns {string} Markdown
 */
export function llmsText(manifest) {
  const elements = manifest.modules.map(({ path, declarations: [element] }) => describe(path, element));
  return `# Enrollkit

> Custom elements for training providers and LMS plugins: participation status, certificates, prices, starting dates and booking. They work in any page and any framework, speak Dutch, English, German and French, and read from a backend that the page hands in.

- A backend is \`<enrollkit-backend type="indexeddb|rest">\` around the elements, or \`setDefaultBackend(object)\` with only the methods that the elements use.
- \`import '@enrollkit/elements/TAG.js'\` registers one element. A script tag: \`@enrollkit/embed\`.
- React: \`import { EnrollmentStatus } from '@enrollkit/elements/react'\`. Angular: the same name from \`@enrollkit/elements/angular\`, in \`imports\` of a component. Types for Vue, Svelte, Solid: \`@enrollkit/elements/vue\` and so on.
- Boolean attributes are there or not. Objects are properties, not attributes. Events bubble and carry a typed \`detail\`.
- Money is integer minor units (\`amountMinor\`), days are \`yyyy-mm-dd\`, moments ISO 8601 in UTC.

${elements.join('\n\n')}
`;
}

function describe(
  path,
  { tagName, name, summary, description, attributes, members, events, slots = [], cssParts = [], cssProperties = [] },
) {
  const properties = members.filter(({ kind, readonly, attribute }) => kind === 'field' && !readonly && !attribute);
  return [
    `## <${tagName}>`,
    `${summary ?? description ?? ''} Module \`@enrollkit/elements/${path}\`, class \`${name}\`.`,
    list(
      'Attributes',
      attributes.map((entry) => [`${entry.name}${typed(entry)}`, entry.description]),
    ),
    list(
      'Properties',
      properties.map((entry) => [`.${entry.name}${typed(entry)}`, entry.description]),
    ),
    list(
      'Events',
      events.map((entry) => [`${entry.name}${typed(entry)}`, entry.description]),
    ),
    list(
      'Slots',
      slots.map((entry) => [entry.name || 'default', entry.description]),
    ),
    list(
      'Parts',
      [[cssParts.map((entry) => entry.name).join(' ')]].filter(([names]) => names),
    ),
    list(
      'CSS properties',
      [[cssProperties.map((entry) => entry.name).join(' ')]].filter(([names]) => names),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const typed = ({ type }) => (type ? `: ${type.text.replaceAll(/\s+/g, ' ')}` : '');

function list(heading, entries) {
  if (entries.length === 0) return '';
  const lines = entries.map(([what, why]) => `- \`${what}\`${why ? `: ${why.replaceAll(/\s+/g, ' ')}` : ''}`);
  return `${heading}:\n\n${lines.join('\n')}`;
}
