import { defineConfig } from 'vitest/config';
import { demoPages, demoPlugins } from './demo/tooling/demo.js';
import { LongestFirst } from './test/support/longest-first.js';

// Packages are read from their sources while developing; the published entry points are checked by `npm run verify`.
const conditions = ['@enrollkit/source', 'module', 'browser', 'development|production'];
const nodeConditions = ['@enrollkit/source', 'node'];

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

// A second is nothing on a machine that has other work. A test may take longer, so that it is told what was waited for.
const WAITING = { timeout: 60_000 };
// As long as a page is waited for otherwise (test/e2e/support/visit.ts).
const WAITING_FOR_PAGES = { timeout: 90_000 };

// The demo (`npm start`), and the tests that run in Node.
export default defineConfig({
  root: 'demo',
  cacheDir: '../node_modules/.vite',
  plugins: demoPlugins(),
  resolve: { conditions },
  server: { host: '127.0.0.1', open: hasScreen },
  preview: { host: '127.0.0.1', open: hasScreen },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // As it is written: for older browsers than the kit's own, `:dir(rtl)` would become a list of languages.
    cssTarget: 'esnext',
    rolldownOptions: { input: demoPages },
  },
  test: {
    reporters: ['default', `${import.meta.dirname}/test/support/vitest-summary-reporter.ts`],
    // Tests of the server wait for disks and sockets more than they reckon.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root: import.meta.dirname,
        resolve: { conditions: nodeConditions },
        ssr: { resolve: { conditions: nodeConditions } },
        test: {
          name: 'node',
          include: ['test/{core,feed,tools,server}/**/*.test.ts', 'test/security/server/**/*.test.ts'],
          // Reading the same modules anew for each of 120 files takes a quarter of the time, and nothing changes them.
          isolate: false,
          globalSetup: './test/support/postgres-setup.ts',
          expect: { poll: WAITING },
          // Where something else has the cores, starting a server and its database may take minutes.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        root: import.meta.dirname,
        resolve: { conditions: nodeConditions },
        ssr: { resolve: { conditions: nodeConditions } },
        test: {
          name: 'e2e',
          include: ['test/{e2e,a11y}/**/*.test.ts'],
          expect: { poll: WAITING_FOR_PAGES },
          isolate: false,
          globalSetup: './test/e2e/support/global-setup.ts',
          // Dozens of waits, a few of which may take a minute where something else has the cores.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
