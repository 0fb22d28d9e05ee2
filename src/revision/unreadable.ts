/** The sentences for files that give no revision: what is wrong, where, what to do. */
import type { NoModule } from './module.ts';
import type { Reading } from './revision.ts';

export type Unreadable = Exclude<Reading, { readonly kind: 'revision' }>;

/** What a value is given by, for "is given by …". */
const GIVEN_BY: Readonly<Record<string, string>> = {
  'assignment-expression': 'an assignment inside an expression',
  attribute: 'an attribute of something else',
  'augmented-assignment': 'an augmented assignment',
  await: 'an await',
  bytes: 'a bytes literal where a string is expected',
  call: 'a call',
  class: 'a class definition',
  comprehension: 'a comprehension',
  conditional: 'a condition that decides between different values',
  'conditional-expression': 'a conditional expression',
  del: 'a `del`',
  'dynamic-names': 'code that can set any name',
  exception: 'an exception handler',
  'f-string': 'an f-string',
  function: 'a function definition',
  'get-down-revision': 'alembic-git-revisions, which asks git for the parent when the module is loaded',
  'imported-name': 'an import that does not lead to a literal in this repository',
  lambda: 'a lambda',
  loop: 'a loop',
  match: 'a match statement',
  module: 'a module',
  'module-getattr': "the module's own `__getattr__`",
  mutable: 'a list that other code may have changed',
  'named-escape': 'a string with a `\\N{…}` escape',
  nested: 'a sequence inside a sequence',
  operator: 'an operator',
  'set-order': 'a set, whose order changes from run to run',
  slice: 'a slice',
  'star-import': 'an `import *` that may bring this name',
  subscript: 'a subscript',
  't-string': 'a t-string',
  tuple: 'a tuple where a string is expected',
  'type-alias': 'a type alias',
  'unknown-name': 'a name that this file does not bind to a literal',
  unpacking: 'an unpacking',
  with: 'a context manager',
  yield: 'a yield',
};

/** `name` cannot be known without running the file. */
export function refusal(path: string, name: string, reason: string, text: string, line: number): Unreadable {
  const given = GIVEN_BY[reason] ?? reason;
  const shown = text === '' ? '' : ` (${excerpt(text)})`;
  const message = `\`${name}\` is given by ${given}${shown}, whose value only running the file could tell: write it as a plain literal.`;
  return { kind: 'refused', path, reason, message, line };
}

/** Alembic loads the module and dies on what it finds. */
export function failure(path: string, reason: string, message: string, line: number): Unreadable {
  return { kind: 'broken', path, reason, message, line };
}

/** The file is no module. */
export function noModule(path: string, { kind, reason, message, line }: NoModule): Unreadable {
  const said =
    kind === 'broken'
      ? `Python cannot load this file: ${message} (line ${line}).`
      : `This file is not judged: ${message}.`;
  return { kind, path, reason, message: said, line };
}

function excerpt(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  return oneLine.length > 60 ? `${oneLine.slice(0, 59)}…` : oneLine;
}
