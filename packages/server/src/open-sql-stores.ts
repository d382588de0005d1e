import { scopeOf, type Actor, type Instant, type ReadTables, type Store, type WriteTables } from '@enrollkit/core';
import type { Logger } from 'pino';
import { readEnrollments, writeEnrollments } from './bookings/enrollment-table.js';
import { readCertificates, writeCertificates } from './certificates/certificate-table.js';
import { readCertifications, writeCertifications } from './certifications/certification-table.js';
import type { Transaction } from 'kysely';
import type { ReadReplica } from './database/read-replica.js';
import { transactionRunner } from './database/run-transaction.js';
import type { Tables } from './database/tables.js';
import { dropFile, keepFiles, removeUnneededBytes } from './files/file-table.js';
import type { ServerFileStore } from './files/server-file-store.js';
import { readImportSteps, writeImportSteps } from './imports/import-step-table.js';
import { readImports, writeImports } from './imports/import-table.js';
import { readInvoices, writeInvoices } from './invoices/invoice-table.js';
import type { Database, RequestFacts, SqlStores } from './parts/server-parts.js';
import { NoticeOutbox } from './notices/outbox.js';
import { readProducts, writeProducts } from './products/product-table.js';
import { answers, forgetAnswers } from './store/answers.js';
import { AuditTrail } from './store/audit-trail.js';
import { openChangeChannel } from './store/change-channel.js';
import { openPolledChanges } from './store/polled-changes.js';
import type { Session, WriteSession } from './store/session.js';
import { tenantOf } from './store/tenant.js';
import { readTrainers, writeTrainers } from './trainers/trainer-table.js';
import { webhookOutbox } from './webhooks/outbox.js';

export interface SqlStoresOptions {
  readonly database: Database;
  readonly files: ServerFileStore;
  readonly ids: () => string;
  readonly log: Logger;
  /** Whether certificates wait for platform staff before others than the provider see them. Default `true`. */
  readonly verifyCertifications?: boolean;
  /** Answers lists when it has all that was written before. Default: the database does. */
  readonly replica?: ReadReplica | undefined;
  /** Asks for changes each so many seconds. Default: is told of them. */
  readonly changesPollSeconds?: number | undefined;
  /** Whether people are mailed about what happens. Default `false`. */
  readonly sendsMail?: boolean;
}

/** The use cases' store in PostgreSQL, for every actor. Nothing is held here that another process would need. */
export async function openSqlStores({
  database,
  files,
  ids,
  log,
  replica,
  sendsMail = false,
  changesPollSeconds,
  verifyCertifications: verifiedOnly = true,
}: SqlStoresOptions): Promise<SqlStores> {
  const { tables } = database;
  const channel = await (changesPollSeconds === undefined
    ? openChangeChannel(database.pool, log)
    : openPolledChanges(database.pool, log, { pollSeconds: changesPollSeconds }));
  const { changes } = channel;
  const transactions = transactionRunner(tables);
  const follow = followUp({ database, files, log });

  const storeFor = (actor: Actor, request?: RequestFacts): Store => {
    const facts = { tenant: tenantOf(actor), scope: scopeOf(actor, { verifiedOnly }) };
    return {
      changes,
      async read(work, { isList = false, isOneQuestion = false } = {}) {
        const read = (tx: Transaction<Tables>) => work(readTables({ tx, ...facts }));
        const original = () => (isOneQuestion ? transactions.readOne(read) : transactions.read(read));
        return isList && replica ? replica.read(read, original) : original();
      },

      async write(intent, work) {
        let dropped: string[] = [];
        let forget: Instant | undefined;
        const result = await transactions.write(async (tx, later) => {
          dropped = [];
          const audit = new AuditTrail(tx, { intent, ...request, follower: webhookOutbox });
          const outbox = new NoticeOutbox(intent, sendsMail ? ids : undefined);
          const done = await work({
            ...writeTables({ tx, ...facts, audit, outbox, later }),
            answers: answers(tx, (before) => void (forget = before)),
            keepFiles: (staged) => keepFiles(tx, files, staged),
            async dropFile(sha256) {
              await dropFile(tx, sha256);
              dropped.push(sha256);
            },
          });
          await outbox.write(tx);
          return done;
        });
        await follow({ dropped, forget });
        return result;
      },
    };
  };

  return { for: storeFor, changes, close: () => channel.close() };
}

/** What a write leaves to be done. */
interface LeftBehind {
  /** Hashes of files that may be needed no more. */
  readonly dropped: readonly string[];
  /** Answers from before this moment are forgotten. */
  readonly forget: Instant | undefined;
}

/** What follows a write that is done, and must not undo it. The cleaner makes up for what fails here. */
function followUp({
  database: { tables },
  files,
  log,
}: Pick<SqlStoresOptions, 'database' | 'files' | 'log'>): (left: LeftBehind) => Promise<void> {
  let forgotten: Instant = '';
  return async ({ dropped, forget }) => {
    try {
      for (const sha256 of dropped) await removeUnneededBytes(tables, files, sha256);
      if (forget === undefined || forget === forgotten) return;
      // The moment moves once a day: so this costs nothing, and nobody waits for it twice.
      forgotten = forget;
      await forgetAnswers(tables, forget);
    } catch (error) {
      log.error({ err: error }, 'what a write left behind could not be removed: the cleaning job will');
    }
  };
}

function readTables(session: Session): ReadTables {
  return {
    enrollments: readEnrollments(session),
    certificates: readCertificates(session),
    certifications: readCertifications(session),
    products: readProducts(session),
    trainers: readTrainers(session),
    invoices: readInvoices(session),
    imports: readImports(session),
    importSteps: readImportSteps(session),
    answers: answers(session.tx, () => undefined),
  };
}

function writeTables(session: WriteSession): Omit<WriteTables, 'answers' | 'keepFiles' | 'dropFile'> {
  return {
    enrollments: writeEnrollments(session),
    certificates: writeCertificates(session),
    certifications: writeCertifications(session),
    products: writeProducts(session),
    trainers: writeTrainers(session),
    invoices: writeInvoices(session),
    imports: writeImports(session),
    importSteps: writeImportSteps(session),
  };
}
