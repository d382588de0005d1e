// Makes the worker's script in `dist` one file: a page's bundler copies what `new URL('./feed-worker.js', import.meta.url)`
// names, and not every bundler takes along what that imports.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { thirdPartyLicenses } from '../../.config/third-party-licenses.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { output } = await build({
  input: here('src/worker/feed-worker.ts'),
  tsconfig: here('tsconfig.json'),
  platform: 'browser',
  resolve: { conditionNames: ['@enrollkit/source', 'module', 'worker', 'browser', 'production', 'import', 'default'] },
  transform: { target: 'es2022' },
  output: { file: here('dist/worker/feed-worker.js'), format: 'es', codeSplitting: false, sourcemap: true },
});
writeFileSync(here('dist/worker/third-party-licenses.txt'), thirdPartyLicenses(output[0].moduleIds));
