// Writes the stylesheets in `dist` anew, minified: `tsc` leaves them as they are in the sources.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { minifyStyles } from '../../.config/minify-styles.js';

const src = fileURLToPath(new URL('src', import.meta.url));
const dist = fileURLToPath(new URL('dist', import.meta.url));

for (const file of readdirSync(src, { recursive: true }).filter((name) => name.endsWith('.styles.ts'))) {
  const target = join(dist, file).replace(/\.ts$/, '.js');
  const source = relative(dirname(target), join(src, file));
  const { code, map } = await minifyStyles(readFileSync(join(src, file), 'utf8'), source);
  const script = await transform(`${code}\n//# sourceMappingURL=${map.toUrl()}`, {
    loader: 'ts',
    target: 'es2022',
    sourcemap: 'external',
    sourcesContent: false,
  });
  writeFileSync(target, `${script.code}//# sourceMappingURL=${basename(target)}.map\n`);
  writeFileSync(`${target}.map`, script.map);
}
