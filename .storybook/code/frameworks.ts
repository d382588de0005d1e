/** An element as a host writes it. */
export interface Example {
  readonly tag: string;
  /** Its component for React, and its directive for Angular. */
  readonly component: string;
  readonly attributes: readonly { name: string; property: string; value: string | number | true }[];
  /** What it tells when something has been stored or chosen. */
  readonly event: string | undefined;
  /** Custom properties that were changed. */
  readonly style: string;
  /** What its page sets for everything in it, a declaration each: a brand's font and tokens, a density. */
  readonly pageStyle?: readonly string[];
  /** How its page begins, where that matters: an element speaks the page's language. */
  readonly page?: string | undefined;
  /** Gives it a backend, or what else it can't do without. */
  readonly setup: {
    readonly imports: readonly Import[];
    /** The built files for script tags, and whether they do the same by themselves. */
    readonly scripts: readonly string[];
    readonly isInScript?: boolean;
    readonly lines: string;
    /** A function that the lines call: sample records, which a host takes away again. */
    readonly sample?: string;
  };
}

/** Names, and the package that has them. Without names: what registers something. */
export interface Import {
  readonly names: string;
  readonly from: string;
}

export const FRAMEWORKS = {
  html: 'HTML',
  react: 'React',
  vue: 'Vue',
  svelte: 'Svelte',
  angular: 'Angular',
} as const;

export type Framework = keyof typeof FRAMEWORKS;

/** Where the examples have the folder `dist` of `@enrollkit/embed`. */
const FOLDER = '/enrollkit/';

/** What each framework's own file looks like, whole: it runs when it is copied. What a host keeps comes first. */
export const WRITE: Readonly<Record<Framework, (example: Example) => string>> = {
  html({ tag, setup, event, ...example }) {
    const names = setup.imports.map((each) => each.names).join(', ');
    const lines = setup.isInScript ? [] : [`const { ${names} } = Enrollkit;`, hostLines(setup)];
    return `<!-- npm install @enrollkit/embed, and serve its folder dist as ${FOLDER}${beginning(example)} -->
${setup.scripts.map((file) => `<script src="${FOLDER}${file}" defer></script>`).join('\n')}
${styleElement(sheet(tag, example))}
<${tag}${markup(example)}></${tag}>

<script type="module">
${indented(paragraphs(...lines, heard(tag, event), setup.sample))}
</script>`;
  },

  react({ tag, component, attributes, setup, event, page, ...example }) {
    const props = attributes.map(({ property, value }) => ` ${property}${reactValue(value)}`);
    const handler = event ? ` on${pascal(event.replace(/^ek-/, ''))}={({ detail }) => console.log(detail)}` : '';
    const all = [...setup.imports, { names: component, from: '@enrollkit/elements/react' }];
    return paragraphs(
      `// ${install(all)}${beginning({ page })}\n${imports(all)}`,
      hostLines(setup, REST),
      `export function App() {
  return ${withStyle(`<${component}${props.join('')}${handler} />`, sheet(tag, example))};
}`,
      setup.sample,
    );
  },

  vue({ tag, setup, event, ...example }) {
    const all = [...setup.imports, element(tag)];
    return paragraphs(
      `<!-- ${install(all)}; in vite.config.js: isCustomElement: (tag) => tag.includes('-')${beginning(example)} -->
<script setup lang="ts">
${paragraphs(imports(all), hostLines(setup, REST), setup.sample)}
</script>`,
      `<template>
  <${tag}${markup(example, VUE)}${event ? ` @${event}="({ detail }) => console.log(detail)"` : ''} />
</template>`,
      styleElement(sheet(tag, example)).trim(),
    );
  },

  svelte({ tag, setup, event, ...example }) {
    const all = [...setup.imports, element(tag)];
    return paragraphs(
      `<script lang="ts">
  // ${install(all)}${beginning(example)}
${indented(paragraphs(imports(all), hostLines(setup, REST), setup.sample))}
</script>`,
      `<${tag}${markup(example, SVELTE)}${event ? ` on${event}={({ detail }) => console.log(detail)}` : ''}></${tag}>`,
      styleElement(sheet(tag, example, GLOBAL)).trim(),
    );
  },

  angular({ tag, component, setup, event, ...example }) {
    const handler = event ? ` (${event})="heard($event.detail)"` : '';
    const method = event ? `\n  heard(detail: unknown) {\n    console.log(detail);\n  }\n` : '';
    const all = [...setup.imports, { names: component, from: '@enrollkit/elements/angular' }];
    const css = sheet(tag, example, HOST);
    return paragraphs(
      `// ${install(all)}${beginning(example)}\n${imports([{ names: 'Component', from: '@angular/core' }, ...all])}`,
      hostLines(setup, REST),
      `@Component({
  selector: 'app-root',
  imports: [${component}],
  template: \`<${tag}${markup(example)}${handler} />\`,${css && `\n  styles: \`\n${indented(indented(css))}\n  \`,`}
})
export class App {${method}}`,
      setup.sample,
    );
  },
};

const REST = ' of @enrollkit/adapters/rest';

/** Gives it a backend, with a word on which one in the end. */
function hostLines({ lines, sample }: Example['setup'], from = ''): string {
  if (!sample) return lines;
  return `// With the server: setDefaultBackend(openRestBackend({ baseUrl: '/api', tokenUrl: '/my/token' }))${from}.\n${lines}`;
}

