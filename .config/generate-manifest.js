// Writes what editors and frameworks read about the elements, all of it from the classes and their JSDoc: the custom
// elements manifest, VS Code custom data, JetBrains web-types, components and JSX types for React, and directives for
// Angular; the table of its README; for designers the tokens and the icons; and the version that a page can read.
// With --check it only compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cli as analyze } from '@custom-elements-manifest/analyzer/cli.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { format, resolveConfig } from 'prettier';
import { angularDirectives } from './manifest/angular-directives.js';
import { designTokens, tokenFiles } from './manifest/design-tokens.js';
import { withElementsTable } from './manifest/elements-table.js';
import { iconSheet } from './manifest/icon-sheet.js';
import { llmsText } from './manifest/llms-text.js';
import { moodleElements } from './manifest/moodle-elements.js';
import { publicManifest } from './manifest/public-manifest.js';
import { reactComponents } from './manifest/react-components.js';
import { reactTypes } from './manifest/react-types.js';
import { templateTypes } from './manifest/template-types.js';
import { wordPressBlocks } from './manifest/wordpress-blocks.js';

const PACKAGE = 'packages/elements';
const WORDPRESS = '../wordpress';
const MOODLE = '../moodle/local/enrollkit';
const { name, version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));

const analyzed = await analyze({
  argv: ['analyze', '--config', '../../.config/custom-elements-manifest.config.js'],
  cwd: PACKAGE,
  noWrite: true,
});
const manifest = publicManifest(analyzed);
if (manifest.modules.length === 0) throw new Error(`No elements were found in ${PACKAGE}/src`);

// The integrations add to what they are given.
const copy = () => structuredClone(manifest);
const tokens = designTokens();
const files = {
  'custom-elements.json': JSON.stringify(manifest),
  'vscode.html-custom-data.json': getVsCodeHtmlCustomData(copy(), { hideLogs: true }),
  'vscode.css-custom-data.json': getVsCodeCssCustomData(copy(), { hideLogs: true }),
  'web-types.json': JSON.stringify({
    ...JSON.parse(getWebTypesData(copy(), { hideLogs: true, packageJson: false })),
    name, // It would take those of the folder it runs in.
    version,
  }),
  ...within(WORDPRESS, wordPressBlocks(manifest)),
  ...within(MOODLE, moodleElements(manifest)),
  'llms.txt': llmsText(manifest),
  'README.md': withElementsTable(readFileSync(join(PACKAGE, 'README.md'), 'utf8'), manifest),
  'tokens.json': JSON.stringify(tokens),
  ...within(
    'tokens',
    mapped(tokenFiles(tokens), (file) => JSON.stringify(file)),
  ),
  'icons.svg': await iconSheet(tokens),
  ...within('types', templateTypes(manifest)),
  'src/react/intrinsic-elements.ts': reactTypes(manifest),
  ...within('src/react', reactComponents(manifest)),
  ...within('src/angular', angularDirectives(manifest)),
  'src/version.ts': `/** Which version of the kit this is. \`npm run manifest\` writes it, from the package. */
export const version = '${version}';
`,
};

const stale = [];
for (const [file, content] of Object.entries(files)) {
  const path = join(PACKAGE, file);
  const isText = path.endsWith('.txt') || path.endsWith('.svg');
  const formatted = isText ? content : await format(content, { ...(await resolveConfig(path)), filepath: path });
  if (readOrEmpty(path) === formatted) continue;
  stale.push(path);
  if (process.argv.includes('--check')) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatted);
}

if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run: npm run manifest`);
  process.exitCode = 1;
} else if (stale.length > 0) console.log(`Written: ${stale.join(', ')}`);

/** @param {string} folder @param {Record<string, string>} files By name */
function within(folder, files) {
  return Object.fromEntries(Object.entries(files).map(([file, content]) => [`${folder}/${file}`, content]));
}

/** @param {Record<string, object>} all @param {(one: object) => string} change */
function mapped(all, change) {
  return Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one)]));
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // Not there yet: as stale as can be.
  }
}
