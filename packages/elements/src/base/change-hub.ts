import type { Change, ChangeListener } from '@enrollkit/core';
import type { HostBackend } from './backend-context.js';
import { pageSlot } from './page-slot.js';

const listenersOf = (backend: HostBackend): Set<ChangeListener> => {
  const hub = pageSlot('changes', () => new WeakMap<HostBackend, Set<ChangeListener>>());
  const listeners = hub.get(backend) ?? new Set();
  hub.set(backend, listeners);
  return listeners;
};

/**
 * Hears every change of the backend's records. A plain-object backend without `subscribe` still makes the elements on
 * this page agree: then the page itself carries what elements tell.
 */
export function subscribeToChanges(backend: HostBackend, listener: ChangeListener): () => void {
  if (backend.subscribe) return backend.subscribe(listener);
  const listeners = listenersOf(backend);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the other elements after a write of this one. A backend that has `subscribe` does so itself. */
export function tellChange(backend: HostBackend, change: Change): void {
  if (!backend.subscribe) for (const listener of listenersOf(backend)) listener(change);
}
