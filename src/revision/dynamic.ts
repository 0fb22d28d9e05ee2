/** Code that can bind a module's names without an assignment that anybody could read. */
import type { Expression, Statement } from './python/syntax.ts';
import { walk, type Node } from './python/walk.ts';

/** Builtins that reach all names at once; `vars` only without an argument. */
const REACHING = new Set(['globals', 'locals', 'exec', 'eval']);

/** Whether this very node, not what is below it, can bind names of the module unseen. */
export function bindsUnseen(node: Node): boolean {
  if (node.kind === 'name') return REACHING.has(node.name);
  if (node.kind === 'call') return node.args.length === 0 && isName(node.callee, 'vars');
  if (node.kind !== 'attribute') return false;
  return (
    node.name === 'f_globals' ||
    (node.name === 'modules' && isName(node.object, 'sys')) ||
    (REACHING.has(node.name) && (isName(node.object, 'builtins') || isName(node.object, '__builtins__')))
  );
}

/**
 * Says of a name whether it is a function or class of this module that could, once used, bind or change one of
 * `identifiers` unseen: by `global`, by code that reaches all names, or through another such function.
 */
export function suspectsOf(
  statements: readonly Statement[],
  identifiers: readonly string[],
): (name: string) => boolean {
  let definitions: ReadonlyMap<string, readonly Statement[]> | null = null;
  const known = new Map<string, boolean>();
  const isSuspect = (name: string): boolean => {
    definitions ??= definitionsIn(statements);
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, false);
    let suspect = false;
    for (const definition of definitions.get(name) ?? []) {
      walk(definition, (node) => {
        suspect ||=
          bindsUnseen(node) ||
          changesOne(node, identifiers) ||
          (node.kind === 'name' && isSuspect(node.name));
        return !suspect;
      });
    }
    known.set(name, suspect);
    return suspect;
  };
  return isSuspect;
}

/** Functions and classes of the module itself, by name: a name may have had several. */
function definitionsIn(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const definitions = new Map<string, Statement[]>();
  for (const statement of statements) {
    walk(statement, (node) => {
      if (node.kind !== 'function' && node.kind !== 'class') return true;
      definitions.set(node.name, [...(definitions.get(node.name) ?? []), node]);
      return false;
    });
  }
  return definitions;
}

/** `global down_revision`, `down_revision.append(…)`, `down_revision[0] = …`. */
function changesOne(node: Node, identifiers: readonly string[]): boolean {
  if (node.kind === 'global') return node.names.some((name) => identifiers.includes(name));
  if (node.kind !== 'attribute' && node.kind !== 'subscript') return false;
  return identifiers.some((name) => isName(node.object, name));
}

function isName(expression: Expression, name: string): boolean {
  return expression.kind === 'name' && expression.name === name;
}
