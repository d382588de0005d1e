import { fullContract } from '../../contract/backend-contract.js';
import { deleteWorlds, makeIndexedDbWorld } from './worlds.js';

after(deleteWorlds);

fullContract('IndexedDB', makeIndexedDbWorld, { describe, it });
