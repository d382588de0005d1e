import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { ImportAction, ImportKind, ImportStep } from '@enrollkit/core';
import type { WireImportSession } from '@enrollkit/core/wire';
import { CliError } from '../cli-error.js';
import { EXIT, type ExitCode, type Invocation } from '../command.js';
import { withFeed } from '../input/feed-input.js';
import { printable } from '../printable.js';
import type { Texts } from '../texts/texts.js';
import { sayPlan, type ShownStep } from '../report/plan-report.js';
import { ask } from './ask.js';
import { AskedAgainError, type ImportServer } from './import-server.js';
import { openServer } from './open-server.js';
import { watchImport } from './watch-import.js';

const ACTIONS: readonly ImportAction[] = ['create', 'update', 'restore', 'delete', 'invite'];
const SHOWN_STEPS = 10;
const SHOWN_FINDINGS = 5;
/** How often a feed is sent once more where the server asks for it, and how long it may ask to wait each time. */
const MOST_REPEATS = 3;
const LONGEST_WAIT_S = 60;

/** Sends a feed, shows what the server plans, and has it applied when that is wanted; or goes on with an earlier one. */
export async function importFeed(invocation: Invocation): Promise<ExitCode> {
  const { values, texts, console, signal } = invocation;
  const isLook = values['plan-only'] === true;
  if (!isLook && values.yes !== true && !canAnswer(invocation)) throw new CliError(() => texts.needsAnswer);
  const server = await openServer(invocation);
  let id = typeof values.resume === 'string' ? values.resume : undefined;
  try {
    id ??= (await upload(server, invocation)).id;
    return await goOn(server, id, invocation, isLook);
  } catch (error) {
    if (signal.aborted)
      console.note(id === undefined ? texts.uploadStopped : texts.goOn({ command: command(id, invocation) }));
    throw error;
  }
}

/** Sends the feed, and once more where the server asks for that. What is piped in can be read only once. */
async function upload(server: ImportServer, invocation: Invocation): Promise<WireImportSession> {
  const { file, signal, console, texts } = invocation;
  const idempotencyKey = randomUUID();
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await send(server, invocation, idempotencyKey);
    } catch (error) {
      if (!(error instanceof AskedAgainError) || error.afterSeconds > LONGEST_WAIT_S) throw error;
      if (repeats === MOST_REPEATS || !(await canReadAgain(file))) throw error;
      // Whoever looks on would take a long pause for a program that hangs.
      if (error.afterSeconds > 0) console.note(texts.sendsAgain({ seconds: error.afterSeconds }));
      await wait(error.afterSeconds * 1000, undefined, { signal });
    }
  }
}

function send(server: ImportServer, invocation: Invocation, idempotencyKey: string): Promise<WireImportSession> {
  const { file, values, texts } = invocation;
  const kind: ImportKind = values.trainers === true ? 'trainers' : 'products';
  const maxDeleted = values['max-delete'] as string | undefined;
  return withFeed(file, invocation, { label: () => texts.uploading }, ({ bytes }) =>
    server.upload({ kind, bytes, maxDeleted, idempotencyKey }),
  );
}

/** A file or an address, and no pipe. */
async function canReadAgain(file: string): Promise<boolean> {
  if (file === '-') return false;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ?? /^https?:/i.test(file);
}

async function goOn(server: ImportServer, id: string, invocation: Invocation, isLook: boolean): Promise<ExitCode> {
  const { values, texts, console } = invocation;
  const planned = await watchImport(server, id, 'planning', invocation);
  const say = values.json === true ? undefined : console;
  if (say && planned.state !== 'applying' && planned.state !== 'done') await sayImport(server, planned, invocation);
  const mayApply = planned.state === 'planned' || (planned.state === 'held' && values.force === true);
  if (planned.state === 'held' && !mayApply && say) console.note(heldText(planned, invocation));
  if (mayApply && !isLook) {
    if (values.yes === true || (await ask(texts.applyQuestion, invocation)))
      await server.apply(id, { force: values.force === true, ...newIdsOf(values) });
    else console.note(texts.waiting({ command: command(id, invocation) }));
  } else if (mayApply) console.note(texts.waiting({ command: command(id, invocation) }));
  const last = await watchImport(server, id, 'applying', invocation);
  if (say && last.state === 'done')
    await console.say(console.paint('green', texts.importDone({ applied: last.counts.applied })));
  if (values.json === true) await console.say(JSON.stringify({ id, state: last.state, counts: last.counts }));
  const isDone = last.state === 'done' || (isLook && last.state === 'planned');
  return isDone && last.counts.errors === 0 ? EXIT.good : EXIT.errorsFound;
}

async function sayImport(
  server: ImportServer,
  session: WireImportSession,
  { console, texts, language }: Invocation,
): Promise<void> {
  const { id, state, counts, problem } = session;
  if (state === 'cancelled') console.note(texts.importCancelled);
  if (state === 'failed') console.note(texts.importFailed({ why: printable(problem?.text ?? '') }));
  if (state !== 'planned' && state !== 'held') return;
  const actions = ACTIONS.map(async (action) => {
    const steps = counts[action] > 0 ? await server.steps(id, action, SHOWN_STEPS) : [];
    return { action, count: counts[action], steps: steps.map((step) => withEnrollments(step, texts)) };
  });
  await sayPlan({ console, texts, language }, await Promise.all(actions), counts.left);
  // A server from before says nothing of it.
  if (((counts.new_ids as number | undefined) ?? 0) > 0) await console.say(texts.newIds(counts.new_ids));
  const findings = counts.errors > 0 ? await server.findings(id) : [];
  const errors = findings.filter(({ severity }) => severity === 'error').slice(0, SHOWN_FINDINGS);
  if (counts.left > 0) await console.say(console.paint('red', texts.leftOut(counts.left)));
  for (const { line = 1, column = 1, record_id = '', text } of errors) {
    await console.say(`  ${console.paint('dim', `${line}:${column}`)}  ${printable(`${record_id}  ${text}`)}`);
  }
}

function newIdsOf({ 'new-ids': choice, 'new-ids-except': exceptions }: Invocation['values']) {
  return {
    ...(typeof choice === 'string' && { new_ids: choice }),
    ...(Array.isArray(exceptions) && { new_id_exceptions: exceptions.map(String) }),
  };
}

/** What hangs on a product that is to be deleted, or gets another ID. A server from before doesn't say. */
function withEnrollments(step: ImportStep, texts: Texts): ShownStep {
  return { ...step, note: step.enrollments && texts.enrollments(step.enrollments) };
}

function heldText({ id, counts, options }: WireImportSession, invocation: Invocation): string {
  const percentage = Math.round((counts.delete / Math.max(1, counts.before)) * 1000) / 10;
  const most = options.max_deleted_share;
  // A server from before doesn't say what hangs on them.
  const total = (counts.enrollments as number | undefined) ?? 0;
  const open = (counts.open_enrollments as number | undefined) ?? 0;
  return invocation.texts.held({
    percentage,
    most,
    ...(total > 0 && { enrollments: invocation.texts.enrollments({ total, open }) }),
    command: `${command(id, invocation)} --force`,
  });
}

function canAnswer({ console, file }: Invocation): boolean {
  return console.isAttended && console.surroundings.stdin.isTTY === true && file !== '-';
}

/** What to type to go on with an import. */
function command(id: string, { values }: Invocation): string {
  const tokenFile = typeof values['token-file'] === 'string' ? ` --token-file ${values['token-file']}` : '';
  return `enrollkit feed import --server ${String(values.server)} --resume ${printable(id)}${tokenFile}`;
}
