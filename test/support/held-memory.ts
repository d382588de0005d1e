import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * The bytes in buffers that somebody still holds. Without what nobody does: how long that lies around before it is collected
 * differs by version of Node, and says nothing about us.
 */
export function heldBufferBytes(): number {
  collect();
  // What the first found is given back beside other work, and has been when the second begins.
  collect();
  return process.memoryUsage().arrayBuffers;
}
