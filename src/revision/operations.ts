/** A revision file -> what its migrations do, and what it declares besides its identifiers. */
import { readHeader } from './header.ts';
import { docstringOf, readModule, type NoModule } from './module.ts';
import type { Direction, ImportedModule, Migration, MigrationFunction } from './operation.ts';
import { gateComments } from './operations/comments.ts';
import { MigrationReader } from './operations/migration-reader.ts';
import type { FunctionStatement } from './operations/scope.ts';
import { lineAt } from './python/source.ts';
import type { Statement } from './python/syntax.ts';
import { walk, type Node } from './python/walk.ts';
import type { Span } from './revision.ts';

/**
 * Reads what `upgrade` and `downgrade` do, in the order in which they do it, upgrades first: helper functions of the
 * same file followed, loops over written-out items unrolled, and what cannot be read said, never guessed.
 */
export function readOperations(bytes: Uint8Array): Migration | NoModule {
  const module = readModule(bytes, () => null);
  if (module.kind !== 'module') return module;
  const { text, statements } = module;
  const reader = new MigrationReader(text, statements);
  const functions: MigrationFunction[] = [];
  for (const { name, direction, database } of entriesOf(statements)) {
    const entry = reader.entry(name);
    if (!entry) continue;
    if ('definition' in entry) {
      reader.run(entry, direction, database);
      functions.push(describe(text, entry.definition, direction, database));
    } else {
      const binding = statements.find((statement) => mentions(statement, name)) ?? { from: 0, to: 0 };
      reader.elsewhere(binding, direction, database);
      const { from, to } = binding;
      functions.push({ direction, database, body: 'present', line: lineAt(text, from), span: { from, to } });
    }
  }
  return {
    kind: 'migration',
    operations: reader.operations,
    functions,
    imports: importsOf(text, statements),
    comments: gateComments(text),
    header: readHeader(docstringOf(module)?.value ?? ''),
  };
}

interface Entry {
  readonly name: string;
  readonly direction: Direction;
  readonly database: string | null;
}

/**
 * Alembic calls `upgrade` and `downgrade`. In multi-database trees these hand over by name, `globals()["upgrade_" +
 * engine]()`, to one function per database, which then are what counts.
 */
function entriesOf(statements: readonly Statement[]): readonly Entry[] {
  const functions = statements.filter((statement) => statement.kind === 'function');
  const entries: Entry[] = [];
  for (const direction of ['upgrade', 'downgrade'] as const) {
    const main = functions.findLast(({ name }) => name === direction);
    const perDatabase = functions.filter(({ name }) => name.startsWith(`${direction}_`));
    if (perDatabase.length === 0 || (main && !handsOver(main))) {
      entries.push({ name: direction, direction, database: null });
    } else {
      for (const { name } of perDatabase)
        entries.push({ name, direction, database: name.slice(direction.length + 1) });
    }
  }
  return entries;
}

function handsOver(definition: FunctionStatement): boolean {
  let dynamic = false;
  walk(definition, (node) => {
    dynamic ||= node.kind === 'name' && node.name === 'globals';
    return !dynamic;
  });
  return dynamic;
}

function mentions(statement: Statement, name: string): boolean {
  let found = false;
  if (statement.kind === 'import-from' && statement.names !== '*') {
    return statement.names.some((imported) => (imported.alias ?? imported.name) === name);
  }
  walk(statement, (node) => {
    found ||= node.kind === 'name' && node.name === name;
    return !found;
  });
  return found;
}

function describe(
  text: string,
  definition: FunctionStatement,
  direction: Direction,
  database: string | null,
): MigrationFunction {
  const { from, to, body, definedAt } = definition;
  const raises = body.some(({ kind }) => kind === 'raise');
  const state = body.every(isNothing) ? 'empty' : raises ? 'raises' : 'present';
  return { direction, database, body: state, line: lineAt(text, definedAt), span: { from, to } };
}

/** `pass`, `...`, a docstring, `return`, `return None`. */
function isNothing(statement: Statement): boolean {
  switch (statement.kind) {
    case 'pass':
    case 'global':
    case 'nonlocal':
      return true;
    case 'expression':
    case 'return':
      return (
        statement.value === null || statement.value.kind === 'string' || statement.value.kind === 'constant'
      );
    default:
      return false;
  }
}

function importsOf(text: string, statements: readonly Statement[]): readonly ImportedModule[] {
  const imports: ImportedModule[] = [];
  const add = ({ from, to }: Span, module: string, names: readonly string[]): void => {
    imports.push({ module, names, line: lineAt(text, from), span: { from, to } });
  };
  for (const statement of statements) {
    walk(statement, (node) => {
      if (isForTypesOnly(node, text)) return false;
      if (node.kind === 'import') for (const { name } of node.modules) add(node, name, []);
      if (node.kind === 'import-from') {
        const names = node.names === '*' ? ['*'] : node.names.map(({ name }) => name);
        add(node, '.'.repeat(node.level) + node.module, names);
      }
      return true;
    });
  }
  return imports;
}

/** `if TYPE_CHECKING:`, which never runs. */
function isForTypesOnly(node: Node, text: string): boolean {
  if (node.kind !== 'if' || node.branches.length > 1 || node.otherwise.length > 0) return false;
  const test = node.branches[0]?.test;
  return test !== undefined && /^(?:\w+\.)?TYPE_CHECKING$/.test(text.slice(test.from, test.to));
}
