const warned = new Set<string>();

/** Tells the developer of the host page, once per message: an element on a long list must not flood the console. */
export function warnOnce(message: string, cause?: unknown): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`[enrollkit] ${message}`, ...(cause === undefined ? [] : [cause]));
}
