import { fileURLToPath } from 'node:url';
import { bundleForNode } from '../bundle-for-node.js';

const entry = fileURLToPath(new URL('main.ts', import.meta.url));
const outfile = fileURLToPath(new URL('../../../.cache/rest-server/main.mjs', import.meta.url));

/** Bundles the test server. Answers the file. */
export async function buildRestServer() {
  await bundleForNode(entry, outfile);
  return outfile;
}
