/** Python's rules for what is legal only in some scopes, which CPython enforces after parsing. */
import { PythonSyntaxError } from './syntax-error.ts';
import type { Statement } from './syntax.ts';
import { walk, type Node } from './walk.ts';

/** One block of names: a module, a function, a class. */
interface Block {
  readonly kind: 'module' | 'function' | 'class';
  readonly isAsync: boolean;
  readonly parameters: ReadonlySet<string>;
  /** Whether some function around it can hold the names of a `nonlocal`. */
  readonly inFunction: boolean;
}

/** Throws PythonSyntaxError: a `global` too late, an `await` outside `async`. */
export function checkScopes(statements: readonly Statement[]): void {
  checkBlock(statements, { kind: 'module', isAsync: false, parameters: new Set(), inFunction: false });
}

function checkBlock(statements: readonly Statement[], block: Block): void {
  const seen = new Set<string>();
  const declared = new Set<string>();
  for (const statement of statements) {
    walk(statement, (node) => {
      if (node.kind === 'name') seen.add(node.name);
      if (node.kind === 'annotated' && node.target.kind === 'name' && declared.has(node.target.name)) {
        throw new PythonSyntaxError(
          `annotated name '${node.target.name}' can't be global or nonlocal`,
          node.from,
        );
      }
      if (node.kind === 'await' && !block.isAsync)
        throw new PythonSyntaxError("'await' outside async function", node.from);
      if (node.kind === 'yield' && block.kind !== 'function')
        throw new PythonSyntaxError("'yield' outside function", node.from);
      if (node.kind === 'global' || node.kind === 'nonlocal') declare(node, block, seen, declared);
      if (node.kind === 'function' || node.kind === 'class') enter(node, block, seen);
      return !INNER.has(node.kind);
    });
  }
}

/** What has names of its own. */
const INNER: ReadonlySet<string> = new Set(['function', 'class', 'lambda', 'comprehension']);

function declare(
  { kind, names, from }: Extract<Node, { readonly kind: 'global' | 'nonlocal' }>,
  block: Block,
  seen: ReadonlySet<string>,
  declared: Set<string>,
): void {
  for (const name of names) {
    if (block.parameters.has(name))
      throw new PythonSyntaxError(`name '${name}' is parameter and ${kind}`, from);
    if (seen.has(name))
      throw new PythonSyntaxError(`name '${name}' is used prior to its ${kind} declaration`, from);
    // A method always has `__class__`.
    if (kind === 'nonlocal' && !block.inFunction && name !== '__class__') {
      throw new PythonSyntaxError(`no binding for nonlocal '${name}' found`, from);
    }
    declared.add(name);
  }
}

function enter(
  definition: Extract<Node, { readonly kind: 'function' | 'class' }>,
  around: Block,
  seen: Set<string>,
): void {
  seen.add(definition.name);
  const inFunction = around.inFunction || around.kind === 'function';
  const outside = [...definition.decorators];
  const parameters = new Set<string>();
  if (definition.kind === 'function') {
    for (const { name, default: value } of definition.parameters) {
      parameters.add(name);
      if (value) outside.push(value);
    }
  } else {
    outside.push(...definition.args.map(({ value }) => value));
  }
  for (const expression of outside) {
    walk(expression, (node) => {
      if (node.kind === 'name') seen.add(node.name);
      return !INNER.has(node.kind);
    });
  }
  const isAsync = definition.kind === 'function' && definition.isAsync;
  checkBlock(definition.body, { kind: definition.kind, isAsync, parameters, inFunction });
}
