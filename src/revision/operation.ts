/** What a migration does, operation by operation: the same shape whether read from the source or seen on the server. */
import type { Span } from './revision.ts';

export type Direction = 'upgrade' | 'downgrade';

/** Stands in a text for a part that is computed. */
export const COMPUTED_PART = '\ufffc';

/** A Python value as far as it can be read without running it. */
export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** A list, tuple or set. */
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Value, Value])[] }
  | CallValue
  /** A name that is no literal: `Integer`, `mysql.LONGTEXT`, `app.models.MyEnum`; shortened like a callee. */
  | { readonly kind: 'name'; readonly name: string }
  /** A string of which some parts are computed; these stand as COMPUTED_PART. */
  | { readonly kind: 'text'; readonly text: string }
  /** Computed; `text` is the source, for messages. */
  | { readonly kind: 'unknown'; readonly text: string };

export interface CallValue {
  readonly kind: 'call';
  /**
   * Imports followed, less SQLAlchemy's own modules: `Column`, `text`, `func.now`, `mysql.LONGTEXT` however they were
   * imported; of a method (`users.insert()`) its name alone.
   */
  readonly callee: string;
  /** What a method was called on: `users` of `users.insert()`; null of a plain call. */
  readonly on: Value | null;
  /** `*rest` that cannot be read is one unknown. */
  readonly args: readonly Value[];
  /** `**rest` that cannot be read is the keyword `**`. */
  readonly keywords: Readonly<Record<string, Value>>;
  readonly span: Span;
}

/** Where an operation stands, and what it stands under. */
export interface Occurrence {
  readonly direction: Direction;
  /** The database of a multi-database tree (`upgrade_engine1`); null elsewhere. */
  readonly database: string | null;
  readonly span: Span;
  /** 1-based, both inclusive. */
  readonly line: number;
  readonly endLine: number;
  /** Conditions it stands under (`if`, `for`, `try`), outermost first, as source text. */
  readonly under: readonly string[];
  /** Inside `with op.get_context().autocommit_block()`. */
  readonly autocommit: boolean;
}

/**
 * One call on Alembic's operations object (or inside `batch_alter_table`), or one piece of raw SQL.
 * `name` is Alembic's method: `add_column`, `create_index`, …; `execute` of an SQLAlchemy construct (`users.update()`);
 * `create`, `drop`, `create_all`, `drop_all` of a schema object that is given the connection (`on` is the object).
 */
export type Operation =
  | (Occurrence & {
      readonly kind: 'call';
      readonly name: string;
      readonly on: Value | null;
      readonly args: readonly Value[];
      readonly keywords: Readonly<Record<string, Value>>;
      /** Table and schema named by an enclosing `with op.batch_alter_table(…)`. */
      readonly batchTable: Value | null;
      readonly batchSchema: Value | null;
    })
  | (Occurrence & {
      readonly kind: 'sql';
      /** Statement text; parts that are computed stand as COMPUTED_PART and make `complete` false. */
      readonly sql: string;
      readonly complete: boolean;
      /** How SQLAlchemy will treat it: a str given to `op.execute` is `text`, so `:word` is a bind parameter. */
      readonly via: 'text' | 'driver';
    })
  | (Occurrence & {
      readonly kind: 'unread';
      readonly why: UnreadReason;
      /** The call as written. */
      readonly text: string;
    });

/** Why nobody can say what a call does without running it. */
export type UnreadReason =
  /** `getattr(op, name)(…)`, `exec(…)`, `globals()[…]()`. */
  | 'dynamic-call'
  /** A function from elsewhere, called for its effect or given the connection. */
  | 'imported-call'
  /** The ORM: `session.add(…)`, `session.query(…).update(…)`. */
  | 'session'
  /** A function that calls itself, or takes what cannot be followed. */
  | 'local-call'
  /** More statements than we follow. */
  | 'too-long';

/** What a file says of itself beside its identifiers. */
export interface Migration {
  readonly kind: 'migration';
  readonly operations: readonly Operation[];
  readonly functions: readonly MigrationFunction[];
  /** Every import, those inside functions too. */
  readonly imports: readonly ImportedModule[];
  readonly comments: readonly GateComment[];
  readonly header: Header;
}

/** `upgrade`, `downgrade`, and in multi-database trees `upgrade_<name>`. */
export interface MigrationFunction {
  readonly direction: Direction;
  readonly database: string | null;
  /** `empty` does nothing at all; `raises` cannot end well. */
  readonly body: 'present' | 'empty' | 'raises';
  /** 1-based line of `def`. */
  readonly line: number;
  readonly span: Span;
}

export interface ImportedModule {
  /** Dotted, with leading dots where relative: of `from a.b import c` it is `a.b`. */
  readonly module: string;
  /** Names taken from it, `*` for all; empty for a plain `import`. */
  readonly names: readonly string[];
  readonly line: number;
  readonly span: Span;
}

/** `# alembic-gate: …`; `governs` is its own line, or the next line of code where it stands alone. */
export type GateComment = { readonly line: number; readonly governs: number } & (
  | { readonly kind: 'ignore'; readonly rules: readonly string[]; readonly reason: string }
  | { readonly kind: 'irreversible'; readonly reason: string }
  /** Meant for us, and not understood. */
  | { readonly kind: 'unknown'; readonly text: string }
);

/** The header that `script.py.mako` writes into a docstring. Alembic never reads it back. */
export interface Header {
  readonly revisionId: string | null;
  /** null without a `Revises:` line; empty for a root. */
  readonly revises: readonly string[] | null;
  readonly createDate: string | null;
}
