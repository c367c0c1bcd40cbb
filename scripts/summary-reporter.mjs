// @ts-check

/**
 * Prints `N passed, N failed, N skipped` alone on the last line of a test run, for people and for machines.
 * A file that could not be loaded and an error outside of any test count as failed.
 *
 * @implements {import('vitest/node').Reporter}
 */
export default class SummaryReporter {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (/** @type {string} */ state) => states.filter((each) => each === state).length;
    const failed = count('failed') + modules.flatMap((module) => module.errors()).length + unhandledErrors.length;
    const line = `${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`;
    // At the exit, so that nothing is printed after it.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}
