import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STYLES = `
  :root { color-scheme: light dark; font-family: system-ui, sans-serif }
  section { margin-block: 2rem } div { display: flex; gap: 1rem; flex-wrap: wrap; align-items: start }
  figure { margin: 0 } img { max-width: 30vw; border: 1px solid gray; background: white }`;

/** One page with what is different: before, after, and where. @param {string} folder */
export function writeReport(folder, different) {
  const title = different.length === 0 ? 'Nothing is different' : `${different.length} different`;
  const sections = different.map(
    ({ name, why, parts = [] }) => `<section>
  <h2>${escaped(name)}</h2>
  <p>${escaped(why)}</p>
  <div>${parts.map((part) => `<figure><figcaption>${part}</figcaption><img alt="" src="${encodeURIComponent(`${name}.${part}.png`)}"></figure>`).join('')}</div>
</section>`,
  );
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures: ${title}</title><style>${STYLES}</style>
<h1>${title}</h1>
${sections.join('\n')}
</html>
`,
  );
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
