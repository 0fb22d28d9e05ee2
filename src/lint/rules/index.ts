/** Every rule, in the order of the catalogue's letters: the only list there is. A new rule is one file and one line here. */
import type { Rule } from '../rule.ts';
import { noAlterColumn } from './no-alter-column.ts';
import { noCascadeDelete } from './no-cascade-delete.ts';
import { noDropAndAddColumn } from './no-drop-and-add-column.ts';
import { noDropAndBackfillTogether } from './no-drop-and-backfill-together.ts';
import { noDropColumn } from './no-drop-column.ts';
import { noDropSchema } from './no-drop-schema.ts';
import { noDropTable } from './no-drop-table.ts';
import { noEnumValueRemoval } from './no-enum-value-removal.ts';
import { noRenameColumn } from './no-rename-column.ts';
import { noRenameTable } from './no-rename-table.ts';
import { noTruncate } from './no-truncate.ts';
import { noTypeNarrowing } from './no-type-narrowing.ts';
import { noUnfilteredDelete } from './no-unfiltered-delete.ts';

export const RULES: readonly Rule[] = [
  noAlterColumn,
  noCascadeDelete,
  noDropAndAddColumn,
  noDropAndBackfillTogether,
  noDropColumn,
  noDropSchema,
  noDropTable,
  noEnumValueRemoval,
  noRenameColumn,
  noRenameTable,
  noTruncate,
  noTypeNarrowing,
  noUnfilteredDelete,
];
