/** From a static value to the ids that Alembic makes of it (alembic/script/revision.py, `to_tuple` and what follows). */
import type { Computed, StaticValue } from './static-value.ts';

export type Ids =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  /** Alembic ends in this Python error. */
  | { readonly kind: 'dies'; readonly error: string }
  | { readonly kind: 'unread'; readonly reason: string; readonly text: string };

const ids = (...list: readonly string[]): Ids => ({ kind: 'ids', ids: list });
const unread = ({ reason, text }: Computed): Ids => ({ kind: 'unread', reason, text });
const dies = (error: string): Ids => ({ kind: 'dies', error });

/** `revision`: one string. */
export function revisionId(value: StaticValue): Ids {
  switch (value.kind) {
    case 'string':
      return ids(value.value);
    case 'none':
      return dies("TypeError: 'NoneType' object is not iterable");
    case 'scalar':
      if (value.type === 'bytes') return { kind: 'unread', reason: 'bytes', text: value.text };
      return dies(`TypeError: the revision id ${value.text} is not a string`);
    case 'sequence':
      if (value.type === 'tuple') return { kind: 'unread', reason: 'tuple', text: 'a tuple' };
      return dies(`TypeError: unhashable type: '${value.type}'`);
    case 'computed':
      return unread(value);
  }
}

/** `down_revision`: None, one id or several. `""` is an id of its own, which no file has. */
export function parentIds(value: StaticValue): Ids {
  switch (value.kind) {
    case 'none':
      return ids();
    case 'string':
      return ids(value.value);
    case 'scalar':
      return value.type === 'bytes' && value.truth === false ? ids() : dies(`KeyError: ${value.text}`);
    case 'sequence':
      return sequenceIds(value);
    case 'computed':
      return unread(value);
  }
}

/** `depends_on`: the same, except that whatever is false is nothing. */
export function dependencyIds(value: StaticValue): Ids {
  if (value.kind === 'scalar' && value.truth === false) return ids();
  const read = parentIds(value);
  return read.kind === 'ids' && read.ids.length === 1 && read.ids[0] === '' ? ids() : read;
}

/** `branch_labels`: repeated ones stay, as Alembic refuses them. */
export function labels(value: StaticValue): Ids {
  if (value.kind === 'none') return ids();
  if (value.kind === 'string') return ids(value.value);
  if (value.kind === 'computed') return unread(value);
  const read: string[] = [];
  for (const item of value.kind === 'sequence' ? value.items : [value]) {
    if (item.kind === 'computed') return unread(item);
    if (item.kind !== 'string') return { kind: 'unread', reason: 'label-type', text: '' };
    read.push(item.value);
  }
  const repeatable = value.kind === 'sequence' && (value.type === 'tuple' || value.type === 'list');
  return ids(...(repeatable ? read : new Set(read)));
}

function sequenceIds({ type, items }: StaticValue & { readonly kind: 'sequence' }): Ids {
  const read: string[] = [];
  const [only] = items;
  if (items.length === 1 && only && only.kind !== 'sequence') return parentIds(only);
  for (const item of items) {
    if (item.kind === 'computed') return unread(item);
    if (item.kind === 'string') read.push(item.value);
    else if (items.length === 1)
      return { kind: 'unread', reason: 'nested', text: 'a sequence in a sequence' };
    else return dies(`KeyError: ${item.kind === 'scalar' ? item.text : 'None'}`);
  }
  if (type === 'tuple' || type === 'list') return ids(...read);
  const distinct = [...new Set(read)];
  if (type === 'set' && distinct.length > 1) return { kind: 'unread', reason: 'set-order', text: 'a set' };
  return ids(...distinct);
}
