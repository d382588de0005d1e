import type { Backend } from '@enrollkit/core';
import { pageSlot } from '../page-slot.js';

/** A backend with at least the ports that the elements on the page use. */
export type HostBackend = Partial<Backend>;

/**
 * A backend that can do nothing, for a page that handed in none that works: elements then say that they aren't set up,
 * instead of waiting for ever. Whoever puts it in place tells the developer why.
 */
export const NO_BACKEND: HostBackend = {};

/** The context under which `<enrollkit-backend>` hands out its backend; `undefined` while it is still being made. */
export const backendContext = Symbol.for('enrollkit.backend');

interface DefaultBackend {
  backend: HostBackend | undefined;
  readonly listeners: Set<() => void>;
}

const defaultBackend = pageSlot('default-backend', (): DefaultBackend => ({
  backend: undefined,
  listeners: new Set(),
}));

/** Gives a backend to every element on the page that has none of its own and no `<enrollkit-backend>` around it. */
export function setDefaultBackend(backend: HostBackend | undefined): void {
  defaultBackend.backend = backend;
  for (const listener of defaultBackend.listeners) listener();
}

/** @internal */
export function getDefaultBackend(): HostBackend | undefined {
  return defaultBackend.backend;
}

/** @internal Calls `listener` when the page default is set, also later than the element is attached. */
export function onDefaultBackend(listener: () => void): () => void {
  const { listeners } = defaultBackend;
  listeners.add(listener);
  return () => listeners.delete(listener);
}
