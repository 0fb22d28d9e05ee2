/** Issues that stand for a state of a trunk: exactly one while it lasts, closed when it is over, found by a marker. */
import { isOurs, type Account } from './existing.ts';

export type IssueWrite =
  | { readonly kind: 'create-issue'; readonly title: string; readonly body: string }
  | {
      readonly kind: 'update-issue';
      readonly number: number;
      readonly change: { readonly title: string; readonly body: string } | 'close';
    };

export interface ExistingIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: Account | null;
}

export interface Topic {
  /** Opens the body. */
  readonly marker: string;
  /** `unknown` leaves what is there as it is: what cannot be read is not healed. */
  readonly state: { readonly title: string; readonly body: string } | 'healed' | 'unknown';
}

/** A name within a marker, which nothing in it can end; half a character has no encoding. */
export const markerWord = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Ours with that marker, oldest first. */
export const issuesOn = (
  marker: string,
  issues: readonly ExistingIssue[],
  me: string,
): readonly ExistingIssue[] =>
  issues
    .filter(({ body, author }) => body.startsWith(marker) && isOurs(author, me))
    .toSorted((a, b) => a.number - b.number);

/** An issue is written again when its title changed, which names what it is about. */
export function planIssue(
  { marker, state }: Topic,
  issues: readonly ExistingIssue[],
  me: string,
): readonly IssueWrite[] {
  const ours = issuesOn(marker, issues, me);
  const close = ({ number }: ExistingIssue): IssueWrite => ({
    kind: 'update-issue',
    number,
    change: 'close',
  });
  if (state === 'unknown') return [];
  if (state === 'healed') return ours.map(close);
  const { title } = state;
  const body = `${marker}\n\n${state.body}`;
  const [kept, ...more] = ours;
  if (kept === undefined) return [{ kind: 'create-issue', title, body }];
  return [
    ...(kept.title === title
      ? []
      : [{ kind: 'update-issue' as const, number: kept.number, change: { title, body } }]),
    ...more.map(close),
  ];
}
