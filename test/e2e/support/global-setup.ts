import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { buildEmbedFiles } from '../../../demo/tooling/embed-files.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built demo is served, with its real headers. */
    demoUrl: string;
  }
}

const configFile = fileURLToPath(new URL('../../../vite.config.ts', import.meta.url));

/** Builds the demo as it would be deployed and serves it on a free port for all end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Vitest says "test"; Lit and Vite would then build for development.
  process.env.NODE_ENV = 'production';
  const shared = { configFile, logLevel: 'warn' } as const;
  // Other checks look at the same files at the same time: whoever built them just now says so.
  if (!process.env.IS_BUILT) {
    await buildEmbedFiles();
    await build(shared);
  }
  const server = await preview({ ...shared, preview: { port: 0, open: false } });
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error('The demo is not served.');
  project.provide('demoUrl', url);
  return () => server.close();
}
