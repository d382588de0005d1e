import type { Action } from '@enrollkit/core';

/** Whether the person may do it, as far as the backend says. What it doesn't say is offered, and the attempt will tell. */
export function may(action: Action, { allowed }: { readonly allowed?: readonly Action[] }): boolean {
  return !Array.isArray(allowed) || allowed.includes(action);
}
