import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { openRestBackend } from '@enrollkit/adapters/rest';
import type { Backend } from '@enrollkit/core';
import { defineBackendType, type BackendConfig, type EnrollkitBackend } from '@enrollkit/elements/enrollkit-backend.js';
import { byId } from './dom.js';
import { ACTORS, type Role } from './roles.js';
import { tokenGiver } from './session.js';

/** Where the records of this page are. */
export type Place = 'indexeddb' | 'rest';

/** The portal's own name for its database, and what a portal without a server uses. */
const DATABASE = 'duinweg';
const KEY = 'portal-backend';

/** The backend of the page, and where it is. */
export interface PortalBackend {
  readonly backend: Backend;
  readonly place: Place;
  readonly database: string;
  /** Whether the page came from a server that has the records too. */
  readonly hasServer: boolean;
}

/**
 * The backend that `<enrollkit-backend>` in the header names: the portal's pages and the elements share it. `?backend=indexeddb`
 * shows the same page without its server.
 */
export async function openPortalBackend(role: Role): Promise<PortalBackend> {
  const element = byId<EnrollkitBackend>('backend');
  const hasServer = element.getAttribute('type') === 'rest';
  const place: Place = hasServer && chosenPlace() !== 'indexeddb' ? 'rest' : 'indexeddb';
  if (place === 'indexeddb') {
    element.setAttribute('type', 'indexeddb');
    element.setAttribute('database', DATABASE);
  }
  element.getToken = tokenGiver(role);

  const backend = await new Promise<Backend>((resolve) => {
    const made = (open: (config: BackendConfig) => Backend) => (config: BackendConfig) => {
      const backend = open(config);
      resolve(backend);
      return backend;
    };
    defineBackendType(
      'indexeddb',
      made(({ database = DATABASE, timeZone = 'Europe/Amsterdam' }) =>
        openIndexedDbBackend({ database, timeZone, actor: ACTORS[role] }),
      ),
    );
    defineBackendType(
      'rest',
      made(({ baseUrl = '/api', timeZone = 'Europe/Amsterdam', getToken }) =>
        openRestBackend({ baseUrl, timeZone, ...(role === 'visitor' ? { visitor: true } : { getToken }) }),
      ),
    );
  });
  return { backend, place, database: element.getAttribute('database') ?? DATABASE, hasServer };
}

/** Shows the same portal with its records elsewhere. */
export function changePlace(place: Place): void {
  localStorage.setItem(KEY, place);
  const address = new URL(location.href);
  address.searchParams.delete('backend');
  location.replace(address);
}

function chosenPlace(): string | null {
  const asked = new URLSearchParams(location.search).get('backend');
  try {
    if (asked !== null) localStorage.setItem(KEY, asked);
    return localStorage.getItem(KEY);
  } catch {
    return asked;
  }
}
