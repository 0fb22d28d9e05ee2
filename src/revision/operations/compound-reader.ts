/** Statements that hold others: which of these run, and what is known afterwards. */
import type { Expression, Statement } from '../python/syntax.ts';
import { walk } from '../python/walk.ts';
import { CallReader } from './call-reader.ts';
import { OP } from './qualified.ts';
import { isEnd, type Outcome } from './scope.ts';
import { iterated, truthOf } from './values.ts';

export type Of<Kind> = Extract<Statement, { readonly kind: Kind }>;

export abstract class CompoundReader extends CallReader {
  protected abstract block(statements: readonly Statement[]): Outcome;

  /** A block under a condition. */
  protected under(condition: string, body: () => void): void {
    const way = (): Outcome => {
      this.beneath([condition], body);
      return 'on';
    };
    this.scope.alternatives([way, () => 'on']);
  }

  private beneath<T>(conditions: readonly string[], body: () => T): T {
    const outer = this.conditions;
    this.conditions = [...outer, ...conditions];
    const result = body();
    this.conditions = outer;
    return result;
  }

  protected if(statement: Of<'if'>): Outcome {
    const ways = this.waysOf(statement);
    const outcomes = this.scope.alternatives(
      ways.map(
        ({ conditions, body }) =>
          () =>
            this.beneath(conditions, () => this.block(body)),
      ),
    );
    if (outcomes.every(isEnd)) return outcomes.includes('left') ? 'left' : 'raised';
    const unless = ways.flatMap(({ conditions }, index) => {
      const outcome = outcomes[index] ?? 'on';
      if (outcome === 'left') return [`not (${conditions.join(' and ')})`];
      return typeof outcome === 'string' ? [] : [outcome.unless];
    });
    return unless.length === 0 ? 'on' : { unless: unless.join(' and ') };
  }

  /** The blocks that may run, each with what must hold; a condition that is written out decides. */
  private waysOf({
    branches,
    otherwise,
  }: Of<'if'>): readonly { readonly conditions: readonly string[]; readonly body: readonly Statement[] }[] {
    const ways = [];
    const refused: string[] = [];
    for (const { test, body } of branches) {
      const truth = truthOf(this.valueOf(test));
      if (truth === false) continue;
      if (truth === true) return [...ways, { conditions: refused, body }];
      const condition = this.conditionOf(test);
      ways.push({ conditions: [...refused, condition], body });
      refused.push(`not (${condition})`);
    }
    return [...ways, { conditions: refused, body: otherwise }];
  }

  /** The text of it; a name that was given a question about the dialect is that question. */
  private conditionOf(test: Expression): string {
    const known = test.kind === 'name' ? this.scope.get(test.name) : null;
    if (known?.kind === 'unknown' && /\bdialect\b/.test(known.text)) return known.text;
    if (test.kind === 'unary' && test.operator === 'not') return `not (${this.conditionOf(test.operand)})`;
    if (test.kind !== 'binary' || !['and', 'or'].includes(test.operator)) return this.source(test);
    return `(${this.conditionOf(test.left)}) ${test.operator} (${this.conditionOf(test.right)})`;
  }

  protected loop(statement: Of<'for'> | Of<'while'>): void {
    const items = statement.kind === 'for' ? iterated(this.valueOf(statement.source)) : null;
    if (items && statement.kind === 'for') {
      for (const item of items) {
        this.bind(statement.target, item);
        this.block(statement.body);
      }
    } else {
      this.manyRounds(statement);
    }
    this.block(statement.otherwise);
  }

  /** Nobody knows how often: one round stands for all, with nothing known of what rounds change. */
  private manyRounds(statement: Of<'for'> | Of<'while'>): void {
    const header = statement.kind === 'for' ? statement.source : statement.test;
    if (statement.kind === 'while') this.valueOf(statement.test);
    walk(statement, (node) => {
      if (node.kind === 'assign') for (const target of node.targets) this.bind(target, null);
      if (node.kind === 'augmented' || node.kind === 'named') this.bind(node.target, null);
      return node.kind !== 'function' && node.kind !== 'class';
    });
    const condition = this.text.slice(statement.from, header.to);
    this.under(condition, () => {
      if (statement.kind === 'for') this.bind(statement.target, null);
      this.block(statement.body);
    });
  }

  protected with({ items, body }: Of<'with'>): Outcome {
    const outer = this.autocommit;
    for (const { context, target } of items) {
      const value = this.valueOf(context);
      if (target) this.bind(target, value);
      if (value.kind === 'call' && value.callee.startsWith(OP) && value.callee.endsWith('.autocommit_block'))
        this.autocommit = true;
    }
    const outcome = this.block(body);
    this.autocommit = outer;
    return outcome;
  }

  protected try({ body, handlers, otherwise, finally: last }: Of<'try'>): Outcome {
    const tried = this.beneath(['try'], () => this.block([...body, ...otherwise]));
    const handled = handlers.map(({ type, name, body: handling }) => {
      if (name !== null) this.scope.set(name, { kind: 'unknown', text: name });
      const condition = type ? `except ${this.source(type)}` : 'except';
      const handle = (): Outcome => this.beneath([condition], () => this.block(handling));
      return this.scope.alternatives([handle, () => 'on'])[0] ?? 'on';
    });
    const ended = this.block(last);
    return [tried, ...handled].every(isEnd) ? 'left' : ended;
  }

  protected match({ subject, cases }: Of<'match'>): void {
    this.valueOf(subject);
    const of = this.source(subject);
    this.scope.alternatives([
      ...cases.map(({ captures, pattern, body }) => () => {
        for (const name of captures) this.scope.set(name, { kind: 'unknown', text: name });
        return this.beneath([`match ${of}: case ${pattern}`], () => this.block(body));
      }),
      () => 'on',
    ]);
  }
}
