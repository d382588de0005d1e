import {
  DEFAULT_TIME_ZONE,
  dayOf,
  hasErrorCode,
  type FullBackend,
  type FeedImport,
  type ImportPort,
  type NewImport,
} from '@enrollkit/core';
import { applyImport, planImport } from '@enrollkit/feed';
import { sanitizeDescription as sanitize } from '@enrollkit/feed/html/without-dom.js';
import type { FeedImporter } from './feed-importer.js';

/** A backend that can import by itself, as that of a browser. */
export type ImportingBackend = Pick<FullBackend, keyof ImportPort | 'listProducts' | 'listTrainers' | 'timeZone'>;

/** Imports into the database of this browser. */
export function browserImporter(backend: ImportingBackend): FeedImporter {
  return {
    async plan({ name, content, kind }, { onProgress }) {
      const sha256 = await digest(content);
      const source = { kind: 'local', name, sha256, sizeBytes: content.size } as const;
      const { id } = await begin(backend, { kind, source });
      return planImport(backend, id, content, {
        today: dayOf(new Date().toISOString(), backend.timeZone ?? DEFAULT_TIME_ZONE),
        sanitize,
        onProgress: ({ read, records }) => onProgress({ readBytes: read, products: records }),
      });
    },
    listSteps: (importId, page) => backend.listImportSteps(importId, { ...page, forReview: true }),
    async apply(plan, { content }, { onProgress, ...chosen }) {
      // The browser lets go of it when this page is closed.
      return navigator.locks.request(lockOf(plan.id), () =>
        applyImport(backend, plan.id, content, {
          sha256: plan.source.sha256,
          sanitize,
          ...chosen,
          onProgress: ({ records }) => onProgress(records),
        }),
      );
    },
    async cancel(importId) {
      await backend.cancelImport(importId);
    },
  };
}

/**
 * Begins an import. One that was being applied when its page was closed makes room: what it did stays, and the new plan has
 * the rest.
 */
async function begin(backend: ImportingBackend, input: NewImport): Promise<FeedImport> {
  try {
    return await backend.createImport(input);
  } catch (error) {
    if (!hasErrorCode(error, 'conflict')) throw error;
    const { id } = error.current as FeedImport;
    if (!(await isLeft(id))) throw error;
    await backend.cancelImport(id);
    return backend.createImport(input);
  }
}

/** Whether no tab applies it any more. */
function isLeft(importId: string): Promise<boolean> {
  return navigator.locks.request(lockOf(importId), { ifAvailable: true }, (lock) => lock !== null);
}

const lockOf = (importId: string): string => `enrollkit-import-${importId}`;

async function digest(content: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await content.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
