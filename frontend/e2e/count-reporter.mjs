import { logTail, SSO_LOG } from "./start-application.mjs";

/** Ends the output with the number of browser tests and, after the application's log, with the error of each failed one. */
export default class CountReporter {
  onBegin(config, suite) {
    this.suite = suite;
  }

  onEnd(result) {
    const tests = this.suite?.allTests() ?? [];
    const failed = tests.filter((test) => test.outcome() !== "expected");
    if (result.status !== "passed") {
      console.log(`\nThe application's log ends with:\n${logTail()}`);
      console.log(`\nThe log of the application with single sign-on ends with:\n${logTail(60, SSO_LOG)}`);
    }
    failed.forEach((test) => console.log(`\nFailed: ${test.titlePath().filter(Boolean).join(" › ")}\n${errorsOf(test)}`));
    console.log(`\nBrowser tests: ${tests.length - failed.length} passed, ${failed.length} failed`);
  }
}

function errorsOf(test) {
  const errors = test.results.flatMap((result) => result.errors);
  return errors.map((error) => error.stack ?? error.message).join("\n") || "It did not run.";
}
