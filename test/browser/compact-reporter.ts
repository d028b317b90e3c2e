// One line for each file, with what it wrote to the console; the details only of what failed.

import { relative } from 'node:path';
import { type Reporter, summaryReporter, type TestSuiteResult } from '@web/test-runner';

export function compactReporter(): Reporter {
  const details = summaryReporter({});
  return {
    start: (run) => details.start?.(run),
    reportTestFileResults({ logger, testFile, sessionsForTestFile }) {
      for (const { passed, testResults, logs } of sessionsForTestFile) {
        const tests = testsOf(testResults);
        const count = tests.filter((test) => test.passed).length;
        const ms = tests.reduce((sum, test) => sum + (test.duration ?? 0), 0);
        const name = relative(process.cwd(), testFile);
        logger.log(`${passed ? '✔' : '✖'} ${name}: ${count} passed (${(ms / 1000).toFixed(1)} s)`);
        for (const line of logs) logger.log(`    ${line.map(String).join(' ')}`);
      }
    },
    onTestRunFinished: (run) => details.onTestRunFinished?.(run),
  };
}

/** All tests of a file, out of their suites. */
export function testsOf(suite: TestSuiteResult | undefined): TestSuiteResult['tests'] {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}
