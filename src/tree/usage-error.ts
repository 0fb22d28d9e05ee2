/**
 * Something the user must mend before anything can be judged: a wrong flag, an unknown ref, a bad configuration.
 * The message is one sentence that says what, where and what to do; it ends the run with `not-evaluated`, exit 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
