import type { Reporter, TestModule, TestSpecification } from 'vitest/node';

/** Says how far a run is when .config/run-checks.js asks for it, and ends it with a line for every failure and `N passed, N failed, N skipped`, like the browser runs. */
export default class SummaryReporter implements Reporter {
  readonly #files = { done: 0, all: 0 };

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#files.all = specifications.length;
  }

  onTestModuleEnd(): void {
    this.#files.done++;
    if (process.env.CHECKS_PROGRESS) console.log(`progress: ${this.#files.done}/${this.#files.all} files`);
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly { readonly message: string }[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    // What fails outside a test (a file that doesn't load, a rejection nobody handled) must not look like a pass.
    const broken = errors.map(({ message }) => message);
    const failed: string[] = [];
    for (const module of modules) {
      const file = module.relativeModuleId;
      for (const suite of [module, ...module.children.allSuites()])
        broken.push(...suite.errors().map(({ message }) => `${file}  ${message}`));
      for (const test of module.children.allTests()) {
        const result = test.result();
        counts[result.state]++;
        if (result.state === 'failed' || result.state === 'pending')
          failed.push(`${file}  ${test.fullName}: ${result.errors?.[0]?.message ?? 'did not end'}`);
      }
    }
    counts.failed += broken.length + counts.pending;
    const failures = [...broken, ...failed];
    if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${shorten(failure)}`).join('\n')}`);
    console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
}

/** As much as what was compared, or as what a browser did before somebody waited in vain. */
const MOST_CHARS = 1000;

/** On one line, which a long comparison of values must not fill. */
function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > MOST_CHARS ? `${line.slice(0, MOST_CHARS)} ...` : line;
}
