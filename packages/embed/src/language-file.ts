import { besideThisFile } from './beside-this-file.js';

/**
 * What the elements say in a language that isn't in this file, by the slices of their terms. The file is fetched when an
 * element is on a page in that language, once for all files of the kit. `build.js` puts this in the place of their imports.
 */
export async function languageFile(language: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(besideThisFile(`enrollkit-${language}.js`))) as Readonly<Record<string, unknown>>;
}
