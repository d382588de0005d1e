/** Where the table stands in a README. */
const TABLE = /(?<=<!-- elements -->\n)[^]*?(?=<!-- \/elements -->)/;

/**
 * A README with the table of all elements in its place: what each is for, its attributes and its events.
 *
 * @param {string} readme With `<!-- elements -->` and `<!-- /elements -->`
 * @param {object} manifest What `publicManifest` gave
 * @returns {string} Markdown
 */
export function withElementsTable(readme, manifest) {
  if (!TABLE.test(readme)) throw new Error('The README has no place for its table of elements');
  const rows = manifest.modules.map(({ declarations: [element] }) => row(element));
  return readme.replace(
    TABLE,
    () => `\n| Tag | For | Attributes | Events |\n| --- | --- | --- | --- |\n${rows.join('')}\n`,
  );
}

function row({ tagName, summary, attributes = [], events = [] }) {
  // Every element has it: said once, below the table.
  const own = attributes.filter(({ name }) => name !== 'locale');
  const cells = [`\`<${tagName}>\``, summary.replace(/\s+/g, ' '), names(own), names(events)];
  return `| ${cells.join(' | ')} |\n`;
}

function names(entries) {
  return entries.map(({ name }) => `\`${name}\``).join(', ') || ' ';
}
