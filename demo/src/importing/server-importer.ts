import type { ImportSession } from '@enrollkit/core';
import { fromWireImportStep, toCamelKeys, type WireImportStep, type WirePage } from '@enrollkit/core/wire';
import type { BackendConfig } from '@enrollkit/elements';
import type { FeedImporter } from './feed-importer.js';
import { jsonBody, serverApi, type CallApi } from './server-api.js';

/** Often enough for a bar that moves. */
const LOOK_AGAIN_MS = 400;

/** Imports through the server: it plans and applies in the background, and goes on when the page is closed. */
export function serverImporter(getToken: NonNullable<BackendConfig['getToken']>): FeedImporter {
  const api = serverApi(getToken);
  const call: CallApi = (path, init) => api(`/imports${path}`, init);
  const readImport = async (path: string, init?: RequestInit): Promise<ImportSession> =>
    toCamelKeys(await call(path, init)) as ImportSession;
  const post = (path: string, body: object): Promise<unknown> => call(path, { method: 'POST', ...jsonBody(body) });

  const follow = async (
    id: string,
    isUnderWay: (state: ImportSession['state']) => boolean,
    onLook: (now: ImportSession) => void = () => undefined,
  ): Promise<ImportSession> => {
    for (;;) {
      const now = await readImport(`/${id}?findings=false`);
      onLook(now);
      if (!isUnderWay(now.state)) return now;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };

  return {
    async plan({ name, content, kind }, { onProgress }) {
      // As a form: a body alone has no name, and the list of imports tells which file it was.
      const body = new FormData();
      body.set('file', content, name);
      const sent = await readImport(`/${kind}`, { method: 'POST', body });
      return follow(
        sent.id,
        (state) => state === 'planning',
        // A packed feed is larger there than here.
        ({ progress, source }) =>
          progress && onProgress({ ...progress, readBytes: (progress.readBytes / source.sizeBytes) * content.size }),
      );
    },
    async listSteps(id, { isNewId, offset, size }) {
      const query = `is_new_id=${isNewId}&offset=${offset}&size=${size}`;
      const { items, total } = (await call(`/${id}/steps?${query}`)) as WirePage<WireImportStep>;
      return { items: items.map(fromWireImportStep), total };
    },
    async apply({ id }, _feed, { force, newIds, newIdExceptions, onProgress }) {
      await post(`/${id}/apply`, { force, new_ids: newIds, new_id_exceptions: newIdExceptions });
      return follow(
        id,
        (state) => state === 'applying' || state === 'planned' || state === 'held',
        ({ counts }) => onProgress(counts.applied),
      );
    },
    async cancel(id) {
      await post(`/${id}/cancel`, {});
    },
  };
}
