import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { createBackend, dayOf, type Actor, type Backend, type Instant } from '@enrollkit/core';
import type { ServerParts } from '@enrollkit/server';
import { ACTORS } from '../src/roles.js';
import { areManyPlayed, MANY, playMany } from '../src/sample/many.js';
import { isPlayed, playSampleData } from '../src/sample/play.js';
import { PROVIDER_ID } from './portal-session.js';

/** Fills the server once, with some or with many: they are played through the same use cases that the API runs. */
export async function seedServer(
  parts: ServerParts,
  directory: string,
  { many = false }: { readonly many?: boolean } = {},
): Promise<void> {
  const { stores, files, ids, settings } = parts;
  const { timeZone, maxFileBytes } = settings;
  const time = { now: parts.clock() };
  const clock = (): Instant => time.now;
  const backendOf = (actor: Actor): Backend =>
    createBackend({ store: stores.for(actor), files, clock, ids, actor, timeZone, maxFileBytes });

  const provider = backendOf({ ...ACTORS.provider, providerId: PROVIDER_ID });
  const staff = backendOf({ id: 'platform', role: 'platform-staff', providerId: PROVIDER_ID });
  const readFile = (name: string): Promise<Blob> => openAsBlob(join(directory, name));
  const stage = {
    provider,
    staff,
    readFile,
    setTime: (now: Instant) => void (time.now = now),
    today: dayOf(time.now, timeZone),
  };
  if (!(await isPlayed(provider))) await playSampleData(stage);
  if (!many || (await areManyPlayed(provider))) return;
  await playMany({ ...stage, tell: (done) => console.log(`  ${done} of ${MANY} enrollments`) });
}
