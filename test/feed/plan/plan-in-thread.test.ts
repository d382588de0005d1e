import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { hasErrorCode } from '@enrollkit/core';
import { connectImportTarget, planImport, serveImportTarget, type TargetPort } from '@enrollkit/feed';
import { sanitizeDescription as sanitize } from '@enrollkit/feed/html/without-dom.js';
import { afterEach, expect, it } from 'vitest';
import { feedOf } from '../read/product-xml.js';
import { goodProduct, ImportWorld } from './support/import-world.js';

let ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports) port.close();
});

function channel(): readonly [TargetPort, TargetPort] {
  const { port1, port2 } = new MessageChannel();
  ports = [port1, port2];
  for (const port of ports) port.start();
  return [port1 as unknown as TargetPort, port2 as unknown as TargetPort];
}

it('plans across a port what it plans beside the backend', async () => {
  const world = new ImportWorld();
  const feed = feedOf(goodProduct('P1'), goodProduct('P2'));
  const id = await world.start(feed);
  const [here, there] = channel();
  serveImportTarget(here, world.backend);
  const plan = await planImport(connectImportTarget(there), id, feed, { today: '2026-11-22', sanitize });
  expect(plan).toMatchObject({ state: 'planned', counts: { create: 2 } });
  expect(plan).toEqual(await world.backend.getImport(id));
});

it('is told across a port what the backend refuses, by its code', async () => {
  const [here, there] = channel();
  serveImportTarget(here, new ImportWorld().backend);
  const error: unknown = await connectImportTarget(there)
    .getImport('nowhere')
    .catch((thrown: unknown) => thrown);
  expect(hasErrorCode(error, 'not-found')).toBe(true);
});
