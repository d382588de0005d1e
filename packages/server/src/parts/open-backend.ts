import { createBackend, type Actor, type FullBackend, type Store } from '@enrollkit/core';
import type { ServerActorId } from '../access/actor-claims.js';
import type { RequestFacts, ServerParts } from './server-parts.js';

export type BackendParts = Pick<ServerParts, 'stores' | 'files' | 'clock' | 'ids' | 'settings'>;

/** The use cases on this server's database, for one actor. `around` changes the store that they write to. */
export function openBackend(
  { stores, files, clock, ids, settings }: BackendParts,
  actor: Actor,
  { request, around }: { readonly request?: RequestFacts; readonly around?: (store: Store) => Store } = {},
): FullBackend {
  const { timeZone, maxFileBytes, verifyCertifications } = settings;
  const store = stores.for(actor, request);
  return createBackend({
    store: around?.(store) ?? store,
    files,
    clock,
    ids,
    actor,
    timeZone,
    maxFileBytes,
    verifyCertifications,
  });
}

/** The server itself, at work for a provider; `''`: the one of a host with one. `id` is what history says. */
export function serverActor(id: ServerActorId, providerId: string): Actor {
  return { id, role: 'provider', ...(providerId !== '' && { providerId }) };
}
