// Mocha as the runner brings it, with failures that can be sent. A page cannot send an element or a function
// that a failed test compared: the runner would wait for its results in vain.

import '@web/test-runner-mocha/dist/autorun.js';

const { suite } = mocha as unknown as { readonly suite: Mocha.Suite };

suite.afterEach('makes a failure fit to be sent', function () {
  const failure = this.currentTest?.err;
  if (!failure) return;
  for (const side of ['actual', 'expected']) {
    const value: unknown = Reflect.get(failure, side);
    // Mocha has written out what can be told apart.
    if (Object(value) === value) Reflect.set(failure, side, String(value));
  }
});
