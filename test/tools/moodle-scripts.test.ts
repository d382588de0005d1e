// The scripts of the Moodle plugin as they are written, with Moodle's core/ajax in the test's hands.
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { EnrollkitError, hasErrorCode, toWireName } from '@enrollkit/core';
import { fromWireBooking } from '@enrollkit/core/wire';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';

interface Call {
  readonly methodname: string;
  readonly args: Readonly<Record<string, unknown>>;
}
type Answer = (call: Call) => unknown;
type Token = (options?: { readonly refresh?: boolean }) => Promise<string | undefined>;
interface Opened {
  readonly getToken?: Token;
  readonly visitor?: boolean;
  readonly subscribe?: unknown;
  readonly rules?: string;
  getEnrollments(ids: readonly string[]): Promise<readonly ({ status: string } | undefined)[]>;
  getEnrollment(id: string): Promise<{ status: string }>;
  changeStatus(id: string, to: string, options?: object): Promise<{ status: string; version: number }>;
}

/** The backend of a page, and what it asked of Moodle. */
function open(config: object, answer: Answer): { backend: Opened; asked: Call[]; quiet: boolean[] } {
  const asked: Call[] = [];
  const quiet: boolean[] = [];
  const ajax = {
    call: ([call]: readonly [Call], _isAsync: boolean, _needsLogin: boolean, isQuiet: boolean) => {
      asked.push(call);
      quiet.push(isQuiet);
      return [Promise.resolve().then(() => answer(call))];
    },
  };
  const load = (name: string): object => {
    if (name === 'core/ajax') return ajax;
    const source = readFileSync(`packages/moodle/local/enrollkit/amd/src/${name.split('/')[1] ?? ''}.js`, 'utf8');
    const module = { exports: {} };
    const { code } = transformSync(source, { format: 'cjs' });
    const define = compileFunction(code, ['require', 'module', 'exports']) as (...given: unknown[]) => void;
    define(load, module, module.exports);
    return module.exports;
  };
  const { openBackend } = load('local_enrollkit/backend') as {
    readonly openBackend: (kit: object, config: object) => Opened;
  };
  // What of the REST client the page's script chooses; the client itself is tested where it lives.
  const openRestBackend = (options: object): object => ({ ...options, subscribe: 'a stream' });
  const kit = { EnrollkitError, toWireName, fromWireBooking, openRestBackend };
  return { backend: openBackend(kit, config), asked, quiet };
}

const SERVER = { way: 'server', server: 'https://server.example', providerId: '', signedIn: true, marks: false };
const booking = (id: string, status = 'did not pass'): object => ({
  id,
  product_id: 'p',
  status: 'accepted',
  participation_status: status,
  participant: { name: 'Noor' },
  history: [],
  version: 4,
});
const refuse = (errorcode: string): never => {
  throw Object.assign(new Error(errorcode), { errorcode });
};

test('a page asks for one token until it is about to end or is refused, and a visitor’s page for none', async () => {
  let lasts = 3600;
  let count = 0;
  const answer: Answer = () => ({
    token: `token ${String((count += 1))}`,
    expires: Math.floor(Date.now() / 1000) + lasts,
  });
  const { backend, asked, quiet } = open(SERVER, answer);
  expect([await backend.getToken?.(), await backend.getToken?.({})]).toEqual(['token 1', 'token 1']);
  lasts = 10; // Less than a request may take.
  expect(await backend.getToken?.({ refresh: true })).toBe('token 2');
  expect(await backend.getToken?.()).toBe('token 3');
  expect(asked.every(({ methodname }) => methodname === 'local_enrollkit_create_token')).toBe(true);
  // It keeps no session alive, and sends nobody to sign in.
  expect(new Set(quiet)).toEqual(new Set([true]));

  const guest = open(SERVER, () => ({ token: null, expires: 0 }));
  expect(await guest.backend.getToken?.()).toBe(undefined);
  const visitor = open({ ...SERVER, signedIn: false }, () => refuse('servicerequireslogin'));
  expect([visitor.backend.visitor, visitor.backend.getToken, visitor.asked]).toEqual([true, undefined, []]);
});

test('teachers read and mark through Moodle, in one call for many, and hear what somebody else did first', async () => {
  const { backend, asked, quiet } = open({ ...SERVER, marks: true }, ({ methodname, args }) => {
    if (methodname.endsWith('get_bookings')) return { bookings: [booking('b-2'), booking('b-1', 'no-show')] };
    return args.version === 3 ? refuse('errorconflict') : booking('b-1', String(args.status));
  });
  // The server's stream is about others' bookings: with it the elements would wait for what never comes.
  expect(backend.subscribe).toBe(undefined);
  const found = await backend.getEnrollments(['b-1', 'gone', 'b-2']);
  expect(found.map((one) => one?.status)).toEqual(['no-show', undefined, 'did-not-pass']);
  expect(asked).toHaveLength(1);
  await expect(backend.getEnrollment('gone')).rejects.toSatisfy((error) => hasErrorCode(error, 'not-found'));

  expect((await backend.changeStatus('b-1', 'did-not-pass', { note: 'Ziek.' })).status).toBe('did-not-pass');
  expect(asked.at(-1)?.args).toEqual({ id: 'b-1', status: 'did not pass', note: 'Ziek.', version: 0 });
  expect(quiet.at(-1)).toBe(false);
  await expect(backend.changeStatus('b-1', 'completed', { expectedVersion: 3 })).rejects.toMatchObject({
    code: 'conflict',
    current: { id: 'b-1', status: 'no-show' },
  });
});

test('what Moodle refuses is told as what it is, and Moodle’s own records as they are', async () => {
  const codes = {
    nopermissions: 'forbidden',
    requireloginerror: 'forbidden',
    servicerequireslogin: 'unauthorized',
    invalidsesskey: 'unauthorized',
    errornotfound: 'not-found',
    invalidparameter: 'invalid',
    erroranswer: 'unavailable',
    codingerror: 'unavailable',
  };
  for (const [errorcode, code] of Object.entries(codes)) {
    const { backend } = open({ way: 'moodle' }, () => refuse(errorcode));
    expect(backend.rules).toBe('host');
    await expect(backend.getEnrollments(['b']), errorcode).rejects.toMatchObject({ code });
  }
});
