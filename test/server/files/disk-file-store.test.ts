import { describeFileStore } from './file-store-contract.js';
import { openDiskWorld } from './disk-world.js';

describeFileStore('disk', () => openDiskWorld());
