/** `sa.Column(…)` and the constraints of `op.create_table`, as the vocabulary of effects has them. */
import type { CallValue, Value } from '../revision/operation.ts';
import { boolOf, isNone, itemsOf, stringOf, stringsOf, type Call } from './arguments.ts';
import type { Column, Constraint, ConstraintKind } from './change.ts';
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
  const computed = part('Computed');
  const serverDefault = keywords['server_default'];
  return {
    name,
    type: typeOf(type),
    nullable: boolOf(keywords['nullable']),
    serverDefault: (serverDefault !== undefined && !isNone(serverDefault)) || part('Identity') !== undefined,
    primaryKey: boolOf(keywords['primary_key']) === true,
    unique: boolOf(keywords['unique']) === true,
    autoIncrement: boolOf(keywords['autoincrement']) === true,
    generated: computed ? (boolOf(computed.keywords['persisted']) === true ? 'stored' : 'virtual') : null,
    references: key ? { table: tableOfTarget(key.args[0]), inline: false } : null,
    onDelete: key ? stringOf(key.keywords['ondelete']) : null,
  };
}

const isPart = (value: Value): boolean => value.kind === 'call' && PARTS.test(value.callee);

/** `user` of `user.id`. */
function tableOfTarget(value: Value | undefined): string | null {
  const target = stringOf(value);
  return target === null || !target.includes('.') ? null : target.slice(0, target.lastIndexOf('.'));
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
  return {
    kind,
    name: stringOf(keywords['name']),
    columns: kind === 'check' || kind === 'exclude' ? null : columns,
    references: kind === 'foreign-key' ? tableOfTarget(itemsOf(args[1])?.[0]) : null,
    onDelete: stringOf(keywords['ondelete']),
    notValid: false,
    usingIndex: false,
  };
}
