import { spawnSync } from 'node:child_process';
import { defineConfig } from 'vite';

/** Of what a review is one; with `-dirty` where something is not committed, and nothing where git knows of none. */
const described = spawnSync('git', ['describe', '--always', '--dirty', '--exclude', '*'], { encoding: 'utf8' });

export default defineConfig({
  resolve: { conditions: ['@enrollkit/source', 'module', 'browser', 'development|production'] },
  // Found one by one while stories load, they would be bundled again and again, and Lit would be there twice.
  optimizeDeps: {
    include: [
      'lit',
      'lit/decorators.js',
      'lit/directives/if-defined.js',
      'lit/directives/live.js',
      'lit/directives/ref.js',
      'lit/directives/repeat.js',
    ],
  },
  define: { 'import.meta.env.KIT_COMMIT': JSON.stringify(described.status === 0 ? described.stdout.trim() : '') },
  build: { target: 'es2022' },
});
