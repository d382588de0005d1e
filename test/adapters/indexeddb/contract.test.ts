import { backendContract } from '../../contract/backend-contract.js';
import { makeIndexedDbWorld } from './worlds.js';

backendContract('IndexedDB', makeIndexedDbWorld, { describe, it });
