import { importingScript } from '@enrollkit/core';

interface Policy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The addresses that workers are made of here. */
const own = new Set<string>();
let policy: Policy | undefined;

/**
 * Makes a worker of the script that reads PDFs, as `createTrustedWorker` of `@enrollkit/feed/worker` makes those that check
 * feeds: under Trusted Types (with the policy `enrollkit-pdf`), and of a script of another origin, which one of the page's
 * own imports.
 */
export function createTrustedWorker(address: string | URL): Worker {
  const script = new URL(address, globalThis.location.href);
  if (script.origin === globalThis.origin) return new Worker(trusted(script.href), { type: 'module' });

  const blob = URL.createObjectURL(new Blob([importingScript(script.href)], { type: 'text/javascript' }));
  const worker = new Worker(trusted(blob), { type: 'module' });
  const forget = (): void => URL.revokeObjectURL(blob);
  worker.addEventListener('message', forget, { once: true });
  worker.addEventListener('error', forget, { once: true });
  return worker;
}

/** The address in the form that a page with Trusted Types wants: a policy that trusts these scripts and no other. */
function trusted(address: string): string {
  own.add(address);
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('enrollkit-pdf', {
    createScriptURL(asked) {
      if (!own.has(asked)) throw new TypeError('Only the worker that reads PDFs is trusted.');
      return asked;
    },
  });
  return policy?.createScriptURL(address) ?? address;
}
