// Ends every run with one line that a person and a program can read: "N passed, N failed".
// A suite that could not start counts as a failure, and so does a test that was left out of a whole run.

/** @implements {import('@jest/reporters').Reporter} */
class LastLine {
  #failed = 0;
  #isNarrowed;

  constructor(globalConfig) {
    this.#isNarrowed = Boolean(globalConfig.testNamePattern);
  }

  onRunComplete(_contexts, results) {
    const leftOut = this.#isNarrowed ? 0 : results.numPendingTests + results.numTodoTests;
    const broken = results.numRuntimeErrorTestSuites + (results.wasInterrupted ? 1 : 0);
    const none = results.numTotalTests === 0 ? 1 : 0;
    this.#failed = Math.max(results.numFailedTests + broken + leftOut, none);
    process.stdout.write(`${results.numPassedTests} passed, ${this.#failed} failed\n`);
  }

  /** Makes the exit code agree with the line. */
  getLastError() {
    return this.#failed > 0 ? new Error('not everything passed') : undefined;
  }
}

module.exports = LastLine;
