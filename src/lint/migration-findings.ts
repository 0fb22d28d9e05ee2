/** `require-migration`: what the models ask of the schema and no new revision gives. */
import type { Engine } from '../config/config.ts';
import { readOperations } from '../revision/operations.ts';
import type { Change } from './change.ts';
import type { Finding } from './finding.ts';
import { changesOf } from './from-operations.ts';
import { isSame, type ModelFacts, type ModelTable } from './models/model.ts';

/**
 * A warning for each table that a model adds or alters and that no upgrade of the pull request touches, and a word on
 * what leaves the models and stays in the database.
 * @param revisions contents of the new and edited revisions of all environments.
 */
export function migrationFindings(
  models: ModelFacts,
  revisions: readonly Uint8Array[],
  engine: Engine | null,
  environment: string,
): readonly Finding[] {
  if (!models.changed) return [];
  const upgrades = revisions.flatMap((bytes) => upgradeOf(bytes, engine));
  if (upgrades.some(mayBeAnything)) return [];
  const touched = new Set(upgrades.flatMap(tablesIn));
  const { base, merged } = models;
  const found = (
    severity: Finding['severity'],
    table: ModelTable,
    message: string,
    help: string,
  ): Finding => ({
    ...{ rule: 'require-migration', severity, message, help, revision: null, environment, suppressed: null },
    ...{ path: table.path, line: table.line, endLine: table.line },
  });
  const asked = [...merged.tables].flatMap(([name, after]): readonly Finding[] => {
    const before = base.tables.get(name);
    const moved = before === undefined && base.unread.length > 0;
    if (touched.has(name) || moved || (before && !asksMore(before, after))) return [];
    const what = before ? 'changes what the schema should be' : 'maps a table that is not there';
    return [
      found(
        'warning',
        after,
        `The model of \`${after.name}\` ${what}, and no migration here touches that table: the code that lands fails at its first query of it.`,
        'Add a migration:\nalembic revision --autogenerate -m "…"',
      ),
    ];
  });
  return [...asked, ...[...base.tables].flatMap(([name, before]) => awaiting(name, before))];

  function awaiting(name: string, before: ModelTable): readonly Finding[] {
    const after = merged.tables.get(name);
    if (touched.has(name) || (!after && merged.unread.length > 0) || after?.whole === false) return [];
    const gone = after ? [...before.columns.keys()].filter((column) => !after.columns.has(column)) : [];
    if (after && gone.length === 0) return [];
    const what = after
      ? `\`${before.name}.${gone.join(`\`, \`${before.name}.`)}\``
      : `Table \`${before.name}\``;
    const message = `${what} left the models and ${gone.length > 1 ? 'stay' : 'stays'} in the database, awaiting removal.`;
    const place = after ?? { ...before, path: null, line: null };
    return [
      {
        ...found('info', before, message, 'Drop it in a later release, when no running code maps it.'),
        ...{ path: place.path, line: place.line, endLine: place.line },
      },
    ];
  }
}

/** Whether anything but a removal differs. */
function asksMore(before: ModelTable, after: ModelTable): boolean {
  if (isSame(before, after)) return false;
  // A column that nobody can read may be the one that is missing.
  if (!before.whole || !after.whole)
    return [...after.columns].some(([name, text]) => (before.columns.get(name) ?? text) !== text);
  return (
    before.rest !== after.rest || [...after.columns].some(([name, text]) => before.columns.get(name) !== text)
  );
}

function upgradeOf(bytes: Uint8Array, engine: Engine | null): readonly Change[] {
  const migration = readOperations(bytes);
  if (migration.kind !== 'migration') return [];
  return changesOf(migration.operations, engine).filter(({ direction }) => direction === 'upgrade');
}

/** Whether nobody can say which table a change is on. */
const mayBeAnything = (change: Change): boolean =>
  change.kind === 'unread' || ('table' in change && change.table === null);

function tablesIn(change: Change): readonly string[] {
  const names = ['table' in change ? change.table : null, change.kind === 'rename-table' ? change.to : null];
  return names.flatMap((name) =>
    name === null ? [] : [name.slice(name.lastIndexOf('.') + 1).toLowerCase()],
  );
}
