/** What follows from files that gave no revision: Python could not load them, or we do not guess what they compute. */
import type { EnvironmentProblem } from '../config/environment.ts';
import type { Reading } from '../revision/revision.ts';
import type { Finding } from './finding.ts';

type Unread = Exclude<Reading, { kind: 'revision' }>;

export interface ReadSide {
  readonly unread: readonly Unread[];
  readonly problems: readonly EnvironmentProblem[];
}

export interface ReadingJudgement {
  readonly findings: readonly Finding[];
  /** Sentences: what was not read, so that nothing is known of the graph. */
  readonly notEvaluated: readonly string[];
  /** Sentences: what was broken on the base already. */
  readonly onBase: readonly string[];
}

/** A helper or a left-over that Alembic will load has its own rule; whatever else does not load has the general one. */
const STRAY = new Set(['no-revision', 'no-identifiers', 'conflict-marker']);

/** Compares what cannot be read on the merge with the base, so that nobody is blamed for what was there before. */
export function readingFindings(merged: ReadSide, base: ReadSide, environment: string): ReadingJudgement {
  const before = new Set(
    [...base.unread, ...base.problems].map(({ path, message }) => `${path}\n${message}`),
  );
  const isOld = ({ path, message }: { path: string; message: string }): boolean =>
    before.has(`${path}\n${message}`);
  const broken = [
    ...merged.unread.filter(({ kind }) => kind === 'broken'),
    ...merged.problems.filter(({ fail }) => fail).map((problem) => ({ ...problem, reason: 'location' })),
  ];
  const refused = [
    ...merged.unread.filter(({ kind }) => kind === 'refused'),
    ...merged.problems.filter(({ fail }) => !fail),
  ];
  return {
    findings: broken.filter((one) => !isOld(one)).map((one) => brokenFinding(one, environment)),
    notEvaluated: refused.map(({ path, line, message }) => `${path}:${String(line)}: ${message}`),
    onBase: broken.filter(isOld).map(({ path, message }) => `${path}: ${message}`),
  };
}

function brokenFinding(
  { path, line, message, reason }: { path: string; line: number; message: string; reason: string },
  environment: string,
): Finding {
  return {
    rule: STRAY.has(reason) ? 'no-stray-python-in-versions' : 'no-unreadable-revision',
    severity: 'error',
    message: `Every Alembic command loads \`${path}\` and fails there. ${message}`,
    help: `Correct \`${path}\`, or move it out of the versions directory if it is no revision.`,
    path,
    line,
    endLine: line,
    revision: null,
    environment,
    suppressed: null,
  };
}