const beginning = ({ page }: Pick<Example, 'page'>): string => (page ? `; the page begins with ${page}` : '');
const paragraphs = (...all: readonly (string | undefined)[]): string => all.filter(Boolean).join('\n\n');

/** Each package that is imported from: a package manager may hide what came along with another. */
function install(all: readonly Import[]): string {
  const names = new Set(all.map(({ from }) => from.split('/').slice(0, 2).join('/')));
  return `npm install ${[...names].sort().join(' ')}`;
}

const element = (tag: string): Import => ({ names: '', from: `@enrollkit/elements/${tag}.js` });

function imports(all: readonly Import[]): string {
  return all.map(({ names, from }) => `import ${names && `{ ${names} } from `}'${from}';`).join('\n');
}

type Attribute = Example['attributes'][number];

/** An attribute in HTML, and in Angular's templates. */
const HTML = ({ name, value }: Attribute): string => (value === true ? name : `${name}="${value}"`);

/** Strict templates tell a number from a text. */
const VUE = (attribute: Attribute): string =>
  typeof attribute.value === 'number' ? `:${HTML(attribute)}` : HTML(attribute);

/** As Vue; and what begins with `on` Svelte takes for an event. */
const SVELTE = ({ name, property, value }: Attribute): string => {
  if (name.startsWith('on')) return `{@attach (element: Element) => element.setAttribute('${name}', '${value}')}`;
  return typeof value === 'number' ? `${property}={${value}}` : HTML({ name, property, value });
};

function markup({ attributes }: Pick<Example, 'attributes'>, write = HTML): string {
  return attributes.map((attribute) => ` ${write(attribute)}`).join('');
}

function heard(tag: string, event: string | undefined): string {
  if (!event) return '';
  return `document.querySelector('${tag}').addEventListener('${event}', ({ detail }) => console.log(detail));`;
}

function reactValue(value: string | number | true): string {
  if (value === true) return '';
  return typeof value === 'number' ? `={${value}}` : `="${value}"`;
}

/** How a style of a component names what is around it: by itself it reaches only what is inside. */
interface Naming {
  readonly page: string;
  readonly element: (tag: string) => string;
}

const PLAIN: Naming = { page: ':root', element: (tag) => tag };
const GLOBAL: Naming = { page: ':global(:root)', element: (tag) => `:global(${tag})` };
const HOST: Naming = { page: ':host', element: (tag) => tag };

/** What the page sets, and what is set on this element only, as a host's stylesheet has it. */
function sheet(tag: string, { style, pageStyle = [] }: Pick<Example, 'style' | 'pageStyle'>, names = PLAIN): string {
  return [
    pageStyle.length > 0 && `${names.page} {\n${pageStyle.map((line) => `  ${line};`).join('\n')}\n}`,
    style && `${names.element(tag)} { ${style} }`,
  ]
    .filter(Boolean)
    .join('\n');
}

const styleElement = (css: string): string => css && `\n<style>\n${indented(css)}\n</style>\n`;

/** React takes a stylesheet as text among what it renders. */
function withStyle(element: string, css: string): string {
  if (!css) return element;
  return `(
    <>
      <style>{\`
${indented(indented(indented(indented(css))))}
      \`}</style>
      ${element}
    </>
  )`;
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');
const pascal = (text: string): string => text.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
