/** Types with which frameworks check templates: a property, an attribute or an event that isn't there fails their compilers. */

/**
 * How each framework calls what a template may say of an element.
 *
 * @typedef {{
 *   imports: string,
 *   tags: (lines: readonly string[]) => string,
 *   tag: (tagName: string, element: string, props: string) => string,
 *   listeners: (event: string, type: string) => Record<string, string>,
 *   property?: (name: string) => string,
 * }} Framework
 */

/** @type {Readonly<Record<string, Framework>>} */
const FRAMEWORKS = {
  vue: {
    imports: "import type { DefineComponent, HTMLAttributes } from 'vue';",
    tags: (lines) => `declare module 'vue' { interface GlobalComponents { ${lines.join('\n')} } }`,
    tag: (tagName, element, props) => `'${tagName}': DefineComponent<HTMLAttributes & ${props}>;`,
    listeners: (event, type) => ({ [`on${pascal(event)}`]: `(event: ${type}) => void` }),
  },
  svelte: {
    imports: "import type { HTMLAttributes } from 'svelte/elements';",
    tags: (lines) => `declare module 'svelte/elements' { export interface SvelteHTMLElements { ${lines.join('\n')} } }`,
    tag: (tagName, element, props) => `'${tagName}': Omit<HTMLAttributes<${element}>, keyof ${props}> & ${props};`,
    listeners: (event, type) => ({
      [`on${event}`]: `(event: ${type}) => void`,
      [`on:${event}`]: `(event: ${type}) => void`,
    }),
  },
  solid: {
    imports: "import type { JSX } from 'solid-js';",
    tags: (lines) =>
      `declare module 'solid-js' { namespace JSX { interface IntrinsicElements { ${lines.join('\n')} } } }`,
    tag: (tagName, element, props) => `'${tagName}': Omit<JSX.HTMLAttributes<${element}>, keyof ${props}> & ${props};`,
    listeners: (event, type) => ({ [`on:${event}`]: `(event: ${type}) => void` }),
    property: (name) => `prop:${name}`,
  },
};

/**
 * @param {object} manifest What `publicManifest` gave
 * @returns {Record<string, string>} Declarations by file name
 */
export function templateTypes(manifest) {
  const elements = manifest.modules.map(({ path, declarations: [element] }) => ({ path, ...element }));
  return Object.fromEntries(
    Object.entries(FRAMEWORKS).map(([name, framework]) => [`${name}.d.ts`, declarationsOf(framework, elements)]),
  );
}

function declarationsOf(framework, elements) {
  const imports = elements.map(({ path, name, events }) => {
    const details = events.map(({ type }) => /^CustomEvent<(\w+)>$/.exec(type.text)[1]);
    return `import type { ${[name, ...new Set(details)].join(', ')} } from '@enrollkit/elements/${path}';`;
  });
  const lines = elements.map((element) => framework.tag(element.tagName, element.name, propsOf(framework, element)));
  return `// Generated from the elements by \`npm run manifest\`.
${framework.imports}
${imports.join('\n')}

${framework.tags(lines)}
`;
}

function propsOf({ listeners, property }, { name, members, attributes, events }) {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const lines = [
    ...fields.flatMap((member) => [
      entry(member, member.name, `${name}['${member.name}']`),
      ...(property ? [entry(member, property(member.name), `${name}['${member.name}']`)] : []),
    ]),
    ...attributes
      .filter((attribute) => !fields.some((member) => member.name === attribute.name))
      .map((attribute) => entry(attribute, attribute.name, attributeType(attribute))),
    ...events.flatMap((event) =>
      Object.entries(listeners(event.name, event.type.text)).map(([key, type]) => entry(event, key, `(${type})`)),
    ),
  ];
  return `{ ${lines.join('\n')} }`;
}

function entry({ description }, name, type) {
  const doc = description ? `\n/** ${description.replaceAll(/\s+/g, ' ')} */\n` : '';
  return `${doc}'${name}'?: ${type} | undefined;`;
}

/** @param {{ type?: { text: string } }} attribute */
export function attributeType({ type }) {
  if (/\bboolean\b/.test(type?.text ?? '')) return 'boolean';
  return /\bnumber\b/.test(type?.text ?? '') ? 'number | string' : 'string';
}

/** @param {string} name `ek-status-changed` */
function pascal(name) {
  return name
    .split('-')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
}
