import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The licences of the npm packages that are in a bundled file: whoever publishes that publishes them.
 *
 * @param {Iterable<string>} moduleIds What is in it
 * @returns {string} for `third-party-licenses.txt` beside the file
 */
export function thirdPartyLicenses(moduleIds) {
  const folders = new Set([...moduleIds].flatMap((id) => packageFolder(id) ?? []));
  return [...folders].sort().map(licence).join('\n\n');
}

/** The folder of the npm package that a module is from. @param {string} id */
function packageFolder(id) {
  return /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(id)?.[0];
}

/** @param {string} folder */
function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file in ${dirname(folder)}`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
