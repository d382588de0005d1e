import { setTimeout as wait } from 'node:timers/promises';
import type { ImportState } from '@enrollkit/core';
import type { WireImportSession } from '@enrollkit/core/wire';
import { CliError } from '../cli-error.js';
import type { Invocation } from '../command.js';
import { openProgressBar, type Progress } from '../progress-bar.js';
import type { ImportServer } from './import-server.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;
/** How often in a row a server may not answer: it may be starting again, and goes on by itself then. */
const MOST_FAILURES = 8;

/** Waits until an import is through a state, and shows how far it is. */
export async function watchImport(
  server: ImportServer,
  id: string,
  state: ImportState & ('planning' | 'applying'),
  { console, texts, signal }: Invocation,
): Promise<WireImportSession> {
  const bar = await openProgressBar(console, { isSteps: state === 'applying' });
  let failures = 0;
  try {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
      const session = await server.read(id).catch((error: unknown) => {
        failures += 1;
        if (!(error instanceof CliError) || failures > MOST_FAILURES) throw error;
        return undefined;
      });
      if (session && session.state !== state) return session;
      if (session) {
        failures = 0;
        bar.show({ ...howFar(session), note: texts[state] });
      }
      await wait(pause, undefined, { signal });
    }
  } finally {
    bar.clear();
  }
}

/** Bytes of the feed while it is planned, steps while they are done. */
function howFar({ state, source, progress, counts }: WireImportSession): Omit<Progress, 'note'> {
  if (state === 'planning') return { read: progress?.read_bytes ?? 0, total: source.size_bytes };
  const { create, update, restore, delete: gone, invite, applied } = counts;
  return { read: applied, total: create + update + restore + gone + invite };
}
