import { logTail } from "./start-application.mjs";

/** Says in one plain line how many browser tests ran, and shows the application's log where one failed. */
export default class CountReporter {
  onBegin(config, suite) {
    this.suite = suite;
  }

  onEnd(result) {
    const tests = this.suite?.allTests() ?? [];
    const passed = tests.filter((test) => test.outcome() === "expected").length;
    if (result.status !== "passed") {
      console.log(`\nThe application's log ends with:\n${logTail()}`);
    }
    console.log(`\nBrowser tests: ${passed} passed, ${tests.length - passed} failed`);
  }
}
