/** Contents of blobs through one long-lived `git cat-file`: thousands of files cost one process and two round trips. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { UsageError } from '../../tree/usage-error.ts';
import type { Git } from './process.ts';

/** The size of an object in bytes, or null where the store lacks it. */
type Size = number | null;

export interface ObjectReader {
  /** Sizes by name; a name is an id or `<commit>:<path>`. */
  sizes(names: readonly string[]): Promise<ReadonlyMap<string, Size>>;
  /** Contents by id; every id must be there. */
  contents(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Ends the process. */
  close(): void;
}

interface Awaited {
  readonly name: string;
  readonly body: boolean;
  resolve(answer: { readonly size: Size; readonly bytes: Uint8Array }): void;
  reject(error: Error): void;
}

/** Starts the process at the first question. */
export function objectReader(git: Git): ObjectReader {
  const queue: Awaited[] = [];
  let child: ChildProcessWithoutNullStreams | undefined;

  const question = (command: 'info' | 'contents', names: readonly string[]) => {
    child ??= listen(git, queue, () => (child = undefined));
    const answers = names.map(
      (name) =>
        new Promise<{ readonly size: Size; readonly bytes: Uint8Array }>((resolve, reject) =>
          queue.push({ name, body: command === 'contents', resolve, reject }),
        ),
    );
    child.stdin.write(names.map((name) => `${command} ${name}\0`).join('') + 'flush\0');
    return Promise.all(answers);
  };

  return {
    async sizes(names) {
      const answers = await question('info', names);
      return new Map(names.map((name, index) => [name, answers[index]?.size ?? null]));
    },
    async contents(ids) {
      const answers = await question('contents', ids);
      return new Map(ids.map((id, index) => [id, answers[index]?.bytes ?? new Uint8Array()]));
    },
    close() {
      child?.stdin.end();
    },
  };
}

function listen(git: Git, queue: Awaited[], onEnd: () => void): ChildProcessWithoutNullStreams {
  const child = git.start(['cat-file', '--batch-command', '--buffer', '-z']);
  const take = answerer(queue);
  let said = '';
  child.stdout.on('data', take);
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.on('error', () => undefined); // the close event tells
  const end = (reason: string): void => {
    onEnd();
    for (const awaited of queue.splice(0))
      awaited.reject(new UsageError(`git cat-file ended early: ${reason}`));
  };
  child.on('error', (error) => end(error.message));
  child.on('close', () => end(said.trim() || 'no message'));
  return child;
}

/** Cuts git's stream into the answers that `queue` waits for, in order. */
function answerer(queue: Awaited[]): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  let needed = 1;
  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length < needed) return;
    let rest = Buffer.concat(chunks);
    for (let awaited = queue[0]; awaited !== undefined; awaited = queue[0]) {
      const answer = parse(rest, awaited);
      if (typeof answer === 'number') {
        needed = answer;
        break;
      }
      queue.shift();
      awaited.resolve({ size: answer.size, bytes: Buffer.from(answer.bytes) });
      rest = rest.subarray(answer.end);
      needed = 1;
    }
    chunks = [rest];
    length = rest.length;
  };
}

/** One answer from the start of `bytes`, or how many bytes must be there before it is worth looking again. */
function parse(
  bytes: Buffer,
  { name, body }: Awaited,
): number | { readonly size: Size; readonly bytes: Uint8Array; readonly end: number } {
  // The name of something missing is echoed as it was given, newlines included.
  const missing = Buffer.from(`${name} missing\n`);
  if (bytes.subarray(0, missing.length).equals(missing)) {
    return { size: null, bytes: new Uint8Array(), end: missing.length };
  }
  if (missing.subarray(0, bytes.length).equals(bytes)) return bytes.length + 1;
  const newline = bytes.indexOf(10);
  const [, , sized] = newline < 0 ? [] : bytes.toString('latin1', 0, newline).split(' ');
  if (sized === undefined) return bytes.length + 1;
  const size = Number(sized);
  const end = newline + 1 + (body ? size + 1 : 0);
  if (bytes.length < end) return end;
  return { size, bytes: bytes.subarray(newline + 1, body ? end - 1 : newline + 1), end };
}
