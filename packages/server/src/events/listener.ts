import type { Actor, Change, Scope } from '@enrollkit/core';

/** Somebody who hears of changes to records that they may know of. */
export interface Listener {
  readonly actor: Actor;
  readonly tell: (change: Change) => void;
  /** Changes may have been missed: nothing more comes. */
  readonly lose: () => void;
}

/** They connect again, and read again what they show. */
export function loseAll(group: ReadonlyMap<Listener, Scope>): void {
  for (const listener of [...group.keys()]) listener.lose();
}
