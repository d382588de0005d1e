// How heavy each element is, beside comparable ones that are measured the same way. `npm run bench` installs those.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle, gzipped } from './bundle.mjs';
import { ENTRIES } from './entries.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

const OTHERS = {
  'vaadin-upload': ['@vaadin/upload'],
  FilePond: ['filepond'],
  'Uppy core + dashboard + XHR': ['@uppy/core', '@uppy/dashboard', '@uppy/xhr-upload'],
};
const BUILT = ['enrollkit-elements.js', 'enrollkit.js', 'enrollkit.iife.js'];

const rows = [];
for (const [name, specifiers] of Object.entries(ENTRIES)) rows.push([`<${name}>`, await bundle(specifiers, root)]);
rows.push(['the three elements together', await bundle(Object.values(ENTRIES).flat(), root)]);
rows.push([
  'lit + @lit/task + @lit/context',
  await bundle(['lit', 'lit/decorators.js', '@lit/task', '@lit/context'], root),
]);
for (const file of BUILT) rows.push([`embed: ${file}`, readFileSync(`${root}packages/embed/dist/${file}`)]);
for (const [name, specifiers] of Object.entries(OTHERS)) rows.push([name, await bundle(specifiers, here)]);

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
console.log(`${'one page imports'.padEnd(34)} ${'min kB'.padStart(8)} ${'+gzip kB'.padStart(8)}`);
for (const [name, bytes] of rows) console.log(name.padEnd(34), kilobytes(bytes.byteLength), kilobytes(gzipped(bytes)));
