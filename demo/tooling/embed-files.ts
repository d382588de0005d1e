import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Connect, Plugin } from 'vite';

const directory = new URL('../../packages/embed/dist/', import.meta.url);
const isEmbedFile = (name: string) => /^enrollkit[\w.-]*\.js$/.test(name);

/** Serves the built one-file builds below /embed/, as a host would from its own server, and copies them into the build. */
export function embedFiles(): Plugin {
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const name = request.url?.split('?')[0]?.slice(1) ?? '';
    if (!isEmbedFile(name) || !existsSync(new URL(name, directory))) {
      next();
      return;
    }
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
    response.end(readFileSync(new URL(name, directory)));
  };
  return {
    name: 'embed-files',
    configureServer: (server) => void server.middlewares.use('/embed', serve),
    generateBundle() {
      if (!existsSync(directory)) this.error('The one-file builds are missing: build @enrollkit/embed first.');
      for (const name of readdirSync(directory).filter(isEmbedFile)) {
        this.emitFile({ type: 'asset', fileName: `embed/${name}`, source: readFileSync(new URL(name, directory)) });
      }
    },
  };
}
