import { EnrollkitError, type ErrorCode, type Issue } from '@enrollkit/core';
import type { ImportTarget } from './import-target.js';

/** The part of a `MessagePort`, of Node or of a browser, that a conversation takes. */
export interface TargetPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** What planning and applying ask of a backend. */
const METHODS = {
  getImport: true,
  restartPlan: true,
  putImportSteps: true,
  listNamesakes: true,
  notePlanProgress: true,
  finishPlan: true,
  startApplying: true,
  listImportSteps: true,
  applyImportSteps: true,
  finishImport: true,
  failImport: true,
  listProducts: true,
  listTrainers: true,
} as const satisfies Record<keyof ImportTarget, true>;

interface Request {
  readonly id: number;
  readonly method: keyof ImportTarget;
  readonly args: readonly unknown[];
}
type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly code: ErrorCode; readonly message: string; readonly issues: readonly Issue[] };

/**
 * Does in one thread what `planImport` and `applyImport` ask of a backend in another: reading and checking a feed keeps a
 * processor busy, and the thread that answers requests must not wait for that.
 *
 * @example
 * const worker = new Worker(new URL('./plan-thread.js', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } });
 * const { port1, port2 } = new MessageChannel();
 * serveImportTarget(port1, backend);
 * worker.postMessage({ port: port2, importId, today }, [port2]);
 */
export function serveImportTarget(port: TargetPort, target: ImportTarget): void {
  port.addEventListener('message', ({ data }) => {
    const { id, method, args } = data as Request;
    // Only these: whoever is at the other end may not ask for more of the backend than planning does.
    const isKnown = Object.hasOwn(METHODS, method);
    const call = isKnown ? (target[method] as (...given: readonly unknown[]) => Promise<unknown>) : undefined;
    Promise.resolve(call?.call(target, ...args)).then(
      (value) => port.postMessage({ id, value } satisfies Reply),
      (error: unknown) => port.postMessage({ id, ...described(error) } satisfies Reply),
    );
  });
}

/**
 * A backend at the other end of a port, for `planImport` and `applyImport` in a thread of their own.
 *
 * @example
 * parentPort.once('message', async ({ port, importId, today }) => {
 *   const target = connectImportTarget(port);
 *   await planImport(target, importId, createReadStream(path), { today, sanitize, budget: usualBudget(() => performance.now()) });
 * });
 */
export function connectImportTarget(port: TargetPort): ImportTarget {
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;
  port.addEventListener('message', ({ data }) => {
    const reply = data as Reply;
    const call = pending.get(reply.id);
    pending.delete(reply.id);
    if ('code' in reply) call?.reject(new EnrollkitError(reply.code, reply.message, { issues: reply.issues }));
    else call?.resolve(reply.value);
  });
  const ask =
    (method: keyof ImportTarget) =>
    (...args: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = (calls += 1);
        pending.set(id, { resolve, reject });
        port.postMessage({ id, method, args } satisfies Request);
      });
  const methods = Object.keys(METHODS) as readonly (keyof ImportTarget)[];
  return Object.fromEntries(methods.map((method) => [method, ask(method)])) as unknown as ImportTarget;
}

/** An error's class doesn't survive the journey. */
function described(error: unknown): Omit<Extract<Reply, { code: ErrorCode }>, 'id'> {
  const { code, message, issues } = (error ?? {}) as Partial<EnrollkitError>;
  return { code: code ?? 'internal', message: message ?? String(error), issues: issues ?? [] };
}
