// How heavy each element is, beside comparable ones that are measured the same way. `npm run bench` installs those.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle, gzipped, minified } from './bundle.mjs';
import { ENTRIES } from './entries.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

const OTHERS = {
  'vaadin-upload': ['@vaadin/upload'],
  FilePond: ['filepond'],
  'Uppy core + dashboard + XHR': ['@uppy/core', '@uppy/dashboard', '@uppy/xhr-upload'],
};
const BUILT = ['enrollkit-elements.js', 'enrollkit-rest.js', 'enrollkit.js', 'enrollkit.iife.js'];
const ADAPTERS = ['@enrollkit/adapters/rest', '@enrollkit/adapters/indexeddb'];

const rows = [];
const addRow = (name, { first, later }) => rows.push([name, minified(first), gzipped(first), gzipped(later)]);
for (const [name, specifiers] of Object.entries(ENTRIES)) addRow(`<${name}>`, await bundle(specifiers, root));
const { 'feed-check': _, ...three } = ENTRIES; // Of use on a page of its own.
addRow('the three elements together', await bundle(Object.values(three).flat(), root));
for (const adapter of ADAPTERS) addRow(adapter.replace('@enrollkit/', ''), await bundle([adapter], root));
addRow('lit with its decorators', await bundle(['lit', 'lit/decorators.js'], root));
for (const file of BUILT) {
  addRow(`embed: ${file}`, { first: [readFileSync(`${root}packages/embed/dist/${file}`)], later: [] });
}
for (const [name, specifiers] of Object.entries(OTHERS)) addRow(name, await bundle(specifiers, here));

const columns = (name, ...cells) => console.log(name.padEnd(34), ...cells.map((cell) => cell.padStart(10)));
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
columns('one page imports (kB)', 'minified', '+ gzip', 'later');
for (const [name, ...sizes] of rows) columns(name, ...sizes.map(kilobytes));
