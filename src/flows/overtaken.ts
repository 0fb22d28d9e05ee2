/** Whether what was written lies beside or above what somebody else wrote meanwhile: a lost race is read again. */
import type { GitHub } from '../io/github.ts';
import type { Comment } from '../publish/existing.ts';
import type { Existing } from '../publish/plan.ts';
import { VERDICT_CONTEXT } from '../publish/status.ts';
import { stickiesAmong } from '../publish/sticky.ts';
import type { Verdict } from './settle.ts';

export interface Written {
  readonly sha: string;
  readonly verdicts: readonly Verdict[];
  /** What was read before. */
  readonly found: Pick<Existing, 'me' | 'status'>;
  /** Statuses that were written and not refused. */
  readonly statuses: number;
  readonly created: readonly Comment[];
}

type Asked = Pick<GitHub, 'branch' | 'statuses' | 'comments'>;

export async function isOvertaken(written: Written, github: Asked): Promise<boolean> {
  const { verdicts, created } = written;
  // Written a moment after the base moved, it may lie above the verdict that the base's own push brought.
  for (const { pull, report } of verdicts)
    if ((await github.branch(pull.base.ref))?.sha !== report.base.sha) return true;
  if (await anotherSpoke(written, github)) return true;
  return created.length > 0 && (await anyTwice(written, github));
}

/** Of two runs on one commit, the one that knows less may have written last. */
async function anotherSpoke({ sha, found, statuses }: Written, github: Asked): Promise<boolean> {
  const seen = found.status?.id ?? 0;
  const newer = (await github.statuses(sha, VERDICT_CONTEXT)).filter(({ id }) => id > seen);
  return newer.length > statuses;
}

/** Two runs that both found no comment write one each. */
async function anyTwice({ verdicts, found }: Written, github: Asked): Promise<boolean> {
  for (const { pull } of verdicts)
    if (stickiesAmong(await github.comments(pull.number), found.me).length > 1) return true;
  return false;
}
