import { fullContract } from '../../contract/backend-contract.js';
import { makeIndexedDbWorld } from './worlds.js';

fullContract('IndexedDB', makeIndexedDbWorld, { describe, it });
