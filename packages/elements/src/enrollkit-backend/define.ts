import { defineElement } from '../base/define-element.js';
import { EnrollkitBackend } from './enrollkit-backend.js';

defineElement('enrollkit-backend', EnrollkitBackend);

export * from './enrollkit-backend.js';
export {
  defineBackendType,
  type BackendConfig,
  type BackendFactory,
  type OwnedBackend,
  type TokenGiver,
} from './backend-types.js';
