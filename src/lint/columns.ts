/** `sa.Column(…)` and the constraints of `op.create_table`, as the vocabulary of effects has them. */
import type { CallValue, Value } from '../revision/operation.ts';
import { boolOf, isNone, itemsOf, stringOf, stringsOf, type Call } from './arguments.ts';
import type { ChangeOf, Column, Constraint, ConstraintKind } from './change.ts';
import { changesIn, type Pass } from './pass.ts';
import { typeOf } from './types.ts';

export const isColumn = (value: Value): value is CallValue =>
  value.kind === 'call' && value.on === null && /(?:^|\.)Column$/.test(value.callee);

/** Arguments of `Column` that stand for themselves and are no type. */
const PARTS = /^(?:ForeignKey|CheckConstraint|Computed|Identity|Sequence|FetchedValue|DefaultClause)$/;

/** The columns an operation writes out, wherever they stand in it. */
export function columnCalls({ name, args, keywords }: Call): readonly CallValue[] {
  if (name !== 'create_table' && name !== 'add_column') return [];
  return [...args, ...Object.values(keywords)].filter(isColumn);
}

/** A column as `sa.Column(…)` says it; every attribute unknown where the value is none. */
export function columnOf(value: Value | undefined): Column {
  const call = value !== undefined && isColumn(value) ? value : null;
  const keywords = call?.keywords ?? {};
  const positional = [...(call?.args ?? [])];
  const name = stringOf(positional[0]) ?? stringOf(keywords['name']);
  if (stringOf(positional[0]) !== null) positional.shift();
  const part = (callee: string): CallValue | undefined =>
    positional.find((one): one is CallValue => one.kind === 'call' && one.callee === callee);
  const type = keywords['type_'] ?? positional.find((one) => !isPart(one));
  const key = part('ForeignKey');
  const target = key ? targetOf(key.args[0]) : null;
  const computed = part('Computed');
  const serverDefault = keywords['server_default'];
  return {
    name,
    type: typeOf(type),
    nullable: boolOf(keywords['nullable']),
    serverDefault: (serverDefault !== undefined && !isNone(serverDefault)) || part('Identity') !== undefined,
    defaultText: plainText(serverDefault),
    comment: keywords['comment'] !== undefined && !isNone(keywords['comment']),
    index: boolOf(keywords['index']) === true,
    primaryKey: boolOf(keywords['primary_key']) === true,
    unique: boolOf(keywords['unique']) === true,
    autoIncrement: boolOf(keywords['autoincrement']) === true,
    identity: part('Identity') !== undefined,
    generated: computed ? (boolOf(computed.keywords['persisted']) === true ? 'stored' : 'virtual') : null,
    references: target && { ...target, inline: false },
    onDelete: key ? stringOf(key.keywords['ondelete']) : null,
    referenceNamed: key?.keywords['name'] !== undefined && !isNone(key.keywords['name']),
  };
}

const isPart = (value: Value): boolean => value.kind === 'call' && PARTS.test(value.callee);

/** `"guest"`, `sa.text("'guest'")`, `sa.func.now()`. */
function plainText(value: Value | undefined): string | null {
  const inner = value?.kind === 'call' && value.callee === 'text' ? value.args[0] : value;
  if (inner?.kind === 'call' && inner.args.length === 0 && inner.callee.startsWith('func.'))
    return `${inner.callee.slice('func.'.length)}()`;
  return stringOf(inner);
}

/** `user` and `id` of `user.id`. */
function targetOf(value: Value | undefined): {
  readonly table: string | null;
  readonly column: string | null;
} {
  const target = stringOf(value);
  const dot = target?.lastIndexOf('.') ?? -1;
  return target === null || dot < 0
    ? { table: null, column: null }
    : { table: target.slice(0, dot), column: target.slice(dot + 1) };
}

const CONSTRAINTS: Readonly<Record<string, ConstraintKind>> = {
  PrimaryKeyConstraint: 'primary-key',
  UniqueConstraint: 'unique',
  ForeignKeyConstraint: 'foreign-key',
  CheckConstraint: 'check',
  ExcludeConstraint: 'exclude',
};

/** A constraint that is written inside `op.create_table`; null for anything else. */
export function constraintOf(value: Value): Constraint | null {
  const kind = value.kind === 'call' && value.on === null ? CONSTRAINTS[value.callee] : undefined;
  if (value.kind !== 'call' || kind === undefined) return null;
  const { args, keywords } = value;
  const listed = kind === 'foreign-key' ? stringsOf(args[0]) : args.map(stringOf);
  const columns = listed?.every((one) => one !== null) ? listed : null;
  const targets = kind === 'foreign-key' ? (itemsOf(args[1])?.map(targetOf) ?? []) : [];
  const referred = targets.flatMap(({ column }) => (column === null ? [] : [column]));
  return {
    kind,
    name: stringOf(keywords['name']),
    columns: kind === 'check' || kind === 'exclude' ? null : columns,
    references: targets[0]?.table ?? null,
    referred: referred.length > 0 && referred.length === targets.length ? referred : null,
    onDelete: stringOf(keywords['ondelete']),
    notValid: false,
    usingIndex: false,
  };
}

/** The columns that an upgrade adds, those of new tables included. */
export function newColumns(
  pass: Pick<Pass, 'changes'>,
): readonly { readonly change: ChangeOf<'create-table' | 'add-column'>; readonly column: Column }[] {
  return changesIn(pass, 'upgrade', 'create-table', 'add-column').flatMap((change) => {
    const columns = change.kind === 'add-column' ? [change.column] : change.columns;
    return columns.map((column) => ({ change, column }));
  });
}
