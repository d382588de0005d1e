import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { openRestBackend } from '@enrollkit/adapters/rest';
import type { Backend } from '@enrollkit/core';
import { defineBackendType, type BackendConfig, type EnrollkitBackend } from '@enrollkit/elements/enrollkit-backend.js';
import { byId } from './dom.js';
import { ACTORS, type Role } from './roles.js';
import { tokenGiver } from './session.js';
import { recall, remember } from './tab-memory.js';

/** Where the records of this page are. */
export type Place = 'indexeddb' | 'rest';

/** The portal's own name for its database, and what a portal without a server uses. */
const DATABASE = 'duinweg';
/** Of a portal in which nobody has done anything yet: `?sample=none`, until the tab is closed or the samples are put back. */
const EMPTY_DATABASE = 'duinweg-leeg';
const KEY = 'portal-backend';
const SAMPLE_KEY = 'portal-sample';

/** The backend of the page, and where it is. */
export interface PortalBackend {
  readonly backend: Backend;
  readonly place: Place;
  readonly database: string;
  /** Whether the page came from a server that has the records too. */
  readonly hasServer: boolean;
  /** Whether a browser's database is to be filled when it has nothing. */
  readonly hasSample: boolean;
}

/**
 * The backend that `<enrollkit-backend>` in the header names: the portal's pages and the elements share it. `?backend=indexeddb`
 * shows the same page without its server.
 */
export async function openPortalBackend(role: Role): Promise<PortalBackend> {
  const element = byId<EnrollkitBackend>('backend');
  const hasServer = element.getAttribute('type') === 'rest';
  const place: Place = hasServer && chosenPlace() !== 'indexeddb' ? 'rest' : 'indexeddb';
  const hasSample = wantsSample();
  if (place === 'indexeddb') {
    element.setAttribute('type', 'indexeddb');
    element.setAttribute('database', hasSample ? DATABASE : EMPTY_DATABASE);
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
  return { backend, place, database: element.getAttribute('database') ?? DATABASE, hasServer, hasSample };
}

function wantsSample(): boolean {
  const asked = new URLSearchParams(location.search).get('sample');
  if (asked !== null) remember(SAMPLE_KEY, asked);
  return recall(SAMPLE_KEY) !== 'none';
}

/** With the sample data from now on. */
export function wantSample(): void {
  remember(SAMPLE_KEY, '');
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
