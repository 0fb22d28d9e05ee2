/** Which heads need a word after a base moved, in which order, and what is left to the next run. */
import { isOurs, type Account, type CommitStatus } from './existing.ts';
import { judgedAgain, judgedAgainst, planStatus, wasGreen, worstStatus, type StatusWrite } from './status.ts';

/** A pull request as it was found, and as far as it can be judged without running anything. */
export interface Seen {
  readonly number: number;
  readonly base: string;
  readonly sha: string;
  readonly existing: (CommitStatus & { readonly creator: Account | null }) | null;
  readonly wanted: CommitStatus;
  /** Whether it touches what the gate judges, or nobody can say. */
  readonly touches: boolean;
}

/** Pull requests of one head whose verdict is to be settled and published. */
export interface Due {
  readonly sha: string;
  readonly numbers: readonly number[];
  readonly wasGreen: boolean;
}

export interface RefreshPlan {
  /** Statuses that need nothing more: a green that is looked at again, a head that touches nothing. */
  readonly statuses: readonly StatusWrite[];
  readonly due: readonly Due[];
  /** Heads that the limit leaves to the next run. */
  readonly carried: number;
}

/** Calls that a published head takes at most, roughly: a status, a comment in place of another, a run. */
const PER_HEAD = 5;

/** Greens first, because a wrong green is the one that lands; `limit` counts writes. */
export function planRefresh(all: readonly Seen[], me: string, limit: number): RefreshPlan {
  const heads = byHead(all);
  const changed = heads.filter((seen) => !isSettled(seen, me));
  const green = (seen: readonly Seen[]): boolean => seen.some(({ existing }) => isGreen(existing, me));
  const touching = changed
    .filter((seen) => seen.some(({ touches }) => touches))
    .toSorted((a, b) => Number(green(b)) - Number(green(a)));
  const others = changed.filter((seen) => !touching.includes(seen));

  const again = touching.filter(green).flatMap((seen) => plain(seen, judgedAgain(seen[0]?.base ?? ''), me));
  const room = Math.max(0, limit - again.length);
  const due = touching.slice(0, Math.floor(room / PER_HEAD));
  const untouched = others.slice(0, Math.max(0, room - due.length * PER_HEAD));
  return {
    statuses: [
      ...again,
      ...untouched.flatMap((seen) => plain(seen, worstStatus(seen.map(({ wanted }) => wanted)), me)),
    ],
    due: due.map((seen) => ({
      sha: seen[0]?.sha ?? '',
      numbers: seen.map(({ number }) => number),
      wasGreen: green(seen),
    })),
    carried: touching.length - due.length + (others.length - untouched.length),
  };
}

function byHead(all: readonly Seen[]): readonly (readonly Seen[])[] {
  const heads = new Map<string, Seen[]>();
  for (const seen of all) heads.set(seen.sha, [...(heads.get(seen.sha) ?? []), seen]);
  return [...heads.values()];
}

const isGreen = (existing: Seen['existing'], me: string): boolean =>
  existing !== null && isOurs(existing.creator, me) && wasGreen(existing);

function plain(seen: readonly Seen[], status: CommitStatus | null, me: string): readonly StatusWrite[] {
  const [first] = seen;
  return first === undefined || status === null ? [] : planStatus(first.sha, status, first.existing, me);
}

/** Whether the newest verdict is ours and says what is still true. */
function isSettled(seen: readonly Seen[], me: string): boolean {
  const [first, ...more] = seen;
  if (first === undefined) return true;
  const { existing, wanted, touches } = first;
  if (existing === null || !isOurs(existing.creator, me)) return false;
  // A description speaks of one base, and a shared head may have several.
  if (more.length > 0 && seen.some((one) => one.touches)) return false;
  if (!touches) return existing.state === 'success';
  if (existing.state === wanted.state && existing.description === wanted.description) return true;
  // A proof for this head on the same base heads is as good as it was; only a run of the gate can say more.
  return (
    wanted.state === 'pending' &&
    (existing.state === 'success' || existing.state === 'pending') &&
    judgedAgainst(wanted.description) !== null &&
    judgedAgainst(existing.description) === judgedAgainst(wanted.description)
  );
}
