/** Values of Python expressions as far as they are written out. */

export type StaticValue =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'none' }
  /** A bool, number, bytes or Ellipsis: readable, and no identifier. */
  | {
      readonly kind: 'scalar';
      readonly type: 'bool' | 'number' | 'bytes' | 'ellipsis';
      readonly text: string;
      readonly truth: boolean | null;
    }
  /** Of a dict: its keys, which is what iterating it gives. */
  | {
      readonly kind: 'sequence';
      readonly type: 'tuple' | 'list' | 'set' | 'dict';
      readonly items: readonly StaticValue[];
    }
  | Computed;

export interface Computed {
  readonly kind: 'computed';
  /** Kebab-case name of what would have to be run. */
  readonly reason: string;
  readonly text: string;
  /** The module that a name stands for, where it stands for one. */
  readonly module?: string;
}

/** What in a value has to be computed; null where it is written out to the last item. */
export function computedPart(value: StaticValue): Computed | null {
  if (value.kind === 'computed') return value;
  if (value.kind !== 'sequence') return null;
  for (const item of value.items) {
    const part = computedPart(item);
    if (part) return part;
  }
  return null;
}

/** Whether two values are written-out equals; two computed ones are equal only if they are one. */
export function sameValue(a: StaticValue, b: StaticValue): boolean {
  if (a === b) return true;
  if (a.kind === 'string') return b.kind === 'string' && a.value === b.value;
  if (a.kind === 'none') return b.kind === 'none';
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.type === b.type && a.text === b.text;
  if (a.kind === 'computed' || b.kind !== 'sequence' || a.type !== b.type) return false;
  return (
    a.items.length === b.items.length &&
    a.items.every((item, index) => {
      const other = b.items[index];
      return other !== undefined && sameValue(item, other);
    })
  );
}

/** What may be asked of other modules of the same tree. */
export interface Importer {
  /** A name of another module; undefined where there is no such module or it does not bind the name. */
  imported(module: string, name: string): StaticValue | undefined;
}

/** Follows a name that was taken from another module, if that is in the tree. */
export function resolve(value: StaticValue, importer: Importer): StaticValue {
  if (value.kind !== 'computed' || value.reason !== 'imported-name' || value.module === undefined)
    return value;
  const dot = value.module.lastIndexOf('.');
  return importer.imported(value.module.slice(0, dot), value.module.slice(dot + 1)) ?? value;
}
