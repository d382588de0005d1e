import { EnrollkitError, type StagedFile } from '@enrollkit/core';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Client } from 'pg';
import type { Tables } from '../database/tables.js';
import type { ServerFileStore, StagedContent } from './server-file-store.js';

/** Sets these locks apart from others in the database. */
const FILE_LOCKS = 0x656b66;
/** Held by whoever needs all files to stay, and shared by those who remove some. */
const ALL_FILES = 0x656b61;

/**
 * Waits until nobody else keeps or removes this file, and then holds the others off until the transaction ends. Whoever
 * unlinks bytes holds it and sees that no row of `files` needs them; whoever keeps a file holds it and sees that its bytes
 * are there. So no row is ever without its bytes.
 */
async function lockFile(tx: Transaction<Tables>, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FILE_LOCKS}, hashtext(${sha256}))`.execute(tx);
}

/**
 * Until this connection ends, no bytes of files are removed, whatever becomes of their records: whoever copies files that
 * records need finds every one of them. What would have been removed is left to the cleaner. Waits for those who are at it.
 */
export async function keepEveryFile(client: Pick<Client, 'query'>): Promise<void> {
  await client.query('select pg_advisory_lock($1, 0)', [ALL_FILES]);
}

/**
 * Makes staged files part of this transaction. Locks them in the order in which they are given. Bytes that somebody else has
 * removed since they were staged are staged once more, now that nobody can.
 */
export async function keepFiles(
  tx: Transaction<Tables>,
  files: Pick<ServerFileStore, 'has' | 'stage'>,
  staged: readonly StagedFile[],
): Promise<void> {
  const [only, ...others] = staged;
  if (!only) return;
  // Locks and rows in one statement: every upload waits for each round trip. What follows is checked while they are locked.
  const locked =
    others.length === 0
      ? sql`select ${only.sha256}, ${only.sizeBytes}::bigint from pg_advisory_xact_lock(${FILE_LOCKS}, hashtext(${only.sha256}))`
      : sql`select sha256, size_bytes
          from unnest(${staged.map(({ sha256 }) => sha256)}::text[], ${staged.map(({ sizeBytes }) => sizeBytes)}::bigint[])
            as given (sha256, size_bytes),
          lateral pg_advisory_xact_lock(${FILE_LOCKS}, hashtext(sha256))`;
  await sql`insert into files (sha256, size_bytes) ${locked} on conflict (sha256) do nothing`.execute(tx);
  await Promise.all(staged.map((file) => expectBytes(files, file)));
}

async function expectBytes(files: Pick<ServerFileStore, 'has' | 'stage'>, staged: StagedFile): Promise<void> {
  if (await files.has(staged.sha256)) return;
  const { content } = staged as Partial<StagedContent>;
  if (!content) throw new EnrollkitError('internal', 'The bytes of a file are gone, and so is what they were made of');
  await files.stage(content);
}

/** Lets go of a file, unless any provider's record needs it. */
export async function dropFile(tx: Transaction<Tables>, sha256: string): Promise<void> {
  await lockFile(tx, sha256);
  await tx
    .deleteFrom('files')
    .where('sha256', '=', sha256)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('certificates').select('id').where('certificates.sha256', '=', sha256))),
    )
    .where((eb) => eb.not(eb.exists(eb.selectFrom('invoices').select('name').where('invoices.sha256', '=', sha256))))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('imports')
            .select('id')
            .where('state', 'in', ['planning', 'planned', 'held', 'applying'])
            .where(sql<string>`imports.source ->> 'sha256'`, '=', sha256),
        ),
      ),
    )
    .execute();
}

/** Removes the bytes of a file that no record needs. Answers whether it did. */
export async function removeUnneededBytes(
  database: Kysely<Tables>,
  files: Pick<ServerFileStore, 'remove'>,
  sha256: string,
): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      may: boolean;
    }>`select pg_try_advisory_xact_lock_shared(${ALL_FILES}, 0) as may`.execute(tx);
    if (!rows[0]?.may) return false;
    await lockFile(tx, sha256);
    const needed = await tx.selectFrom('files').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
    if (needed) return false;
    await files.remove(sha256);
    return true;
  });
}
