/** A Python process that says of Python files what Python and Alembic make of them; see revision.py. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** An id, several, none; or what is neither. */
type Ids = string | readonly string[] | null | { readonly odd: string };

/** What `Script` has after loading, or the error that loading ended in. */
export type Loaded =
  | { readonly error: string }
  | {
      readonly revision: Ids;
      readonly down: Ids;
      readonly depends: Ids;
      readonly labels: Ids;
      readonly doc: string;
      /** How the map dies on it although all ids that it names are there. */
      readonly mapError: string | null;
    };

export interface PythonFiles extends Disposable {
  load(name: string, source: Uint8Array): Promise<Loaded>;
  /** The error of `compile()`, null where there is none. */
  compile(file: { readonly path: string } | { readonly source: Uint8Array }): Promise<string | null>;
}

export function startPython(python: string): PythonFiles {
  const script = fileURLToPath(new URL('revision.py', import.meta.url));
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const answers: AsyncIterator<string, undefined> = lines[Symbol.asyncIterator]();
  const ask = async (question: object): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value } = await answers.next();
    if (value === undefined)
      throw new Error(`${python} ended without an answer to ${JSON.stringify(question)}`);
    return JSON.parse(value) as unknown;
  };
  const base64 = (source: Uint8Array): string => Buffer.from(source).toString('base64');
  return {
    // The shapes are revision.py's own.
    load: async (name, source) => (await ask({ ask: 'load', name, source: base64(source) })) as Loaded,
    async compile(file) {
      const question = 'path' in file ? { path: file.path } : { source: base64(file.source) };
      return ((await ask({ ask: 'compile', ...question })) as { readonly compile: string | null }).compile;
    },
    [Symbol.dispose]: () => child.kill(),
  };
}
