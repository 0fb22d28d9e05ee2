/** The names of a module while it is run in the mind: binding them, and what puts them in doubt. */
import { bindsUnseen, suspectsOf } from './dynamic.ts';
import { evaluate, type Surroundings } from './evaluate.ts';
import type { Expression, ImportedName, Statement } from './python/syntax.ts';
import { walk, type Node } from './python/walk.ts';
import type { Span } from './revision.ts';
import type { Binding, Reached } from './state.ts';
import { computedPart, resolve, type Importer, type StaticValue } from './static-value.ts';

/** Names that Alembic reads from a module, and so those that dynamic code puts in doubt. */
const IDENTIFIERS = ['revision', 'down_revision', 'depends_on', 'branch_labels'];

/** What a module may ask of others in the same tree. */
export interface Neighbours extends Importer {
  /** Every public name of another module, for `import *`; null where there is no such module. */
  exported(module: string): ReadonlyMap<string, StaticValue> | null;
}

/** One kind of statement. */
export type Of<Kind> = Extract<Statement, { readonly kind: Kind }>;

/** Packages whose star import is known to bring none of Alembic's identifiers. */
const HARMLESS_STARS = new Set([
  'sqlalchemy',
  'alembic',
  'typing',
  'geoalchemy2',
  'sqlalchemy_utils',
  'sqlmodel',
  'migrate',
]);

export class Names implements Surroundings {
  readonly text: string;
  protected readonly neighbours: Neighbours;
  /** Whether we are under `if`, `try`, `with` or a loop. */
  protected conditional = false;
  /** Where the statement being run begins. */
  protected at = 0;
  /** null behind a `raise`. */
  private names: Map<string, Binding> | null = new Map();
  private readonly isSuspect: (name: string) => boolean;

  constructor(text: string, statements: readonly Statement[], neighbours: Neighbours) {
    this.text = text;
    this.neighbours = neighbours;
    this.isSuspect = suspectsOf(statements, IDENTIFIERS);
  }

  lookUp(name: string): StaticValue | undefined {
    const binding = this.names?.get(name);
    return binding?.perhapsUnbound === true ? undefined : binding?.value;
  }

  imported(module: string, name: string): StaticValue | undefined {
    return this.neighbours.imported(module, name);
  }

  /** The state here, as a value of its own. */
  here(): Reached {
    return this.names && new Map(this.names);
  }

  protected get unreachable(): boolean {
    return this.names === null;
  }

  /** Goes on from a state. */
  protected resume(state: Reached): void {
    this.names = state && new Map(state);
  }

  protected bind(name: string, value: StaticValue, span: Span): void {
    const before = this.names?.get(name);
    const earlier = before ? before.earlier + 1 : 0;
    const { at, conditional } = this;
    const { from, to } = span;
    this.names?.set(name, { value, span: { from, to }, at, conditional, perhapsUnbound: false, earlier });
  }

  protected assign(target: Expression, value: StaticValue, expression: Expression): void {
    if (target.kind === 'name') this.bind(target.name, value, expression);
    else if (target.kind === 'tuple' || target.kind === 'list') this.unpack(target.items, value, expression);
    else this.touch(target);
  }

  private unpack(targets: readonly Expression[], value: StaticValue, expression: Expression): void {
    const written = expression.kind === 'tuple' || expression.kind === 'list' ? expression.items : [];
    const ordered =
      value.kind === 'sequence' && value.type !== 'set' && value.items.length === targets.length;
    targets.forEach((target, index) => {
      const item = ordered ? value.items[index] : undefined;
      if (item && target.kind !== 'starred') this.assign(target, item, written[index] ?? expression);
      else this.bindComputed(target, 'unpacking', expression);
    });
  }

  /** Binds every name in the target to something that only running could tell. */
  protected bindComputed(target: Expression, reason: string, at: Span): void {
    switch (target.kind) {
      case 'name':
        return this.bind(
          target.name,
          { kind: 'computed', reason, text: this.text.slice(at.from, at.to) },
          at,
        );
      case 'starred':
        return this.bindComputed(target.value, reason, at);
      case 'tuple':
      case 'list':
        for (const item of target.items) this.bindComputed(item, reason, at);
        return;
      default:
        return this.touch(target);
    }
  }

  /** From here on nothing is known of any name, nor whether Alembic's identifiers are bound. */
  protected doubtAll(reason: string, at: Span): void {
    const text = this.text.slice(at.from, at.to);
    const names = [...IDENTIFIERS, ...(this.names?.keys() ?? [])];
    for (const name of new Set(names)) this.bind(name, { kind: 'computed', reason, text }, at);
  }

  /** The value of an expression that is bound; what is written out has no effects. */
  protected value(expression: Expression): StaticValue {
    const value = evaluate(expression, this);
    if (computedPart(value)) this.touch(expression);
    return value;
  }

  /** Evaluates for effect: assignment expressions, code that binds unseen, methods that change a list. */
  protected touch(node: Node): void {
    if (node.kind === 'string' || node.kind === 'constant') return;
    walk(node, (part) => {
      if (part.kind === 'named') this.bindComputed(part.target, 'assignment-expression', part);
      if (bindsUnseen(part) || (part.kind === 'name' && this.isSuspect(part.name)))
        this.doubtAll('dynamic-names', part);
      if (part.kind === 'name') this.doubtMutable(part.name, part);
      return part.kind !== 'lambda';
    });
  }

  /** Whoever gets hold of a list may change it, by whatever name it goes. */
  private doubtMutable(name: string, at: Span): void {
    const bound = this.names?.get(name)?.value;
    const value = bound && resolve(bound, this);
    if (value?.kind !== 'sequence' || value.type === 'tuple') return;
    for (const [alias, binding] of this.names ?? []) {
      if (resolve(binding.value, this) === value)
        this.bind(alias, { kind: 'computed', reason: 'mutable', text: name }, at);
    }
  }

  protected bindModule(name: string, alias: string | null, at: Of<'import'>): void {
    const [first = name] = name.split('.');
    const module = alias === null ? first : name;
    const text = this.text.slice(at.from, at.to);
    this.bind(alias ?? first, { kind: 'computed', reason: 'module', text, module }, at);
  }

  protected importFrom(statement: Of<'import-from'>): void {
    const { module, level, names } = statement;
    if (names !== '*') {
      for (const imported of names) this.importName(level > 0 ? null : module, imported, statement);
      return;
    }
    const exported = level > 0 ? null : this.neighbours.exported(module);
    if (exported) for (const [name, value] of exported) this.bind(name, value, statement);
    else if (!HARMLESS_STARS.has(module.split('.')[0] ?? '')) this.doubtAll('star-import', statement);
  }

  private importName(module: string | null, { name, alias }: ImportedName, at: Of<'import-from'>): void {
    const text = this.text.slice(at.from, at.to);
    const inner = module === null ? {} : { module: `${module}.${name}` };
    this.bind(alias ?? name, { kind: 'computed', reason: 'imported-name', text, ...inner }, at);
  }
}
