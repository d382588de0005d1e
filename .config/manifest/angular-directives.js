/**
 * A directive for each element: with it on the tag, Angular's compiler knows the element's properties and refuses any other,
 * which it does with no custom element by itself. Written as Angular's own compiler writes libraries ("partial"
 * declarations, stable since version 12), so that no second build with that compiler is needed.
 *
 * @param {object} manifest What `publicManifest` gave
 * @returns {Record<string, string>} Sources by file name
 */
export function angularDirectives(manifest) {
  const elements = manifest.modules.map(({ declarations: [element] }) => element);
  const files = Object.fromEntries(elements.map((element) => [`${element.tagName}.ts`, directiveOf(element)]));
  const exported = elements.map(({ tagName }) => `export * from './${tagName}.js';`);
  return { ...files, 'index.ts': `${HEADER}\n${exported.join('\n')}\n` };
}

const HEADER = '// Generated from the elements by `npm run manifest`.';

/** What a template may write for a property that isn't a text, beside the property's own type, and who reads it. */
const WRITTEN = {
  boolean: { accepts: "'' | 'true' | 'false'", transform: 'i0.booleanAttribute' },
  number: { accepts: '`${number}`', transform: 'readNumber' },
};

function directiveOf({ tagName, name, summary, members }) {
  const element = `${name}Element`;
  const inputs = members.filter(({ kind, readonly }) => kind === 'field' && !readonly).map(inputOf);
  const readsNumbers = inputs.some(({ transform }) => transform === 'readNumber');
  const lines = (write) => inputs.map(write).join('\n');

  // Their types in Angular know nothing of the versions, which its compiler insists on.
  return `${HEADER}
import '../${tagName}/define.js';
import * as i0 from '@angular/core';
import type { ${name} as ${element} } from '../${tagName}/define.js';
import { ElementDirective${readsNumbers ? ', readNumber' : ''} } from './element-directive.js';

/** ${oneLine(summary)} Once it is in \`imports\`, a template knows \`<${tagName}>\`. */
export class ${name} extends ElementDirective<${element}> {
${lines(({ property, description }) => `${description}  declare ${property}: ${element}['${property}'];`)}

${lines(({ property, accepts }) => `  declare static ngAcceptInputType_${property}: ${element}['${property}'] | ${accepts};`)}

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0', version: '${VERSION}', ngImport: i0, type: ${name}, deps: [], target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<${name}, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<${name}, '${tagName}', never, {
${lines(({ property }) => `    ${property}: { alias: '${property}'; required: false };`)}
  }, Record<never, never>, never, never, true> = i0.ɵɵngDeclareDirective({
    minVersion: '16.1.0', version: '${VERSION}', ngImport: i0, type: ${name}, isStandalone: true, selector: '${tagName}',
    usesOnChanges: true,
    inputs: {
${lines(({ property, transform }) => `      ${property}: ${transform ? `['${property}', '${property}', ${transform}]` : `'${property}'`},`)}
    },
  } as never);
}
`;
}

/** As which version's compiler they are written. */
const VERSION = '21.0.0';

/** @param {{ name: string, description?: string, type: { text: string } }} member */
function inputOf({ name, description, type }) {
  const types = type.text.split('|').map((each) => each.trim());
  const written = types.includes('string') ? undefined : WRITTEN[types.find((each) => each in WRITTEN) ?? ''];
  return {
    property: name,
    description: description ? `\n  /** ${oneLine(description)} */\n` : '',
    transform: written?.transform,
    accepts: [...(written ? [written.accepts] : []), 'null', 'undefined'].join(' | '),
  };
}

/** @param {string} text */
const oneLine = (text) => text.replaceAll(/\s+/g, ' ');
