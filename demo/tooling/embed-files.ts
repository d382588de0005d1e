import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Connect, Plugin } from 'vite';

const directory = new URL('../../packages/embed/dist/', import.meta.url);
const buildScript = fileURLToPath(new URL('../../packages/embed/build.js', import.meta.url));

const isEmbedFile = (name: string): boolean => /^enrollkit[\w.-]*\.js$/.test(name);
const read = (name: string): Buffer => readFileSync(new URL(name, directory));

/** Builds the one-file builds, as `npm run build` does. */
export async function buildEmbedFiles(): Promise<void> {
  await promisify(execFile)(process.execPath, [buildScript]);
}

/** Serves the one-file builds below /embed/, as a host would from its own server, and copies them into the build. */
export function embedFiles(): Plugin {
  let building: Promise<void> | undefined;
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const name = request.url?.split('?')[0]?.slice(1) ?? '';
    if (!isEmbedFile(name)) {
      next();
      return;
    }
    // After a fresh clone nothing has been built yet; whoever changes the elements builds them again.
    const isThere = existsSync(new URL(name, directory));
    const built = isThere ? Promise.resolve() : (building ??= buildEmbedFiles());
    built.then(() => response.setHeader('Content-Type', 'text/javascript; charset=utf-8').end(read(name))).catch(next);
  };
  return {
    name: 'embed-files',
    configureServer: (server) => {
      server.middlewares.use('/embed', serve);
    },
    generateBundle() {
      if (!existsSync(directory)) this.error('The one-file builds are missing: build @enrollkit/embed first.');
      for (const name of readdirSync(directory).filter(isEmbedFile)) {
        this.emitFile({ type: 'asset', fileName: `embed/${name}`, source: read(name) });
      }
    },
  };
}
