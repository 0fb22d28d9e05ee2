/** Why one remedy is recommended: one or two sentences, from facts only. */
import type { Config } from '../config/config.ts';
import { enumerate } from './message.ts';
import type { ReParenting } from './re-parent.ts';

/** What is known of the two sides beyond the graph. */
export type SideRelation =
  | { readonly kind: 'same-objects'; readonly objects: readonly string[] }
  | {
      readonly kind: 'orders-differ';
      /** In words, for the sentence. */
      readonly difference: string;
      /** The head whose side must run last on a fresh database; null to keep Alembic's order. */
      readonly runLast: string | null;
    };

export interface Circumstances {
  readonly heads: readonly string[];
  readonly plan: ReParenting;
  /** Whether the edits of the plan can be made, and lead to the expected heads. */
  readonly moving: 'possible' | 'not-editable' | 'still-forked';
  readonly prefer: Config['prefer'];
  readonly sides: SideRelation | null;
  /** Names of the project's post-write hooks. */
  readonly hooks: readonly string[];
}

/** The sentence for `because`; ids in it are text of the pull request. */
export function explain(circumstances: Circumstances): string {
  return choice(circumstances) + caution(circumstances) + reformatting(circumstances);
}

function choice({ heads, plan, moving, prefer }: Circumstances): string {
  if (plan.kind === 'impossible') return `A merge revision is the only cure: ${plan.why}.`;
  const moved = enumerate(plan.moves.map(({ revision }) => revision.id));
  const only = plan.moves.length === 1;
  if (moving === 'still-forked') {
    return `A merge revision is the cure: with ${moved} moved onto ${plan.onto}, other heads would be left.`;
  }
  if (moving === 'not-editable') {
    return `A merge revision is the cure: the parent of ${moved} cannot be changed by an edit of ${only ? 'its file' : 'their files'}.`;
  }
  if (plan.kind === 'extension') {
    return `${moved} ${only ? 'is a merge revision' : 'are merge revisions'} of this pull request that ${only ? 'has' : 'have'} not landed: naming ${plan.onto} there is cleaner than a second merge on top.`;
  }
  if (prefer === 're-parent') {
    return `${moved} ${only ? 'has' : 'have'} not landed, so no database that counts has ${only ? 'it' : 'them'}: moved onto ${plan.onto}, the history stays one line, which prefer: re-parent asks for.`;
  }
  return `${enumerate(heads)} stand side by side, and a merge revision joins them for every database, whatever it has applied, because it rewrites no ancestry.`;
}

function caution({ sides, moving }: Circumstances): string {
  if (sides === null) return '';
  const reason =
    sides.kind === 'same-objects'
      ? `Both sides touch ${enumerate(sides.objects)}`
      : `The two orders of the sides give different schemas (${sides.difference})`;
  const order =
    sides.kind === 'orders-differ' && sides.runLast !== null
      ? `; ${sides.runLast} is listed first so that its side runs last on a fresh database`
      : '';
  const other = moving === 'possible' ? ' Re-parenting fixes one order for all.' : '';
  return ` ${reason}, so a merge revision is not neutral: a database that has one side already runs only the other${order}.${other}`;
}

function reformatting({ hooks }: Circumstances): string {
  if (hooks.length === 0) return '';
  return ` The file is what Alembic writes before the project's post-write hooks (${enumerate(hooks)}) rewrite it.`;
}
