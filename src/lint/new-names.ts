/** The names that an upgrade brings into the schema. */
import type { Change } from './change.ts';
import { changesIn, type Pass } from './pass.ts';

export interface NewName {
  readonly sort: 'table' | 'column' | 'index' | 'constraint';
  readonly name: string;
  readonly change: Change;
}

/** In the order of the changes; names that are computed or that the server makes up are left out. */
export function newNames(pass: Pick<Pass, 'changes'>): readonly NewName[] {
  const kinds = ['create-table', 'add-column', 'create-index', 'add-constraint'] as const;
  return changesIn(pass, 'upgrade', ...kinds, 'rename-table', 'rename-column').flatMap((change) =>
    namesIn(change).flatMap(([sort, name]) => (name === null ? [] : [{ sort, name, change }])),
  );
}

function namesIn(change: Change): readonly (readonly [NewName['sort'], string | null])[] {
  switch (change.kind) {
    case 'create-table':
      return [
        ['table', bare(change.table)],
        ...change.columns.map(({ name }) => ['column', name] as const),
        ...change.indexes.map(({ name }) => ['index', name] as const),
        ...change.constraints.map(({ name }) => ['constraint', name] as const),
      ];
    case 'add-column':
      return [['column', change.column.name]];
    case 'create-index':
      return [['index', change.name]];
    case 'add-constraint':
      return [['constraint', change.constraint.name]];
    case 'rename-table':
      return [['table', bare(change.to)]];
    case 'rename-column':
      return [['column', change.to]];
    default:
      return [];
  }
}

/** Without its schema. */
const bare = (name: string | null): string | null =>
  name === null ? null : name.slice(name.lastIndexOf('.') + 1);
