import { attributeType } from './template-types.js';

/**
 * JSX types of the tags themselves, for React 19 and later, which sets properties of custom elements and listens to their
 * events by name. On a page that a server has rendered it does neither: that is what the components are for.
 *
 * @param {object} manifest What `publicManifest` gave
 */
export function reactTypes(manifest) {
  const elements = manifest.modules.map(({ path, declarations: [element] }) => ({ path, ...element }));
  const imports = elements.map(
    ({ path, name, events }) =>
      `import type { ${[name, ...new Set(events.map(detailType).filter(Boolean))].join(', ')} } from '../${path.replace(/\.js$/, '')}/define.js';`,
  );
  const tags = elements.map(({ tagName, ...element }) => `'${tagName}': ${propsOf(element)};`);

  return `// Generated from the elements by \`npm run manifest\`.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports.join('\n')}

type ElementProps<Element, Own> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Own> & { class?: string | undefined } & Own;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      ${tags.join('\n')}
    }
  }
}
`;
}

function propsOf({ name, members, attributes, events }) {
  const properties = members
    .filter(({ kind, readonly }) => kind === 'field' && !readonly)
    .map((member) => `${doc(member)}${member.name}?: ${name}['${member.name}'] | undefined;`);
  const spelledApart = attributes
    .filter((attribute) => !members.some((member) => !member.readonly && member.name === attribute.name))
    .map((attribute) => `${doc(attribute)}'${attribute.name}'?: ${attributeType(attribute)} | undefined;`);
  const listeners = events.map(
    (event) => `${doc(event)}'on${event.name}'?: ((event: ${event.type.text}) => void) | undefined;`,
  );
  return `ElementProps<${name}, { ${[...properties, ...spelledApart, ...listeners].join('\n')} }>`;
}

function detailType({ type }) {
  return /^CustomEvent<(\w+)>$/.exec(type?.text ?? '')?.[1];
}

function doc({ description }) {
  return description ? `\n/** ${description.replaceAll(/\s+/g, ' ')} */\n` : '';
}
