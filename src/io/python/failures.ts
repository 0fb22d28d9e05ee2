/** Failures that the gate's side of the conversation sees by itself. */
import type { DriverFailure, FailureKind } from '../../verify/failure.ts';

export function failure(kind: FailureKind, message: string): DriverFailure {
  return { kind, subject: null, class: '', message, line: null, at: null, errno: null };
}

/** The project's first connection was of another dialect than the server's; asked for it, it told its own. */
export const foreignDialect = (dialect: string): DriverFailure => ({
  ...failure('foreign-dialect', dialect),
  subject: dialect,
});
