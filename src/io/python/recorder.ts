/** Gathers the driver's events of one request into steps with their statements, whole or cut off in the middle. */
import type { RanStatement, RanStep } from '../python.ts';
import type { DriverMessage } from './messages.ts';

interface OpenStep {
  readonly revision: string;
  readonly direction: 'upgrade' | 'downgrade';
  readonly line: number | null;
  readonly begun: number;
  readonly statements: RanStatement[];
  durationMs: number | null;
}

/** Feed it every message; `steps()` is what is known so far. Times of unfinished parts run to the present. */
export class StepRecorder {
  readonly #steps: OpenStep[] = [];
  #statementBegun = 0;

  record(message: DriverMessage): void {
    const step = this.#steps.at(-1);
    switch (message.event) {
      case 'step':
        this.#steps.push({ ...message, begun: performance.now(), statements: [], durationMs: null });
        break;
      case 'step-end':
        if (step) step.durationMs = message.durationMs;
        break;
      case 'statement':
        this.#statementBegun = performance.now();
        step?.statements.push({
          sql: message.sql,
          line: message.line,
          durationMs: 0,
          rows: null,
          finished: false,
        });
        break;
      case 'statement-end': {
        const statement = step?.statements.pop();
        if (statement) {
          step?.statements.push({
            ...statement,
            durationMs: message.durationMs,
            rows: message.rows,
            finished: true,
          });
        }
        break;
      }
      case 'started':
      case 'ask':
      case 'done':
      case 'compared':
      case 'dialect':
      case 'failed':
        break;
    }
  }

  steps(): readonly RanStep[] {
    return this.#steps.map((step) => ({
      revision: step.revision,
      direction: step.direction,
      line: step.line,
      durationMs: step.durationMs ?? performance.now() - step.begun,
      finished: step.durationMs !== null,
      statements: step.statements.map((statement) =>
        statement.finished
          ? statement
          : { ...statement, durationMs: performance.now() - this.#statementBegun },
      ),
    }));
  }
}
