import type { Backend } from '@enrollkit/core';
import { auditCases } from './audit-cases.js';
import { bookingCases } from './booking-cases.js';
import { certificateCases } from './certificate-cases.js';
import { catalogueCases } from './catalogue-cases.js';
import { decisionCases } from './decision-cases.js';
import { enrollmentCases } from './enrollment-cases.js';
import { importCases } from './import-cases.js';
import { importPlanCases } from './import-plan-cases.js';
import { invoiceCases } from './invoice-cases.js';
import { isolationCases } from './isolation-cases.js';
import { startCases } from './start-cases.js';
import { trainerCases } from './trainer-cases.js';
import { manyCases } from './many-cases.js';
import { optionCases } from './option-cases.js';
import { fullPagingCases, pagingCases } from './paging-cases.js';
import { rosterCases } from './roster-cases.js';
import {
  Scene,
  type FullWorld,
  type MakeFullWorld,
  type ContractCase,
  type FullCase,
  type MakeWorld,
} from './world.js';
import { verificationCases } from './verification-cases.js';
import { writeCases } from './write-cases.js';

const CASES: readonly ContractCase[] = [
  ...enrollmentCases,
  ...writeCases,
  ...optionCases,
  ...certificateCases,
  ...catalogueCases,
  ...bookingCases,
  ...manyCases,
  ...rosterCases,
  ...pagingCases,
  ...decisionCases,
  ...isolationCases,
  ...verificationCases,
  ...invoiceCases,
];

const FULL_CASES: readonly FullCase[] = [
  ...importPlanCases,
  ...importCases,
  ...trainerCases,
  ...startCases,
  ...fullPagingCases,
];

interface Runner {
  readonly describe: (title: string, body: () => void) => void;
  readonly it: (title: string, body: () => Promise<void>) => void;
}

/** What every backend does, whatever it stores in: the same cases under any runner with `describe` and `it`. */
export function backendContract(name: string, makeWorld: MakeWorld, runner: Runner): void {
  runCases(`${name} as a backend`, CASES, makeWorld, runner);
}

/** The same for a backend that imports feeds as well. */
export function fullContract(name: string, makeWorld: MakeFullWorld, runner: Runner): void {
  backendContract(name, makeWorld, runner);
  auditContract(name, makeWorld, runner);
  runCases(`${name} as a backend that imports feeds`, FULL_CASES, makeWorld, runner);
}

/**
 * The part in which several ask for the same at once, or for much: what locks, conflicts and limits of a database decide.
 * For another version of a database that runs the whole contract already.
 */
export function contendedContract(name: string, makeWorld: MakeFullWorld, runner: Runner): void {
  runCases(`${name} when many ask at once`, [...certificateCases, ...manyCases, ...decisionCases], makeWorld, runner);
  runCases(`${name} when feeds are imported meanwhile`, importCases, makeWorld, runner);
}

/** What its store writes down of every use case. */
function auditContract(name: string, makeWorld: MakeFullWorld, { describe, it }: Runner): void {
  describe(`The audit trail of ${name}`, () => {
    for (const { title, run } of auditCases) {
      it(title, async () => {
        const worlds: FullWorld[] = [];
        const scene = await Scene.open(async (parts) => {
          const world = await makeWorld(parts);
          worlds.push(world);
          return world;
        });
        try {
          for (const world of worlds) await run(scene, world);
        } finally {
          await scene.world.dispose();
        }
      });
    }
  });
}

function runCases<Host extends Backend>(
  title: string,
  cases: readonly ContractCase<Host>[],
  makeWorld: MakeWorld<Host>,
  { describe, it }: Runner,
): void {
  describe(title, () => {
    for (const { title: caseTitle, run } of cases) {
      it(caseTitle, async () => {
        const scene = await Scene.open(makeWorld);
        try {
          await run(scene);
        } finally {
          await scene.world.dispose();
        }
      });
    }
  });
}
