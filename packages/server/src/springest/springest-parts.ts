import type { ServerParts } from '../parts/server-parts.js';
import type { RecordNumbers } from './record-numbers.js';

/** What these routes work with. */
export interface SpringestParts extends Pick<ServerParts, 'settings' | 'clock' | 'spool' | 'log'> {
  readonly numbers: RecordNumbers;
}
