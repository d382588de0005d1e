import type { VersionedWriteOptions, WriteOptions } from '@enrollkit/core';
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.js';
import { badRequest } from '../problem.js';

/** That the sender may go away. */
export function readOptions(c: Context<AppEnv>): { readonly signal: AbortSignal } {
  return { signal: c.req.raw.signal };
}

/** What the headers of a write say: its idempotency key, and that the sender may go away. */
export function writeOptions(c: Context<AppEnv>): WriteOptions & { readonly signal: AbortSignal } {
  const idempotencyKey = c.req.header('Idempotency-Key');
  expectKey(idempotencyKey, 'Idempotency-Key');
  return { ...readOptions(c), ...(idempotencyKey !== undefined && { idempotencyKey }) };
}

/** A key that came in a header, or with one item of many. */
export function expectKey(idempotencyKey: string | undefined, path: string): void {
  const isKey = idempotencyKey === undefined || /^[\x21-\x7e]{1,200}$/.test(idempotencyKey);
  if (!isKey) throw badRequest('idempotency-key-invalid', path);
}

/** The same, with the version that the user saw. */
export function versionedOptions(c: Context<AppEnv>): VersionedWriteOptions & { readonly signal: AbortSignal } {
  return { ...writeOptions(c), ...seenVersion(c) };
}

/** The version that the user saw, when `If-Match` says one. */
export function seenVersion(c: Context<AppEnv>): Pick<VersionedWriteOptions, 'expectedVersion'> {
  const ifMatch = c.req.header('If-Match')?.trim();
  if (ifMatch === undefined || ifMatch === '*') return {};
  // A proxy that compresses makes an ETag weak. What follows the version is not a matter of versions.
  const [, version] = /^(?:W\/)?"(\d{1,15})(?:\.[\w-]*)?"$/.exec(ifMatch) ?? [];
  if (version === undefined) throw badRequest('if-match-invalid', 'If-Match');
  return { expectedVersion: Number(version) };
}
