/** What to say of changes to revisions that databases may have applied already. */
import type { HistoryProblem, SquashFault } from '../changes/problem.ts';
import { readOut } from '../graph/sentences.ts';
import type { Undo } from '../remedy/undo.ts';
import { downRevision, many, type Said } from './said.ts';

type Problem<Kind extends HistoryProblem['kind']> = Extract<HistoryProblem, { kind: Kind }>;

/** What the old and the new text of a revision, each with all below it, make of an empty database. */
export interface Rewritten {
  /** Engine and version. */
  readonly where: string;
  /** In words; null where both give the same schema. */
  readonly difference: string | null;
}

export function sayEdited(problem: Problem<'edited'>, baseName: string, shown?: Rewritten): Said {
  const { revision, path, previousPath, sameTree } = problem;
  const rule = 'no-merged-revision-change';
  const what = `Revision ${revision} (${path}) is on ${baseName} already`;
  const renamed = previousPath !== path;
  if (sameTree) {
    const difference = renamed
      ? `its file was ${previousPath} there, with the same code`
      : 'only comments, layout or the order of imports differ';
    return {
      rule,
      severity: 'info',
      message: `${what}; ${difference}, which no database notices.`,
      help: 'Keep the change, or undo it to keep the pull request small.',
    };
  }
  if (shown?.difference === null) {
    return {
      rule,
      severity: 'warning',
      message: `${what} and was edited. On ${shown.where} the old and the new text give the same schema; but databases that have applied it never run it again, so whatever else it does (to their rows, for one) happens on new ones only.`,
      help: 'Keep the edit only if it is about how a new database is built, and put everything else into a new revision.',
    };
  }
  const other = shown === undefined ? 'another' : `another one (on ${shown.where}: ${shown.difference})`;
  return {
    rule,
    severity: 'error',
    message: `${what} and was edited${renamed ? ` (its file was ${previousPath} there)` : ''}: databases that have applied it never run it again, so they keep the old schema and new ones get ${other}.`,
    help: `Restore ${previousPath} as it is on ${baseName}, and put the change into a new revision.`,
  };
}

export function sayReparented(problem: Problem<'reparented'>, baseName: string): Said {
  const { revision, path, before, after, inserted } = problem;
  const parents = (ids: readonly string[]): string => (ids.length === 0 ? 'nothing' : readOut(ids));
  const skipped = inserted.length === 0 ? 'what is new there' : readOut(inserted);
  return {
    rule: 'no-reparent-of-merged',
    severity: 'error',
    message: `Revision ${revision} (${path}) is on ${baseName} already and followed ${parents(before)}; here it follows ${parents(after)}. A database that has ${revision} is taken to have everything below it, so "upgrade" silently never runs ${skipped}.`,
    help: `Restore the parents of ${revision} in ${path}, and let new revisions follow the head of ${baseName}.`,
  };
}

export const sayInserted = ({ revision, path }: Problem<'inserted'>, baseName: string): Said => ({
  rule: 'no-reparent-of-merged',
  severity: 'error',
  message: `New revision ${revision} (${path}) stands below revisions that are on ${baseName} already: databases that have these are taken to have ${revision} too, so "upgrade" silently never runs it.`,
  help: `Let ${revision} follow the head of ${baseName}, and leave branch labels where they were.`,
});

export function sayDeleted(
  { revision, path, followers, applied }: Problem<'deleted'>,
  baseName: string,
  undo: Undo | undefined,
): Said {
  const head = `Revision ${revision} (${path}) is on ${baseName} already and is missing here`;
  const rule = 'no-merged-revision-change';
  if (followers.length > 0) {
    return {
      rule,
      severity: 'error',
      message: `${head}, though ${readOut(followers)} still stand${followers.length === 1 ? 's' : ''} on it: every Alembic command fails, and databases at ${revision} cannot be upgraded.`,
      help: `Restore ${path}.`,
    };
  }
  if (applied === 'nowhere') {
    return {
      rule,
      severity: 'warning',
      message: `${head}; no declared database has applied it, but one that has (a developer's, a test server's) stops with "Can't locate revision identified by '${revision}'".`,
      help: `Tell everybody who has upgraded to ${revision} to downgrade first.`,
    };
  }
  const unknown = applied === 'unknown';
  const where = unknown
    ? 'and nobody has declared which databases have applied it'
    : `and databases at ${readOut(applied)} have applied it`;
  const declare = unknown ? ' (or declare in deployed: where databases stand, if none has applied it)' : '';
  return {
    rule,
    severity: 'error',
    message: `${head}, ${where}: a database at ${revision} stops at every command with "Can't locate revision identified by '${revision}'".`,
    help: `Restore ${path}${declare}, and undo what it did in a new revision${sayUndo(revision, undo)}`,
  };
}

