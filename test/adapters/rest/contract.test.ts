import { backendContract } from '../../contract/backend-contract.js';
import { restWorlds } from '../../support/rest-world.js';

backendContract('REST', restWorlds(), { describe, it });
