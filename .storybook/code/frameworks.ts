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
  /** Gives it a backend, or what else it can't do without. */
  readonly setup: {
    readonly imports: readonly Import[];
    /** The built files for script tags, and whether they do the same by themselves. */
    readonly scripts: readonly string[];
    readonly isInScript?: boolean;
    readonly lines: string;
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

/** What each framework's own file looks like, whole: it runs when it is copied. */
export const WRITE: Readonly<Record<Framework, (example: Example) => string>> = {
  html({ tag, setup, event, ...example }) {
    const names = setup.imports.map((each) => each.names).join(', ');
    const lines = setup.isInScript ? '' : `const { ${names} } = Enrollkit;\n\n${setup.lines}`;
    return `${setup.scripts.map((file) => `<script src="/${file}" defer></script>`).join('\n')}
${example.style && `\n<style>\n  ${rule(tag, example.style)}\n</style>\n`}
<${tag}${markup(example)}></${tag}>

<script type="module">
${indented(`${lines}${heard(tag, event)}`.trimStart())}
</script>`;
  },

  react({ tag, component, attributes, setup, event, style }) {
    const props = attributes.map(({ property, value }) => ` ${property}${reactValue(value)}`);
    const handler = event ? ` on${pascal(event.replace(/^ek-/, ''))}={({ detail }) => console.log(detail)}` : '';
    return `${imports([...setup.imports, { names: component, from: '@enrollkit/elements/react' }])}
${setup.lines}

export function App() {
  return <${component}${props.join('')}${handler} />;
}${comment(tag, style)}`;
  },

  vue({ tag, setup, event, ...example }) {
    return `<!-- vite.config.js: isCustomElement: (tag) => tag.includes('-') -->
<script setup lang="ts">
${imports([...setup.imports, element(tag)])}
${setup.lines}
</script>

<template>
  <${tag}${markup(example, VUE)}${event ? ` @${event}="({ detail }) => console.log(detail)"` : ''} />
</template>${example.style && `\n\n<style>\n${rule(tag, example.style)}\n</style>`}`;
  },

  svelte({ tag, setup, event, ...example }) {
    return `<script lang="ts">
${indented(`${imports([...setup.imports, element(tag)])}\n${setup.lines}`)}
</script>

<${tag}${markup(example, SVELTE)}${event ? ` on${event}={({ detail }) => console.log(detail)}` : ''}></${tag}>${
      example.style && `\n\n<style>\n  :global(${tag}) { ${example.style} }\n</style>`
    }`;
  },

  angular({ tag, component, setup, event, ...example }) {
    const handler = event ? ` (${event})="heard($event.detail)"` : '';
    const method = event ? `\n  heard(detail: unknown) {\n    console.log(detail);\n  }\n` : '';
    return `${imports([
      { names: 'Component', from: '@angular/core' },
      ...setup.imports,
      { names: component, from: '@enrollkit/elements/angular' },
    ])}
${setup.lines}

@Component({
  selector: 'app-root',
  imports: [${component}],
  template: \`<${tag}${markup(example)}${handler} />\`,
})
export class App {${method}}${comment(tag, example.style)}`;
  },
};

const element = (tag: string): Import => ({ names: '', from: `@enrollkit/elements/${tag}.js` });

function imports(all: readonly Import[]): string {
  return all.map(({ names, from }) => `import ${names && `{ ${names} } from `}'${from}';\n`).join('');
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
  return `\n\ndocument.querySelector('${tag}').addEventListener('${event}', ({ detail }) => console.log(detail));`;
}

function reactValue(value: string | number | true): string {
  if (value === true) return '';
  return typeof value === 'number' ? `={${value}}` : `="${value}"`;
}

const rule = (tag: string, style: string): string => `${tag} { ${style} }`;
const comment = (tag: string, style: string): string =>
  style ? `\n\n/* In your stylesheet: ${rule(tag, style)} */` : '';
const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');
const pascal = (text: string): string => text.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
