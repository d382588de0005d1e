// Writes the plugin as WordPress installs it, `dist/enrollkit.zip`: PHP, the kit's files, and the words as WordPress reads them.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { mo, po } from 'gettext-parser';
import { template, translatable } from './strings.js';

const here = import.meta.dirname;
const embed = join(here, '../embed/dist');
/** Of the kit: the elements with the client of the server, and the check of a feed with its worker. */
const KIT = [
  'enrollkit-doctor.js',
  'files.json',
  'enrollkit-rest.iife.js',
  'enrollkit-groups.iife.js',
  'enrollkit-feed.iife.js',
  'enrollkit-feed-worker.js',
  'enrollkit-feed-de.js',
  'enrollkit-feed-fr.js',
  'enrollkit-de.js',
  'enrollkit-fr.js',
  'enrollkit-pdf-worker.js',
  'reserve.css',
  'third-party-licenses.txt',
];
const OWN = ['enrollkit.php', 'uninstall.php', 'readme.txt', 'elements.json', 'LICENSE'];
const FOLDERS = ['includes', 'assets', 'blocks', 'languages'];
/** Who asks for these gets the same words: WordPress itself looks for the very name. */
const SAME_WORDS = {
  nl_NL: ['nl_NL_formal', 'nl_BE'],
  de_DE: ['de_DE_formal', 'de_AT', 'de_CH'],
  fr_FR: ['fr_BE', 'fr_CA'],
};
/** The same bytes give the same zip. */
const DAY = new Date('2026-01-01T12:00:00');

const files = {};
const add = (name, bytes) => (files[`enrollkit/${name}`] = [new Uint8Array(bytes), { mtime: DAY, level: 9 }]);

for (const name of OWN) add(name, readFileSync(join(here, name)));
for (const folder of FOLDERS) {
  const entries = readdirSync(join(here, folder), { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    add(relative(here, path).replaceAll('\\', '/'), readFileSync(path));
  }
}
for (const name of KIT) add(`assets/${name}`, readFileSync(join(embed, name)));
for (const name of readdirSync(join(here, 'languages')).filter((file) => file.endsWith('.po'))) addLanguage(name);
const [, version] = /^ \* Version: (.+)$/m.exec(readFileSync(join(here, 'enrollkit.php'), 'utf8'));
add('languages/enrollkit.pot', template(version));

const dist = join(here, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, 'enrollkit.zip'), zipSync(files));

/** @param {string} name Such as `enrollkit-nl_NL.po` */
function addLanguage(name) {
  const read = po.parse(readFileSync(join(here, 'languages', name)));
  const own = /^enrollkit-(\w+)\.po$/.exec(name)[1];
  for (const lang of [own, ...(SAME_WORDS[own] ?? [])]) {
    add(`languages/enrollkit-${lang}.mo`, mo.compile(read));
    // The editor's script reads its words as JSON, by the name of the script.
    const messages = { '': { domain: 'enrollkit', lang } };
    for (const words of translatable().script) messages[words] = read.translations['']?.[words]?.msgstr ?? [''];
    const json = { domain: 'enrollkit', locale_data: { enrollkit: messages } };
    add(`languages/enrollkit-${lang}-enrollkit-editor.json`, Buffer.from(JSON.stringify(json)));
  }
}
