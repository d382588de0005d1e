// @ts-check
/**
 * Ends a browser run with `N passed, N failed, N skipped`: one test in three engines counts three times.
 *
 * @returns {import('@web/test-runner-core').Reporter}
 */
export function summaryReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        // A file that doesn't load has no tests to count, but must not look like a pass.
        if (!session.testResults || session.errors.length > 0) counts.failed++;
        if (session.testResults) countSuite(session.testResults, counts);
      }
      console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    },
  };
}

/**
 * @param {import('@web/test-runner-core').TestSuiteResult} suite
 * @param {{ passed: number, failed: number, skipped: number }} counts
 */
function countSuite(suite, counts) {
  for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite.suites) countSuite(inner, counts);
}