/** Completes the sentence above; the file is code, on lines of its own. */
function sayUndo(id: string, undo: Undo | undefined): string {
  const { content = null, path = '', command = '', downRevisions = [id] } = undo?.revision ?? {};
  if (undo?.refused === null && content !== null) {
    return `, ${path} (\`${command}\` makes it without its body; whatever is new here and followed what ${id} followed goes on top of it):\n${content}`;
  }
  const why = undo === undefined || undo.refused === null ? '' : ` (the file is not given: ${undo.refused})`;
  return ` whose upgrade() is the downgrade() of ${id}${why}:\n${downRevision(downRevisions)}`;
}

export const sayReidentified = (
  { revision, path, now }: Problem<'reidentified'>,
  baseName: string,
): Said => ({
  rule: 'no-merged-revision-change',
  severity: 'error',
  message: `Revision ${revision} (${path}) is on ${baseName} already and has the id ${now} here: databases at ${revision} stop with "Can't locate revision identified by '${revision}'", and all others run it a second time.`,
  help: `Write revision = ${JSON.stringify(revision)} in ${path} again.`,
});

export const sayRepaired = ({ revision, path, fault }: Problem<'repaired'>, baseName: string): Said => ({
  rule: 'no-merged-revision-change',
  severity: 'warning',
  message: `Revision ${revision} (${path}) is on ${baseName} already and changes here, which cures a fault of ${baseName}. ${fault}`,
  help: 'Check that no database has applied it in its old form, and that nothing but the fault was changed.',
});

export function saySquash({ at, replaces, faults }: Problem<'squash'>, shown?: Rewritten): Said {
  const rule = 'no-merged-revision-change';
  const what = `The declared squash of ${many(replaces.length, 'revision')} into ${at}`;
  if (faults.length > 0) {
    return {
      rule,
      severity: 'error',
      message: `${what} does not hold: ${faults.map((fault) => saySquashFault(fault, at)).join('; ')}.`,
      help: `Remove exactly the revisions below ${at}, keep its id without any parent, and declare in deployed: where databases stand.`,
    };
  }
  if (shown === undefined) {
    return {
      rule,
      severity: 'warning',
      message: `${what} has the right shape: what is gone is what was declared, and every declared database is past it. Nobody has shown that both schemas are equal.`,
      help: 'Let the proof on a database show it.',
    };
  }
  if (shown.difference === null) {
    return {
      rule,
      severity: 'info',
      message: `${what} holds: every declared database is past it, and on ${shown.where} the old chain and the new ${at} give the same schema.`,
      help: 'Nothing is to be done.',
    };
  }
  return {
    rule,
    severity: 'error',
    message: `${what} does not hold: on ${shown.where} the new ${at} gives another schema than the old chain (${shown.difference}), so new databases would differ from those that are deployed.`,
    help: `Make the upgrade() of ${at} give what the old chain gave.`,
  };
}

function saySquashFault(fault: SquashFault, at: string): string {
  switch (fault.kind) {
    case 'cut-missing':
      return `${at} is not a revision before and after, and databases stand on its id`;
    case 'cut-has-parents':
      return `${at} still follows ${readOut(fault.parents)}`;
    case 'still-there':
      return `${readOut(fault.revisions)} ${fault.revisions.length === 1 ? 'is' : 'are'} still there`;
    case 'not-below-cut':
      return `${readOut(fault.revisions)} did not stand below ${at}, so its new text cannot contain ${fault.revisions.length === 1 ? 'it' : 'them'}`;
    case 'left-out':
      return `${readOut(fault.revisions)} stood below ${at} and ${fault.revisions.length === 1 ? 'is' : 'are'} not declared`;
    case 'not-past-cut':
      return `databases at ${readOut(fault.deployed)} have not reached ${at}`;
    case 'deployed-undeclared':
      return `deployed: declares no database, so nobody knows whether all are past ${at}`;
  }
}
