import { createHash, randomBytes } from 'node:crypto';

/** What nobody can guess. The database keeps only its hash: who reads that can't use it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
