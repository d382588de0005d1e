import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes half a minute and more: begun last, it would go on alone while one core has nothing to do. */
const LONGEST = [
  'test/tools/guards.test.ts',
  'test/feed/work/linear-time.test.ts',
  'test/e2e/wordpress.test.ts',
  'test/a11y/every-page.test.ts',
  'test/e2e/server.test.ts',
  'test/e2e/feed.test.ts',
  'test/server/faults/memory.test.ts',
  'test/server/store/contract.test.ts',
  'test/server/database/embedded/embedded-postgres.test.ts',
  'test/server/imports/import-command.test.ts',
  'test/server/faults/embedded-database.test.ts',
  'test/server/imports/kill-import.test.ts',
];

/** Vitest's own order (what failed, what took long, what is large), with the longest files before all others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex((file) => moduleId.endsWith(file));
      return index < 0 ? LONGEST.length : index;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
