/** One Python process and the conversation with it: a request, the events it causes, one last message; or its death. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { DriverFailure, FailureKind } from '../../verify/failure.ts';
import type { Compared, Migrated, Pause, RequestedStep, Target } from '../python.ts';
import type { Endpoint } from '../server.ts';
import { failure, foreignDialect } from './failures.ts';
import { eachLine, lastWords, OUTPUT_LIMIT } from './lines.ts';
import { driverMessage, type DriverMessage } from './messages.ts';
import { StepRecorder } from './recorder.ts';

/** A message longer than this is no message of ours. */
const LINE_LIMIT = 1_000_000;
/** Its last words may still be on their way when it has ended. */
const WORDS_MS = 500;

export interface ProcessRequest {
  readonly command: readonly [string, ...string[]];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  answer(target: Target): Promise<Endpoint>;
}

type Last = Extract<DriverMessage, { event: 'started' | 'done' | 'compared' | 'dialect' | 'failed' }>;
type End = Last | { readonly event: 'dead'; readonly failure: DriverFailure };

type Started =
  | { readonly kind: 'started'; readonly versions: { python: string; alembic: string; sqlalchemy: string } }
  | { readonly kind: 'refused'; readonly failure: DriverFailure };

/** Runs in a process group of its own, so that a kill reaches whatever the project started too. */
export class DriverProcess {
  readonly #child: ChildProcess;
  readonly #requests: Writable;
  readonly #answer: ProcessRequest['answer'];
  readonly #exited: Promise<void>;
  #output = '';
  #dead: DriverFailure | null = null;
  #listener: ((message: End) => void) | null = null;
  #recorder = new StepRecorder();
  #pause: Pause | null = null;
  #onStep: () => void = () => undefined;

