import { attributeType } from './template-types.js';

/**
 * A React component for each element, on `@lit/react`: properties are set as properties and events have listener props, in
 * React 18 and 19, also after a server has rendered the page.
 *
 * @param {object} manifest What `publicManifest` gave
 * @returns {Record<string, string>} Sources by file name
 */
export function reactComponents(manifest) {
  const elements = manifest.modules.map(({ declarations: [element] }) => element);
  const files = Object.fromEntries(elements.map((element) => [`${element.tagName}.ts`, componentOf(element)]));
  const exported = elements.map(({ tagName }) => `export * from './${tagName}.js';`);
  return {
    ...files,
    'index.ts': `'use client';
${HEADER}
${exported.join('\n')}
export type * from './intrinsic-elements.js';
`,
  };
}

const HEADER = '// Generated from the elements by `npm run manifest`.';

function componentOf({ tagName, name, summary, members, attributes, events }) {
  const details = [...new Set(events.map(detailOf))];
  const element = `${name}Element`;
  const props = members
    .filter(({ kind, readonly }) => kind === 'field' && !readonly)
    .map((member) => `${doc(member)}  ${member.name}?: ${element}['${member.name}'] | undefined;`);
  // What can be read as a property and written as an attribute, as `form` of any control.
  const written = attributes
    .filter((attribute) => members.some((member) => member.readonly && member.name === attribute.name))
    .map((attribute) => `${doc(attribute)}  ${attribute.name}?: ${attributeType(attribute)} | undefined;`);
  const listeners = events.map(
    (event) => `${doc(event)}  ${listenerOf(event)}?: ((event: ${typeOf(event)}) => void) | undefined;`,
  );
  const names = events.map((event) => `    ${listenerOf(event)}: '${event.name}' as EventName<${typeOf(event)}>,`);
  const types = events.map((event) => `export type ${listenerOf(event).slice(2)}Event = ${typeOf(event)};`);
  const own = [...props, ...written, ...listeners].join('\n');

  return `'use client';
${HEADER}
import { createComponent${events.length > 0 ? ', type EventName' : ''} } from '@lit/react';
import * as React from 'react';
import { ${name} as ${element}${details.length > 0 ? `, type ${details.join(', type ')}` : ''} } from '../${tagName}/define.js';

${types.join('\n')}

interface OwnProps {
${own}
}

/** What \`<${name}>\` takes beside what every HTML element does. */
export interface ${name}Props extends OwnProps, Omit<React.HTMLAttributes<${element}>, keyof OwnProps> {}

/** ${summary} */
export const ${name} = createComponent({
  react: React,
  tagName: '${tagName}',
  elementClass: ${element},
  displayName: '${name}',
${names.length > 0 ? `  events: {\n${names.join('\n')}\n  },` : ''}
}) as ${written.length > 0 ? 'unknown as ' : ''}React.ForwardRefExoticComponent<${name}Props & React.RefAttributes<${element}>>;
`;
}

/** `ek-status-changed` is heard as `onStatusChanged`. */
function listenerOf({ name }) {
  const words = name.replace(/^ek-/, '').split('-');
  return `on${words.map((word) => word[0].toUpperCase() + word.slice(1)).join('')}`;
}

function detailOf({ type }) {
  return /^CustomEvent<(\w+)>$/.exec(type.text)[1];
}

function typeOf(event) {
  return `CustomEvent<${detailOf(event)}>`;
}

function doc({ description }) {
  return description ? `\n  /** ${description.replaceAll(/\s+/g, ' ')} */\n` : '';
}
