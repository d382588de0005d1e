import type { Client } from '../http/client.js';
import type { Changes } from '../events/changes.js';
import type { ReadXml } from '../xml/read-xml.js';

/** What the methods of the backend work with. */
export interface Api {
  readonly client: Client;
  readonly changes: Changes;
  /** Present when certificates are read as XML. */
  readonly xml?: ReadXml;
}
