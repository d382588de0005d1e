import { certificateCases } from './certificate-cases.js';
import { catalogueCases } from './catalogue-cases.js';
import { enrollmentCases } from './enrollment-cases.js';
import { isolationCases } from './isolation-cases.js';
import { Scene, type ContractCase, type MakeWorld } from './world.js';
import { writeCases } from './write-cases.js';

const CASES: readonly ContractCase[] = [
  ...enrollmentCases,
  ...writeCases,
  ...certificateCases,
  ...catalogueCases,
  ...isolationCases,
];

interface Runner {
  readonly describe: (title: string, body: () => void) => void;
  readonly it: (title: string, body: () => Promise<void>) => void;
}

/** What every backend does, whatever it stores in: the same cases under any runner with `describe` and `it`. */
export function backendContract(name: string, makeWorld: MakeWorld, { describe, it }: Runner): void {
  describe(`${name} as a backend`, () => {
    for (const { title, run } of CASES) {
      it(title, async () => {
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