  constructor(request: ProcessRequest) {
    const [program, ...args] = request.command;
    this.#answer = (target) => request.answer(target);
    this.#child = spawn(program, args, {
      cwd: request.directory,
      env: request.environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    });
    const [, stdout, stderr, messages, requests] = this.#child.stdio;
    this.#requests = requests as Writable;
    this.#requests.on('error', () => undefined); // a dead reader is told by 'close'
    for (const stream of [stdout, stderr] as Readable[])
      stream.on('data', (chunk: Buffer) => this.#keep(chunk));
    eachLine(
      messages as Readable,
      LINE_LIMIT,
      (line) => this.#hear(line),
      () => this.#kill('it sent a message without end'),
    );
    this.#exited = new Promise((resolve) => {
      this.#child.on('error', (error) => {
        this.#die('died', `it could not be started: ${error.message}`);
        resolve();
      });
      const ended = (code: number | null, signal: NodeJS.Signals | null): void => {
        this.#die(
          'died',
          `${signal === null ? `exit code ${String(code)}` : `signal ${signal}`}${this.#lastWords()}`,
        );
        resolve();
      };
      this.#child.on('close', ended);
      // What it left running in the background may hold its pipes open for ever.
      this.#child.on('exit', (code, signal) => setTimeout(() => ended(code, signal), WORDS_MS));
    });
  }

  get isAlive(): boolean {
    return this.#dead === null;
  }

  /** Loads the project. */
  async start(settings: object, limitMs: number): Promise<Started> {
    const end = await this.#exchange(settings, { stepMs: limitMs, totalMs: limitMs });
    if (end.event !== 'started') return { kind: 'refused', failure: failureOf(end) };
    return {
      kind: 'started',
      versions: { python: end.python, alembic: end.alembic, sqlalchemy: end.sqlalchemy },
    };
  }

  /** Runs the steps; a step or the whole that takes longer than its limit ends the process. */
  async migrate(asked: readonly RequestedStep[], limits: Limits, pause?: Pause): Promise<Migrated> {
    this.#recorder = new StepRecorder();
    this.#pause = pause ?? null;
    const end = await this.#exchange({ steps: asked, look: pause?.look ?? null }, limits);
    const steps = this.#recorder.steps();
    if (end.event === 'done') return { kind: 'done', steps, versionTables: end.contexts };
    const failed = failureOf(end);
    return { kind: failed.kind === 'timeout' ? 'timeout' : 'failed', steps, failure: failed };
  }

  /** Asks autogenerate; taking longer than the limit ends the process. */
  async compare(limitMs: number): Promise<Compared> {
    this.#pause = null;
    const end = await this.#exchange({ compare: true }, { stepMs: limitMs, totalMs: limitMs });
    if (end.event !== 'compared') return { kind: 'failed', failure: failureOf(end) };
    return { kind: 'compared', changes: end.changes, versionTables: end.contexts, isStale: end.stale };
  }

  /** Ends the process group and waits until it is gone. */
  async stop(): Promise<void> {
    this.#kill('it was stopped');
    await this.#exited;
  }

  #exchange(request: object, limits: Limits): Promise<End> {
    if (this.#dead) return Promise.resolve({ event: 'dead', failure: this.#dead });
    return new Promise((resolve) => {
      const late = (what: string, ms: number) => () =>
        this.#kill(`${what} took longer than ${ms / 1000} s`, 'timeout');
      const total = setTimeout(late('the whole', limits.totalMs), limits.totalMs);
      let step = setTimeout(late('one step', limits.stepMs), limits.stepMs);
      this.#onStep = () => {
        clearTimeout(step);
        step = setTimeout(late('one step', limits.stepMs), limits.stepMs);
      };
      this.#listener = (end) => {
        clearTimeout(total);
        clearTimeout(step);
        this.#listener = null;
        resolve(end);
      };
      this.#send(request);
    });
  }

  #hear(line: string): void {
    const parsed = driverMessage.safeParse(parseJson(line));
    if (!parsed.success) return this.#kill('it sent a message that is none of ours');
    const message = parsed.data;
    switch (message.event) {
      case 'ask':
        this.#reply(this.#answer(message.target), 'no scratch database for it');
        break;
      case 'step':
      case 'step-end':
        this.#onStep();
        this.#recorder.record(message);
        break;
      case 'statement':
        this.#recorder.record(message);
        if (this.#pause)
          this.#reply(
            this.#pause.before({ ...message, seen: message.seen ?? null }),
            'no word on a statement',
          );
        break;
      case 'statement-end':
        this.#recorder.record(message);
        break;
      case 'started':
      case 'done':
      case 'compared':
      case 'dialect':
      case 'failed':
        this.#listener?.(message);
        break;
    }
  }

  /** The driver waits for it. */
  #reply(asked: Promise<unknown>, failed: string): void {
    void asked.then(
      (answer) => this.#send({ answer }),
      (error: unknown) => this.#kill(`${failed}: ${String(error)}`),
    );
  }

  #send(message: object): void {
    this.#requests.write(`${JSON.stringify(message)}\n`);
  }

  #keep(chunk: Buffer): void {
    this.#output = (this.#output + chunk.toString('utf8')).slice(-OUTPUT_LIMIT);
  }

  #lastWords(): string {
    const last = lastWords(this.#output);
    return last === '' ? '' : `, last words: ${last}`;
  }

  #kill(why: string, kind: FailureKind = 'died'): void {
    this.#die(kind, why);
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      // The group is gone already.
    }
  }

  /** The first reason counts: what follows is its consequence. */
  #die(kind: FailureKind, why: string): void {
    this.#dead ??= failure(kind, why);
    this.#listener?.({ event: 'dead', failure: this.#dead });
  }
}

interface Limits {
  readonly stepMs: number;
  readonly totalMs: number;
}

/** Of an end that is not the one that was waited for. */
function failureOf(end: End): DriverFailure {
  switch (end.event) {
    case 'failed':
      return end;
    case 'dead':
      return end.failure;
    case 'dialect':
      return foreignDialect(end.dialect);
    case 'started':
    case 'done':
    case 'compared':
      return failure('died', 'it answered out of turn');
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
