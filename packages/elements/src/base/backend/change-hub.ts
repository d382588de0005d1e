import type { Change, ChangeListener } from '@enrollkit/core';
import type { HostBackend } from './backend-context.js';
import { pageSlot } from '../page-slot.js';
import { warnOnce } from '../warn-once.js';

const hub = pageSlot('changes', () => new WeakMap<HostBackend, Set<ChangeListener>>());

const listenersOf = (backend: HostBackend): Set<ChangeListener> => {
  const listeners = hub.get(backend) ?? new Set();
  hub.set(backend, listeners);
  return listeners;
};

/**
 * Hears every change of the backend's records. A plain-object backend without `subscribe` still makes the elements on
 * this page agree: then the page itself carries what elements tell.
 */
export function subscribeToChanges(backend: HostBackend, listener: ChangeListener): () => void {
  if (hasSubscribe(backend)) return guarded(() => backend.subscribe(listener));
  const listeners = listenersOf(backend);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the other elements after a write of this one. A backend that has `subscribe` does so itself. */
export function tellChange(backend: HostBackend, change: Change): void {
  if (!hasSubscribe(backend)) for (const listener of listenersOf(backend)) listener(change);
}

type Subscribing = HostBackend & { subscribe(listener: ChangeListener): unknown };

function hasSubscribe(backend: HostBackend): backend is Subscribing {
  return typeof backend.subscribe === 'function';
}

/** The host's own code: what it throws is its developer's to know, and no reason to stop showing what was read. */
function guarded(subscribe: () => unknown): () => void {
  const attempt = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      warnOnce('backend-not-heard', [], error);
      return undefined;
    }
  };
  const unsubscribe = attempt(subscribe);
  return () => {
    if (typeof unsubscribe === 'function') attempt(unsubscribe as () => unknown);
  };
}
