import type { WARNINGS } from './warnings.js';

type Warnings = typeof WARNINGS;

const warned = new Set<string>();

/**
 * Tells the developer of the host page, once for the same values: an element on a long list must not flood the console. The
 * sentence is loaded for it; where that fails its name and the values say as much.
 */
export function warnOnce<Name extends keyof Warnings>(
  name: Name,
  values: Parameters<Warnings[Name]>,
  cause?: unknown,
): void {
  const short = [name, ...values].join(' ');
  if (warned.has(short)) return;
  warned.add(short);
  const warn = (message: string): void =>
    console.warn(`[enrollkit] ${message}`, ...(cause === undefined ? [] : [cause]));
  void import('./warnings.js').then(
    ({ WARNINGS: table }) => warn((table[name] as (...said: typeof values) => string)(...values)),
    () => warn(short),
  );
}
