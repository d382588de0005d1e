import { createRequire } from 'node:module';
import { changeStatusByHand } from '@enrollkit/core';
import { reportOfStatements, type MoveOn, type Statement } from '@enrollkit/core/vocabulary';
import { expect, test } from 'vitest';
import { makeEnrollment } from '../enrollment/enrollment-fixture.js';

/** What a unit does. */
interface Unit {
  complete(): unknown;
  pass(score: number): unknown;
  fail(score: number): unknown;
  terminate(): unknown;
  moveOn(options?: { readonly score: number }): unknown;
  sendXapiStatement(statement: Statement): unknown;
}

// The package names no file for Node; its build for browsers runs there too, but for sending.
const Cmi5 = createRequire(import.meta.url)('@xapi/cmi5/dist/Cmi5.umd.js') as new (launch: object) => Unit;

/** The statements that a unit sends which uses the real package. */
async function sentBy(moveOn: MoveOn, act: (unit: Unit) => unknown): Promise<Statement[]> {
  const sent: Statement[] = [];
  class Collecting extends Cmi5 {
    override sendXapiStatement(statement: Statement): Promise<readonly string[]> {
      sent.push(statement);
      return Promise.resolve([]);
    }
  }
  const unit = new Collecting({
    endpoint: 'https://lrs.example.nl/',
    fetch: 'https://lms.example.nl/fetch',
    actor: { objectType: 'Agent', account: { homePage: 'https://lms.example.nl', name: 'jan' } },
    registration: '5f0e8a0e-1f4b-4e3d-9d6e-2b1f5f0e8a0e',
    activityId: 'https://www.example.nl/courses/first-aid',
  });
  const launchData = { contextTemplate: {}, launchMode: 'Normal', moveOn, masteryScore: 0.6 };
  Object.assign(unit, { _launchData: launchData, _initializedDate: new Date('2026-09-01T10:00:00Z') });
  await act(unit);
  return sent;
}

test.each<[MoveOn, (unit: Unit) => unknown, string]>([
  ['Completed', (unit) => unit.complete(), 'completed'],
  ['Completed', (unit) => unit.pass(0.8), 'started'],
  ['Passed', (unit) => unit.complete(), 'started'],
  ['Passed', (unit) => unit.pass(0.8), 'completed'],
  ['Passed', (unit) => unit.fail(0.2), 'did-not-pass'],
  ['CompletedAndPassed', (unit) => unit.pass(0.8), 'started'],
  ['CompletedAndPassed', (unit) => unit.moveOn({ score: 0.8 }), 'completed'],
  ['CompletedAndPassed', (unit) => unit.moveOn({ score: 0.2 }), 'did-not-pass'],
  ['CompletedOrPassed', (unit) => unit.moveOn(), 'completed'],
  ['NotApplicable', (unit) => unit.terminate(), 'started'],
])('with moveOn %s a unit of the real package %s comes to %s', async (moveOn, act, status) => {
  const report = reportOfStatements(await sentBy(moveOn, act), { host: 'Moodle', moveOn });
  expect(report?.to).toBe(status);
});

const at = (verb: string, minute: number, more: Partial<Statement> = {}): Statement => ({
  verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
  timestamp: `2026-09-01T10:${String(minute).padStart(2, '0')}:00Z`,
  ...more,
});

test('the report is what a host writes into a history, and is told as its own', () => {
  const report = reportOfStatements([at('initialized', 1), at('completed', 5)], { host: 'Moodle' });
  expect(report).toEqual({ to: 'completed', cause: { kind: 'host', name: 'Moodle', detail: 'completed' }, losses: [] });
  if (!report) return;
  const now = '2026-09-01T10:10:00Z';
  const { enrollment: changed, issues } = changeStatusByHand(makeEnrollment(), { ...report, by: 'moodle', now });
  expect(issues).toEqual([]);
  expect(changed.status).toBe('completed');
  expect(changed.history.at(-1)?.cause).toEqual(report.cause);
});

test('order doesn’t matter, a pass holds against fails, and what is voided or says nothing doesn’t count', () => {
  const passed = at('passed', 3, { id: 's1' });
  const failed = at('failed', 9);
  const options = { host: 'Moodle' };
  expect(reportOfStatements([failed, passed], options)?.to).toBe('completed');
  const voiding = at('voided', 20, { object: { objectType: 'StatementRef', id: 's1' } });
  expect(reportOfStatements([failed, voiding, passed], options)?.to).toBe('did-not-pass');
  expect(reportOfStatements([at('completed', 1, { result: { success: false } })], options)?.to).toBe('did-not-pass');
  expect(reportOfStatements([at('answered', 1), at('constructor', 2)], options)).toBeUndefined();
  expect(reportOfStatements([], options)).toBeUndefined();
});
