import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(new URL('server-rendering/render.js', import.meta.url));

/** Answers `/server-rendered.json` with what a server makes of the elements. */
export function serverRenderingPlugin() {
  let rendering;
  return {
    name: 'server-rendering',
    async serve({ path }) {
      if (path !== '/server-rendered.json') return undefined;
      rendering ??= promisify(execFile)(process.execPath, [PROGRAM], { maxBuffer: 64 * 1024 * 1024 });
      return { body: (await rendering).stdout, type: 'json' };
    },
  };
}
