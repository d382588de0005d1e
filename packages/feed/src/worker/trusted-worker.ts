interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** The addresses that this copy of the kit makes workers of. */
const ownAddresses = new Set<string>();
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * Makes a worker where the page enforces Trusted Types too, with a policy named `enrollkit` that trusts the kit's own
 * script and nothing else. Throws where the page's policy has no room for it.
 */
export function createTrustedWorker(address: string | URL): Worker {
  const own = String(address);
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  ownAddresses.add(own);
  policy ??= trustedTypes?.createPolicy('enrollkit', { createScriptURL: ownOnly });
  return new Worker(policy?.createScriptURL(own) ?? own, { type: 'module' });
}

function ownOnly(address: string): string {
  if (!ownAddresses.has(address)) throw new TypeError('Only the kit’s own worker is trusted.');
  return address;
}
