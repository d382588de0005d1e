import { defineConfig } from 'vitest/config';

// Packages are read from their sources while developing; the published entry points are checked by `npm run verify`.
const conditions = ['@enrollkit/source', 'module', 'browser', 'development|production'];

export default defineConfig({
  root: 'demo',
  resolve: { conditions },
  build: { outDir: 'dist', target: 'es2022' },
  test: {
    projects: [
      {
        root: import.meta.dirname,
        resolve: { conditions: ['@enrollkit/source', 'node'] },
        ssr: { resolve: { conditions: ['@enrollkit/source', 'node'] } },
        test: { name: 'node', environment: 'node', include: ['test/{core,feed,tools}/**/*.test.ts'] },
      },
    ],
  },
});
