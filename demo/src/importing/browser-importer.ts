import { DEFAULT_TIME_ZONE, dayOf, type Backend, type ImportPort } from '@enrollkit/core';
import { applyImport, planImport } from '@enrollkit/feed';
import { sanitizeDescription as sanitize } from '@enrollkit/feed/html/without-dom.js';
import type { FeedImporter } from './feed-importer.js';

/** A backend that can import by itself, as that of a browser. */
export type ImportingBackend = Pick<Backend, keyof ImportPort | 'listProducts' | 'listTrainers' | 'timeZone'>;

/** Imports into the database of this browser. */
export function browserImporter(backend: ImportingBackend): FeedImporter {
  return {
    async plan({ name, content }) {
      const sha256 = await digest(content);
      const { id } = await backend.createImport({
        kind: 'products',
        source: { kind: 'local', name, sha256, sizeBytes: content.size },
      });
      return planImport(backend, id, content, {
        today: dayOf(new Date().toISOString(), backend.timeZone ?? DEFAULT_TIME_ZONE),
        sanitize,
      });
    },
    listSteps: (importId, offset, size) => backend.listImportSteps(importId, { offset, size }),
    async apply(plan, { content }, { force, onProgress }) {
      return applyImport(backend, plan.id, content, {
        sha256: plan.source.sha256,
        sanitize,
        force,
        onProgress: ({ records }) => onProgress(records),
      });
    },
    async cancel(importId) {
      await backend.cancelImport(importId);
    },
  };
}

async function digest(content: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await content.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
