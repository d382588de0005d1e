import { attackCases } from './cases/attack-cases.js';
import { careCases } from './cases/care-cases.js';
import { failingCases } from './cases/failing-cases.js';
import { killCases } from './cases/kill-cases.js';
import { manyCases } from './cases/many-cases.js';
import { sentCases } from './cases/sent-cases.js';
import { useWebhookWorld } from './support/webhook-world.js';

useWebhookWorld();

sentCases();
failingCases();
manyCases();
careCases();
attackCases();
killCases();
