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
 * The one policy of this copy of the kit, where the page has Trusted Types. It trusts the addresses of the kit's own scripts. A
 * one-file build adds how its Lit makes markup, under a name of that file's own: of one name a page has one policy.
 *
 * @public to the build of packages/embed
 */
export function enrollkitPolicy(name = 'enrollkit', rules?: Omit<Rules, 'createScriptURL'>): Policy | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Rules): Policy } };
  policy ??= trustedTypes?.createPolicy(name, { ...rules, createScriptURL: ownOnly });
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
