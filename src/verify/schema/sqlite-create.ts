/** What only the text of a CREATE TABLE says, since SQLite's pragmas do not: constraints by name, collations, expressions. */
import { Phrase, splitOnCommas } from '../../lint/sql/phrase.ts';
import type { Token } from '../../lint/sql/tokens.ts';
import { spell } from './sqlite-text.ts';

export interface KeptColumn {
  readonly name: string;
  readonly collation: string | null;
  /** Expression of a generated one. */
  readonly generated: string | null;
  readonly autoIncrement: boolean;
  /** What happens where NOT NULL is violated, if not the usual. */
  readonly conflict: string | null;
}

export type KeptConstraint = { readonly name: string | null } & (
  | { readonly kind: 'primary-key' | 'unique'; readonly columns: string; readonly conflict: string | null }
  | { readonly kind: 'check'; readonly clause: string }
  | {
      readonly kind: 'foreign-key';
      readonly columns: string;
      readonly target: string;
      /** null: the target's primary key. */
      readonly targets: string | null;
      readonly onDelete: string;
      readonly onUpdate: string;
      readonly deferred: boolean;
    }
);

export interface KeptTable {
  readonly columns: readonly KeptColumn[];
  readonly constraints: readonly KeptConstraint[];
  /** `WITHOUT ROWID`, `STRICT`. */
  readonly options: readonly string[];
}

/** null where it is none of this shape. */
export function readTable(tokens: readonly Token[]): KeptTable | null {
  const phrase = new Phrase(tokens);
  if (!phrase.accept('CREATE TABLE') || phrase.dotted() === null) return null;
  const parts = splitOnCommas(phrase.group() ?? []);
  const columns: KeptColumn[] = [];
  const constraints: KeptConstraint[] = [];
  for (const part of parts) {
    const first = part[0];
    const isConstraint =
      first?.kind === 'word' && /^(CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)$/.test(first.upper);
    const definition = new Phrase(part);
    const name = isConstraint ? null : nameIn(definition);
    const read = new Clauses(definition, name);
    constraints.push(...read.constraints);
    if (name !== null) columns.push({ name, ...read.column });
    if (read.unread) return null;
  }
  return { columns, constraints, options: splitOnCommas(phrase.rest).map((one) => spell(one).toUpperCase()) };
}

const nameIn = (phrase: Phrase): string => {
  const token = phrase.take();
  return token !== null && 'text' in token ? token.text : '';
};

const ACTIONS = ['CASCADE', 'SET NULL', 'SET DEFAULT', 'RESTRICT', 'NO ACTION'];

/** The clauses of one column (`owner`) or of one table constraint (null), read from the front. */
class Clauses {
  readonly constraints: KeptConstraint[] = [];
  readonly column: { -readonly [Key in keyof Omit<KeptColumn, 'name'>]: KeptColumn[Key] } = {
    collation: null,
    generated: null,
    autoIncrement: false,
    conflict: null,
  };
  /** Whether something of a table constraint was not understood; a column's type may be anything. */
  unread = false;
  readonly #phrase: Phrase;
  readonly #owner: string | null;
  #name: string | null = null;

  constructor(phrase: Phrase, owner: string | null) {
    this.#phrase = phrase;
    this.#owner = owner;
    while (!phrase.ended)
      if (!this.#clause()) {
        phrase.take();
        this.unread ||= owner === null;
      }
  }

  /** Whether one was there. */
  #clause(): boolean {
    const phrase = this.#phrase;
    if (phrase.accept('CONSTRAINT')) {
      this.#name = nameIn(phrase);
      return true;
    }
    if (phrase.accept('PRIMARY KEY')) return this.#key('primary-key');
    if (phrase.accept('UNIQUE')) return this.#key('unique');
    if (phrase.accept('CHECK')) return this.#add({ kind: 'check', clause: spell(phrase.group() ?? []) });
    if (phrase.accept('FOREIGN KEY')) return this.#foreignKey(spell(phrase.group() ?? []));
    if (this.#owner === null) return false;
    return this.#ofColumn(this.#owner);
  }

  #ofColumn(owner: string): boolean {
    const phrase = this.#phrase;
    if (phrase.accept('NOT NULL')) {
      this.#name = null;
      this.column.conflict = this.#onConflict();
    } else if (phrase.accept('COLLATE')) this.column.collation = nameIn(phrase).toUpperCase();
    else if (phrase.accept('DEFAULT')) {
      // Its value is the pragma's to tell.
      if (!phrase.symbol('-')) phrase.symbol('+');
      phrase.take();
    } else if (phrase.accept('GENERATED ALWAYS AS') || phrase.accept('AS'))
      this.column.generated = spell(phrase.group() ?? []);
    else if (phrase.peek()?.kind === 'word' && this.#isReference())
      return this.#foreignKey(spell([{ kind: 'name', text: owner }]));
    else return false;
    return true;
  }

  #isReference(): boolean {
    const next = this.#phrase.peek();
    return next?.kind === 'word' && next.upper === 'REFERENCES';
  }

  #key(kind: 'primary-key' | 'unique'): boolean {
    const phrase = this.#phrase;
    const own = this.#owner === null ? null : spell([{ kind: 'name', text: this.#owner }]);
    const list = own ?? withoutAscending(phrase.group() ?? []);
    const direction = own !== null && phrase.acceptAny('ASC', 'DESC') === 'DESC' ? ' DESC' : '';
    const conflict = this.#onConflict();
    if (phrase.accept('AUTOINCREMENT')) this.column.autoIncrement = true;
    return this.#add({ kind, columns: `(${list}${direction})`, conflict });
  }

  #onConflict(): string | null {
    return this.#phrase.accept('ON CONFLICT') ? this.#phrase.word() : null;
  }

  #foreignKey(columns: string): boolean {
    const phrase = this.#phrase;
    if (!phrase.accept('REFERENCES')) return false;
    const target = nameIn(phrase);
    const group = phrase.group();
    const actions = { DELETE: 'NO ACTION', UPDATE: 'NO ACTION' };
    let deferred = false;
    for (;;) {
      if (phrase.accept('ON DELETE')) actions.DELETE = phrase.acceptAny(...ACTIONS) ?? '?';
      else if (phrase.accept('ON UPDATE')) actions.UPDATE = phrase.acceptAny(...ACTIONS) ?? '?';
      else if (phrase.accept('MATCH')) phrase.take(); // SQLite heeds none of them
      else if (phrase.accept('NOT DEFERRABLE')) phrase.acceptAny('INITIALLY DEFERRED', 'INITIALLY IMMEDIATE');
      else if (phrase.accept('DEFERRABLE'))
        deferred = phrase.acceptAny('INITIALLY DEFERRED', 'INITIALLY IMMEDIATE') === 'INITIALLY DEFERRED';
      else break;
    }
    const key = { columns: `(${columns})`, target, targets: group && `(${spell(group)})`, deferred };
    return this.#add({ kind: 'foreign-key', ...key, onDelete: actions.DELETE, onUpdate: actions.UPDATE });
  }

  #add(constraint: Unnamed<KeptConstraint>): true {
    this.constraints.push({ ...constraint, name: this.#name });
    this.#name = null;
    return true;
  }
}

type Unnamed<T> = T extends unknown ? Omit<T, 'name'> : never;

/** Of a list of indexed columns: up is how they stand anyway. */
export const withoutAscending = (tokens: readonly Token[]): string =>
  spell(tokens.filter((token) => !(token.kind === 'word' && token.upper === 'ASC')));
