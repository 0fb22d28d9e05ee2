/**
 * The driver for projects that run their migrations by a command line of their own: one process for each move, whose
 * connections are redirected and whose Alembic is watched. The command gets `upgrade` or `downgrade` and a target at its end.
 */
import type { DriverFailure } from '../../verify/failure.ts';
import { GATE_TARGET } from '../../verify/gate-target.ts';
import type { CommandEnd, RunCommand } from '../command.ts';
import type {
  DriverRequest,
  Migrated,
  MigrationDriver,
  Pause,
  RequestedStep,
  StartDriver,
  VersionTable,
} from '../python.ts';
import { failure, foreignDialect } from './failures.ts';
import type { DriverMessage } from './messages.ts';
import { StepRecorder } from './recorder.ts';

/** Starts nothing yet: what a project needs to start is told by its first move. */
export function commandDriver(command: string, run: RunCommand): StartDriver {
  return (request) => {
    const driver: MigrationDriver = {
      interpreter: `\`${command}\``,
      versions: null,
      migrate: (steps, limits, pause) => new Move({ command, run, request, pause }).make(steps, limits),
      compare: () =>
        Promise.resolve({
          kind: 'failed',
          failure: failure('command', 'autogenerate is not asked through it'),
        }),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
    return Promise.resolve({ kind: 'started', driver });
  };
}

interface Circumstances {
  readonly command: string;
  readonly run: RunCommand;
  readonly request: DriverRequest;
  readonly pause: Pause | undefined;
}

/** Everything that is seen of one move, over all the commands that it takes. */
class Move {
  readonly #around: Circumstances;
  readonly #recorder = new StepRecorder();
  readonly #tables = new Map<string, VersionTable>();
  #failure: DriverFailure | null = null;

  constructor(around: Circumstances) {
    this.#around = around;
  }

  async make(
    steps: readonly RequestedStep[],
    { stepMs, totalMs }: { readonly stepMs: number; readonly totalMs: number },
  ): Promise<Migrated> {
    const end = performance.now() + totalMs;
    // Without a family the first connection tells the dialect, for which there must be one.
    const commands = this.#around.request.family === null ? ['upgrade heads'] : argumentsOf(steps);
    for (const asked of commands) {
      const limitMs = Math.min(end - performance.now(), stepMs * Math.max(steps.length, 1));
      const ended = await this.#run(asked, limitMs);
      const failed = this.#failure ?? failureOf(ended, limitMs, this.#tables.size > 0);
      if (failed !== null) {
        const kind = failed.kind === 'timeout' ? 'timeout' : 'failed';
        return { kind, steps: this.#recorder.steps(), failure: failed };
      }
    }
    return { kind: 'done', steps: this.#recorder.steps(), versionTables: [...this.#tables.values()] };
  }

  async #run(asked: string, limitMs: number): Promise<CommandEnd> {
    const { command, run, request, pause } = this.#around;
    const { environment, tree, checkout, family } = request;
    const scratch: DriverRequest['scratch'] = (target) => request.scratch(target);
    return run({
      ...{ environment, tree, checkout, family, scratch },
      command: `${command} ${asked}`,
      own: family === null ? null : await scratch(GATE_TARGET),
      limitMs,
      witness: { look: pause?.look ?? null, hear: (event) => this.#hear(event) },
    });
  }

  async #hear(event: DriverMessage): Promise<'go' | 'stop'> {
    this.#recorder.record(event);
    switch (event.event) {
      case 'statement':
        return (await this.#around.pause?.before({ ...event, seen: event.seen ?? null })) ?? 'go';
      case 'done':
        for (const table of event.contexts) this.#tables.set(JSON.stringify(table), table);
        return 'go';
      case 'failed':
        this.#failure ??= event;
        return 'go';
      case 'dialect':
        this.#failure ??= foreignDialect(event.dialect);
        return 'go';
      case 'ask':
      case 'step':
      case 'step-end':
      case 'statement-end':
      case 'started':
      case 'compared':
        return 'go';
    }
  }
}

function argumentsOf(steps: readonly RequestedStep[]): readonly string[] {
  return steps.flatMap(({ direction, target }) =>
    target === null ? [] : [`${direction} ${quoted(target)}`],
  );
}

/** For a shell; identifiers are the pull request's. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function failureOf(end: CommandEnd, limitMs: number, wasSeen: boolean): DriverFailure | null {
  if (end.kind === 'timeout')
    return failure('timeout', `the command took longer than ${Math.round(limitMs / 1000)} s`);
  if (end.kind === 'failed') return failure('command', words(end));
  return wasSeen ? null : failure('unseen', '');
}

const words = ({ how, lastWords }: Extract<CommandEnd, { kind: 'failed' }>): string =>
  lastWords === '' ? how : `${how}, last words: ${lastWords}`;
