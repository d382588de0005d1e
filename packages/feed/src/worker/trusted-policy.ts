interface Policy {
  createScriptURL(address: string): string;
}

interface Rules {
  createHTML?(markup: string): string;
  createScriptURL(address: string): string;
}

/** The addresses that this copy of the kit makes workers of. */
const ownAddresses = new Set<string>();
let policy: Policy | undefined;

/**
 * The one policy named `enrollkit` of this copy of the kit, where the page has Trusted Types. It trusts the addresses of the
 * kit's own scripts. A one-file build adds how its Lit makes markup, because a second policy would need a second name.
 *
 * @public to the build of packages/embed
 */
export function enrollkitPolicy(rules?: Omit<Rules, 'createScriptURL'>): Policy | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Rules): Policy } };
  policy ??= trustedTypes?.createPolicy('enrollkit', { ...rules, createScriptURL: ownOnly });
  return policy;
}

/** @internal An address of the kit's own, in the form that the page wants. */
export function ownScript(address: string): string {
  ownAddresses.add(address);
  return enrollkitPolicy()?.createScriptURL(address) ?? address;
}

function ownOnly(address: string): string {
  if (!ownAddresses.has(address)) throw new TypeError('Only the kit’s own worker is trusted.');
  return address;
}
