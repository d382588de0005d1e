// @ts-check
import { relative } from 'node:path';

/**
 * Says how far a browser run is when .config/run-checks.js asks for it, and ends it with a line for every failure and `N passed, N failed, N skipped`: one test in three engines
 * counts three times. The failures are there once more because a log that is too long loses its beginning.
 *
 * @returns {import('@web/test-runner-core').Reporter}
 */
export function summaryReporter() {
  let files = 0;
  let filesDone = 0;
  return {
    start({ testFiles }) {
      files = testFiles.length;
    },
    reportTestFileResults() {
      filesDone++;
      if (process.env.CHECKS_PROGRESS) console.log(`progress: ${filesDone}/${files} files`);
    },
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      const failures = sessions.flatMap((session) => {
        const { browser, testFile, testResults, errors, status } = session;
        const where = `${browser.name}  ${relative(process.cwd(), testFile)}`;
        const broken = errors.map(({ name, message }) => (name ? `${name}: ${message}` : message));
        if (!testResults && broken.length === 0) broken.push(`did not run (${status})`);
        // A file that doesn't load has no tests to count, but must not look like a pass.
        if (broken.length > 0) counts.failed++;
        const failed = testResults ? failedTests(testResults, counts) : [];
        return [...broken, ...failed].map((text) => `${where}  ${shorten(text)}`);
      });
      if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
      console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    },
  };
}

/**
 * Counts the tests and names those that failed.
 *
 * @param {import('@web/test-runner-core').TestSuiteResult} suite
 * @param {{ passed: number, failed: number, skipped: number }} counts
 * @returns {string[]}
 */
function failedTests(suite, counts) {
  const failed = [];
  for (const { name, passed, skipped, error } of suite.tests) {
    counts[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
    if (!skipped && !passed) failed.push(`${name}: ${error?.message ?? 'failed without a message'}`);
  }
  const inner = suite.suites.flatMap((child) => failedTests(child, counts).map((text) => `${child.name} > ${text}`));
  return [...failed, ...inner];
}

/** On one line, which a long comparison of values must not fill. @param {string} text */
function shorten(text) {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 400 ? `${line.slice(0, 400)} ...` : line;
}
