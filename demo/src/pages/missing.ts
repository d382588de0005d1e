import { startPage } from '../portal.js';

await startPage({ show: () => undefined });
