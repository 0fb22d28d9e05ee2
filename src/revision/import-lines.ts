/** Import statements at the top of a module in one order: formatters sort them, and no database notices. */
import type { Token } from './python/token.ts';

/** A run of whole statements: imports that may change places, in their canonical order, or tokens that may not. */
export type Piece =
  | { readonly kind: 'imports'; readonly lines: readonly string[] }
  | { readonly kind: 'tokens'; readonly tokens: readonly Token[] };

/** Cuts a module; imports inside of a block, of everything (`*`), from `__future__` or of one name twice stay tokens. */
export function pieces(tokens: readonly Token[]): readonly Piece[] {
  const found: Piece[] = [];
  let run: Import[] = [];
  const close = (): void => {
    if (run.length > 0) found.push(pieceOf(run));
    run = [];
  };
  let depth = 0;
  for (const line of logicalLines(tokens)) {
    const one = depth === 0 ? importOf(line) : null;
    depth += line.filter(({ kind }) => kind === 'indent').length;
    depth -= line.filter(({ kind }) => kind === 'dedent').length;
    if (one !== null) run.push(one);
    else {
      close();
      found.push({ kind: 'tokens', tokens: line });
    }
  }
  close();
  return found;
}

interface Import {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** Name in the module -> what it stands for. */
  readonly binds: readonly (readonly [string, string])[];
}

function pieceOf(run: readonly Import[]): Piece {
  const binds = new Map<string, string>();
  for (const [name, what] of run.flatMap((one) => one.binds)) {
    if (binds.has(name) && binds.get(name) !== what)
      return { kind: 'tokens', tokens: run.flatMap((one) => one.tokens) };
    binds.set(name, what);
  }
  return { kind: 'imports', lines: run.map(({ text }) => text).sort() };
}

function logicalLines(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    // What opens or closes a block stands before the first word of the next line.
    lines.at(-1)?.push(token);
    if (token.kind === 'newline' || token.kind === 'dedent' || token.kind === 'indent') lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

/** Null for anything but one whole statement that imports named things. */
function importOf(line: readonly Token[]): Import | null {
  if (line.at(-1)?.kind !== 'newline') return null;
  const words = line.slice(0, -1).map(({ text }) => text);
  const [opens] = words;
  if (words.some((word) => word === '' || word === ';' || word === '*')) return null;
  if (opens === 'import') return plainImport(line, words.slice(1));
  return opens === 'from' ? fromImport(line, words.slice(1)) : null;
}

function plainImport(tokens: readonly Token[], words: readonly string[]): Import {
  const items = itemsOf(words);
  const binds = items.map(({ path, name }) => {
    const [root = ''] = path.split('.');
    return name === null ? ([root, root] as const) : ([name, path] as const);
  });
  return { tokens, text: `import ${spelled(items)}`, binds };
}

function fromImport(tokens: readonly Token[], words: readonly string[]): Import | null {
  const at = words.indexOf('import');
  const from = words.slice(0, at).join('');
  if (at < 0 || from === '__future__') return null;
  const items = itemsOf(words.slice(at + 1).filter((word) => word !== '(' && word !== ')'));
  const binds = items.map(({ path, name }) => [name ?? path, `${from}.${path}`] as const);
  return { tokens, text: `from ${from} import ${spelled(items)}`, binds };
}

interface Item {
  readonly path: string;
  readonly name: string | null;
}

const spelled = (items: readonly Item[]): string =>
  items
    .map(({ path, name }) => (name === null ? path : `${path} as ${name}`))
    .sort()
    .join(', ');

function itemsOf(words: readonly string[]): readonly Item[] {
  return words
    .join(' ')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const [path = '', name = null] = item.split(' as ');
      return { path: path.replace(/ /g, ''), name };
    });
}
