import type { Actor, FeedImport, NewImport, StagedFile, Store, WriteOptions } from '@enrollkit/core';
import type { SpooledFile } from '../files/spool.js';
import { openBackend, type BackendParts } from '../parts/open-backend.js';
import type { RequestFacts } from '../parts/server-parts.js';

export interface StartImportOptions extends WriteOptions {
  readonly actor: Actor;
  readonly request?: RequestFacts;
}

/** A feed that came in: what is wanted with it. */
export interface IncomingFeed extends Pick<NewImport, 'kind' | 'options'> {
  readonly file: SpooledFile;
  /** Where it was fetched. Absent: somebody sent it. */
  readonly url?: string;
}

/** Begins an import and keeps its feed until the import is over: both or neither. Rejects with `conflict` while one is applied. */
export async function startImport(
  parts: BackendParts,
  { kind, options: chosen, file, url }: IncomingFeed,
  { actor, request, ...options }: StartImportOptions,
): Promise<FeedImport> {
  const staged = await parts.files.stage(file, options);
  const around = (store: Store): Store => keeping(store, staged);
  const backend = openBackend(parts, actor, { around, ...(request && { request }) });
  const { sha256, sizeBytes } = staged;
  const origin = url === undefined ? ({ kind: 'upload' } as const) : ({ kind: 'url', url } as const);
  const source = { ...origin, name: file.name, sha256, sizeBytes };
  return backend.createImport({ kind, source, ...(chosen && { options: chosen }) }, options);
}

/** The same store, whose next write keeps a file as well. */
function keeping(store: Store, file: StagedFile): Store {
  return {
    ...store,
    write: (intent, work) =>
      store.write(intent, async (tables) => {
        const result = await work(tables);
        await tables.keepFiles([file]);
        return result;
      }),
  };
}
