/** Our end of the watchdog: started with the first belonging, told what we have, asked to undo it. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Belonging, Watch, WatchAnswer, WatchOrder } from '../watch.ts';
import { undo } from './undo.ts';

/** What the watchdog's own children (the Docker client) need; the rest of our environment is not its business. */
const PASSED_ON = /^(PATH|HOME|USER|TMPDIR|XDG_RUNTIME_DIR|DOCKER_\w+)$/;

/**
 * A shell in between, so that the watchdog is no child of ours: whoever kills our process tree, as GitHub's runner does,
 * does not find it there. Orders go through descriptor 3, because Node closes a child's standard input when the child,
 * here the shell, ends.
 */
const ORPHAN = '"$@" <&3 3<&- &';

/**
 * `script` is the built watchdog (`dist/watchdog.js`), run by the Node that runs us.
 */
export function openWatch(script: string, environment: NodeJS.ProcessEnv): Watch {
  let dog: Dog | null = null;
  let last = 0;
  return {
    protect(belonging: Belonging): AsyncDisposable {
      const running = (dog ??= new Dog(script, environment));
      const id = ++last;
      running.tell({ kind: 'protect', id, belonging });
      let undone: Promise<void> | null = null;
      return { [Symbol.asyncDispose]: () => (undone ??= running.undo(id, belonging)) };
    },
  };
}

type Answer = (problem: string | null) => void;

class Dog {
  readonly #child: ChildProcess;
  readonly #pipes: readonly [Socket, Socket];
  /** What is to be undone, with what to do should the watchdog itself have been killed. */
  readonly #waiting = new Map<number, { readonly answer: Answer; readonly instead: () => void }>();
  #gone = false;

  constructor(script: string, environment: NodeJS.ProcessEnv) {
    const env = Object.fromEntries(Object.entries(environment).filter(([name]) => PASSED_ON.test(name)));
    this.#child = spawn('/bin/sh', ['-c', ORPHAN, 'sh', process.execPath, script], {
      detached: true,
      env,
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    // Pipes to a child are sockets, whatever their declared type.
    this.#pipes = [this.#child.stdio[3] as Socket, this.#child.stdout as Socket];
    this.#child.on('error', () => this.#lost());
    this.#pipes[0].on('error', () => this.#lost());
    createInterface({ input: this.#pipes[1] })
      .on('line', (line) => this.#hear(line))
      .on('close', () => this.#lost());
    this.#child.unref();
    this.#stay(false);
  }

  tell(order: WatchOrder): void {
    this.#pipes[0].write(`${JSON.stringify(order)}\n`);
  }

  async undo(id: number, belonging: Belonging): Promise<void> {
    if (this.#gone) return undo(belonging);
    const problem = await new Promise<string | null>((answer, reject) => {
      const instead = (): void => void undo(belonging).then(() => answer(null), reject);
      this.#waiting.set(id, { answer, instead });
      this.#stay(true);
      this.tell({ kind: 'undo', id });
    });
    if (problem !== null) throw new Error(problem);
  }

  #hear(line: string): void {
    // Said by our own program through a pipe that nobody else has.
    const { id, problem } = JSON.parse(line) as WatchAnswer;
    this.#waiting.get(id)?.answer(problem);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#stay(false);
  }

  #lost(): void {
    this.#gone = true;
    for (const { instead } of this.#waiting.values()) instead();
    this.#waiting.clear();
  }

  /** The pipes must neither keep our process alive for ever nor let it end while an answer is due. */
  #stay(due: boolean): void {
    for (const pipe of this.#pipes) {
      if (due) pipe.ref();
      else pipe.unref();
    }
  }
}
