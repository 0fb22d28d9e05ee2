/** The other way round: what a revision's downgrade does as an upgrade, lifted from its source word for word. */
import { readModule } from './module.ts';
import { readOperations } from './operations.ts';
import type { Direction } from './operation.ts';
import { bindsUnseen } from './dynamic.ts';
import type { Expression, Statement } from './python/syntax.ts';
import { walk } from './python/walk.ts';

/** Bodies for a template: lines after the first keep their indentation by four spaces; empty where nothing is done. */
export interface LiftedBodies {
  /** Import statements that the bodies need, as written. */
  readonly imports: readonly string[];
  readonly upgrade: string;
  readonly downgrade: string;
}

/** Why a body cannot stand in another file, as a clause about the file. */
export interface NotLifted {
  readonly refused: string;
}

type FunctionStatement = Extract<Statement, { kind: 'function' }>;

/** `upgrade` is the file's downgrade, and the other way round. Never guesses: what a body needs and no import brings is a refusal. */
export function liftReversed(bytes: Uint8Array): LiftedBodies | NotLifted {
  const module = readModule(bytes, () => null);
  const migration = readOperations(bytes);
  if (module.kind !== 'module') return { refused: module.message };
  if (migration.kind !== 'migration') return { refused: migration.message };
  const { text, statements } = module;
  if (migration.functions.some(({ database }) => database !== null))
    return { refused: 'it has one upgrade() and one downgrade() for each database' };
  const state = (direction: Direction) =>
    migration.functions.find((one) => one.direction === direction)?.body ?? 'empty';
  if (state('upgrade') === 'empty' && state('downgrade') === 'empty')
    return { refused: 'it changes nothing, so there is nothing to undo' };
  if (state('downgrade') !== 'present')
    return { refused: `its downgrade() ${state('downgrade') === 'raises' ? 'raises' : 'does nothing'}` };
  const needed = new Set<string>();
  const lifted: Record<Direction, string> = { upgrade: '', downgrade: '' };
  for (const direction of ['upgrade', 'downgrade'] as const) {
    const definition = statements.findLast((one) => one.kind === 'function' && one.name === direction);
    if (definition?.kind !== 'function') return { refused: `its ${direction}() is not defined in the file` };
    const refused = obstacle(definition, text, statements, needed);
    if (refused !== null) return { refused };
    lifted[direction] = state(direction) === 'empty' ? '' : sourceOf(definition, text);
  }
  const imports = statements.filter((one) => importedNames(one).some((name) => needed.has(name)));
  return {
    imports: imports.map(({ from, to }) => text.slice(from, to)),
    upgrade: lifted.downgrade,
    downgrade: lifted.upgrade,
  };
}

/** Without the docstring, which the template has of its own. */
function bodyOf({ body }: FunctionStatement): readonly Statement[] {
  const [first] = body;
  const said = first?.kind === 'expression' && first.value.kind === 'string';
  return said ? body.slice(1) : body;
}

function sourceOf(definition: FunctionStatement, text: string): string {
  const body = bodyOf(definition);
  return text.slice(body[0]?.from ?? 0, body.at(-1)?.to ?? 0).trimEnd();
}

function obstacle(
  definition: FunctionStatement,
  text: string,
  statements: readonly Statement[],
  needed: Set<string>,
): string | null {
  const name = `its ${definition.name}()`;
  if (definition.isAsync || definition.decorators.length > 0 || definition.parameters.length > 0)
    return `${name} is decorated, async or takes parameters`;
  const [first] = bodyOf(definition);
  const source = sourceOf(definition, text);
  const before = text.slice(text.lastIndexOf('\n', (first?.from ?? 0) - 1) + 1, first?.from ?? 0);
  if (source.includes('\n') && before !== '    ') return `${name} is not indented by four spaces`;
  const used = new Set<string>();
  const reaching: unknown[] = [];
  walk(definition, (node) => {
    if (bindsUnseen(node)) reaching.push(node);
    if (node.kind === 'name') used.add(node.name);
    return true;
  });
  if (reaching.length > 0) return `${name} reaches for names by code`;
  const elsewhere = new Map(statements.flatMap((one) => boundBy(one).map((bound) => [bound, one] as const)));
  for (const one of used) {
    const by = elsewhere.get(one);
    if (by === undefined) continue;
    if (by.kind !== 'import' && by.kind !== 'import-from')
      return `${name} uses \`${one}\`, which is defined elsewhere in the file`;
    needed.add(one);
  }
  return statements.some((one) => one.kind === 'import-from' && one.names === '*')
    ? 'it imports everything from a module (`import *`)'
    : null;
}

/** Names that a statement of the module binds, wherever below it. */
function boundBy(statement: Statement): readonly string[] {
  if (statement.kind === 'import' || statement.kind === 'import-from') return importedNames(statement);
  if (statement.kind === 'function' || statement.kind === 'class') return [statement.name];
  const names: string[] = [];
  walk(statement, (node) => {
    if (node.kind === 'import' || node.kind === 'import-from') names.push(...importedNames(node));
    if (node.kind === 'function' || node.kind === 'class') names.push(node.name);
    for (const target of targetsOf(node)) walk(target, (one) => names.push(...nameOf(one)) >= 0);
    return node.kind !== 'function' && node.kind !== 'class';
  });
  return names;
}

const nameOf = (node: Expression | Statement): readonly string[] => (node.kind === 'name' ? [node.name] : []);

function targetsOf(node: Expression | Statement): readonly Expression[] {
  switch (node.kind) {
    case 'assign':
      return node.targets;
    case 'annotated':
    case 'augmented':
    case 'for':
    case 'named':
    case 'type-alias':
      return [node.target];
    case 'with':
      return node.items.flatMap(({ target }) => target ?? []);
    default:
      return [];
  }
}

function importedNames(statement: Statement): readonly string[] {
  if (statement.kind === 'import')
    return statement.modules.map(({ name, alias }) => alias ?? name.split('.')[0] ?? name);
  if (statement.kind !== 'import-from' || statement.names === '*') return [];
  return statement.names.map(({ name, alias }) => alias ?? name);
}
