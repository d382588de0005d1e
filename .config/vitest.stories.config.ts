import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, CHROMIUM_PATH } from '../test/support/chromium-args.js';

const root = fileURLToPath(new URL('..', import.meta.url));

// Every story is a test: it renders, plays, and has no accessibility findings.
export default defineConfig({
  root,
  resolve: { conditions: ['@enrollkit/source', 'module', 'browser', 'development|production'] },
  // Found while running, they would make Vite reload the page under a test.
  optimizeDeps: {
    include: ['lit', '@tanstack/virtual-core', 'lit/decorators.js', 'lit/directives/*.js', 'zod/mini', 'idb', 'fflate'],
  },
  plugins: [storybookTest({ configDir: `${root}.storybook` })],
  test: {
    name: 'stories',
    // As in Storybook, where one story comes after the other on a page: to read all modules anew for each file takes a third more.
    isolate: false,
    // As many waits as a story has steps, each of up to half a minute where something else has the cores.
    testTimeout: 240_000,
    reporters: ['default', `${root}test/support/vitest-summary-reporter.ts`],
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({
        launchOptions: { executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS },
        // What fades while it is looked at has other colours each time.
        contextOptions: { reducedMotion: 'reduce' },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
