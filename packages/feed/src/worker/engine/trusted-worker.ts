import { importingScript } from '@enrollkit/core';
import { ownScript } from './trusted-policy.js';

/**
 * Makes a worker of a script of the kit, where the page enforces Trusted Types too. Throws where the page's policy has no room
 * for it. A script of another origin can't be a worker itself, nor anything in a frame that has no origin of its own: there a
 * worker of the page's own imports it, which takes `blob:` (in such a frame `data:`) in `worker-src`, and CORS on the script.
 */
export function createTrustedWorker(address: string | URL): Worker {
  const script = new URL(address, globalThis.location.href);
  if (script.origin === globalThis.origin) return new Worker(ownScript(script.href), { type: 'module' });

  const code = importingScript(script.href);
  // A frame without an origin has no blobs that a worker may be made of.
  if (globalThis.origin === 'null')
    return new Worker(ownScript(`data:text/javascript,${encodeURIComponent(code)}`), { type: 'module' });
  const blob = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(ownScript(blob), { type: 'module' });
  const forget = (): void => URL.revokeObjectURL(blob);
  worker.addEventListener('message', forget, { once: true });
  worker.addEventListener('error', forget, { once: true });
  return worker;
}
