/** Every rule, in the order of the catalogue's letters: the only list there is. A new rule is one file and one line here. */
import type { Rule } from '../rule.ts';
import { noAlterColumn } from './no-alter-column.ts';
import { noApplicationImport } from './no-application-import.ts';
import { noAutoIncrementAdd } from './no-auto-increment-add.ts';
import { noBlockingChange } from './no-blocking-change.ts';
import { noCascadeDelete } from './no-cascade-delete.ts';
import { noCharsetConvert } from './no-charset-convert.ts';
import { noCheckOrForeignKeyOnExisting } from './no-check-or-foreign-key-on-existing.ts';
import { noColumnPosition } from './no-column-position.ts';
import { noDataChangeWithoutReverse } from './no-data-change-without-reverse.ts';
import { noDdlAndDmlTogether } from './no-ddl-and-dml-together.ts';
import { noDialectAsymmetry } from './no-dialect-asymmetry.ts';
import { noDowngradeMismatch } from './no-downgrade-mismatch.ts';
import { noDropAndAddColumn } from './no-drop-and-add-column.ts';
import { noDropAndBackfillTogether } from './no-drop-and-backfill-together.ts';
import { noDropColumn } from './no-drop-column.ts';
import { noDropDefault } from './no-drop-default.ts';
import { noDropMappedObject } from './no-drop-mapped-object.ts';
import { noDropSchema } from './no-drop-schema.ts';
import { noDropTable } from './no-drop-table.ts';
import { noDuplicateIndex } from './no-duplicate-index.ts';
import { noEmptyMigration } from './no-empty-migration.ts';
import { noEngineChange } from './no-engine-change.ts';
import { noEnumValueAddWithoutReverse } from './no-enum-value-add-without-reverse.ts';
import { noEnumValueRemoval } from './no-enum-value-removal.ts';
import { noFileNameMismatch } from './no-file-name-mismatch.ts';
import { noFloatForMoney } from './no-float-for-money.ts';
import { noForeignKeyTypeMismatch } from './no-foreign-key-type-mismatch.ts';
import { noHeaderMismatch } from './no-header-mismatch.ts';
import { noIndexDropBeforeForeignKey } from './no-index-drop-before-foreign-key.ts';
import { noInlineReferences } from './no-inline-references.ts';
import { noLargeRevision } from './no-large-revision.ts';
import { noLargeTableChange } from './no-large-table-change.ts';
import { noManyDdlInOneRevision } from './no-many-ddl-in-one-revision.ts';
import { noMixedExpandContract } from './no-mixed-expand-contract.ts';
import { noOnlineOnlyIntrospection } from './no-online-only-introspection.ts';
import { noOperationsInMerge } from './no-operations-in-merge.ts';
import { noOtherDialectOption } from './no-other-dialect-option.ts';
import { noPartitionChange } from './no-partition-change.ts';
import { noPrefixRedundantIndex } from './no-prefix-redundant-index.ts';
import { noPrimaryKeyChange } from './no-primary-key-change.ts';
import { noRenameColumn } from './no-rename-column.ts';
import { noRenameTable } from './no-rename-table.ts';
import { noRepeatedAlter } from './no-repeated-alter.ts';
import { noReservedWord } from './no-reserved-word.ts';
import { noSetNotNull } from './no-set-not-null.ts';
import { noSmallPrimaryKey } from './no-small-primary-key.ts';
import { noStoredGeneratedColumn } from './no-stored-generated-column.ts';
import { noTableRebuild } from './no-table-rebuild.ts';
import { noTimestamp2038 } from './no-timestamp-2038.ts';
import { noTruncate } from './no-truncate.ts';
import { noTypeNarrowing } from './no-type-narrowing.ts';
import { noUnbatchedBackfill } from './no-unbatched-backfill.ts';
import { noUnescapedColon } from './no-unescaped-colon.ts';
import { noUnfilteredDelete } from './no-unfiltered-delete.ts';
import { noUniqueOnExisting } from './no-unique-on-existing.ts';
import { noUnnamedConstraint } from './no-unnamed-constraint.ts';
import { noUnreadOperation } from './no-unread-operation.ts';
import { noUnrelatedChange } from './no-unrelated-change.ts';
import { noVarcharBoundary } from './no-varchar-boundary.ts';
import { noZeroDate } from './no-zero-date.ts';
import { requireCharset } from './require-charset.ts';
import { requireColumns } from './require-columns.ts';
import { requireComment } from './require-comment.ts';
import { requireConcurrentIndex } from './require-concurrent-index.ts';
import { requireConstraintType } from './require-constraint-type.ts';
import { requireDescriptiveMessage } from './require-descriptive-message.ts';
import { requireDowngrade } from './require-downgrade.ts';
import { requireExistingAttributes } from './require-existing-attributes.ts';
import { requireExplicitNullable } from './require-explicit-nullable.ts';
import { requireIdempotentSql } from './require-idempotent-sql.ts';
import { requireIndexTable } from './require-index-table.ts';
import { requireInnodb } from './require-innodb.ts';
import { requireLockTimeout } from './require-lock-timeout.ts';
import { requireModelChange } from './require-model-change.ts';
import { requireNaming } from './require-naming.ts';
import { requirePrimaryKey } from './require-primary-key.ts';
import { requireServerDefault } from './require-server-default.ts';
import { requireStringLength } from './require-string-length.ts';
import { requireTicket } from './require-ticket.ts';

export const RULES: readonly Rule[] = [
  noAlterColumn,
  noApplicationImport,
  noAutoIncrementAdd,
  noBlockingChange,
  noCascadeDelete,
  noCharsetConvert,
  noCheckOrForeignKeyOnExisting,
  noColumnPosition,
  noDataChangeWithoutReverse,
  noDdlAndDmlTogether,
  noDialectAsymmetry,
  noDowngradeMismatch,
  noDropAndAddColumn,
  noDropAndBackfillTogether,
  noDropColumn,
  noDropDefault,
  noDropMappedObject,
  noDropSchema,
  noDropTable,
  noDuplicateIndex,
  noEmptyMigration,
  noEngineChange,
  noEnumValueAddWithoutReverse,
  noEnumValueRemoval,
  noFileNameMismatch,
  noFloatForMoney,
  noForeignKeyTypeMismatch,
  noHeaderMismatch,
  noIndexDropBeforeForeignKey,
  noInlineReferences,
  noLargeRevision,
  noLargeTableChange,
  noManyDdlInOneRevision,
  noMixedExpandContract,
  noOnlineOnlyIntrospection,
  noOperationsInMerge,
  noOtherDialectOption,
  noPartitionChange,
  noPrefixRedundantIndex,
  noPrimaryKeyChange,
  noRenameColumn,
  noRenameTable,
  noRepeatedAlter,
  noReservedWord,
  noSetNotNull,
  noSmallPrimaryKey,
  noStoredGeneratedColumn,
  noTableRebuild,
  noTimestamp2038,
  noTruncate,
  noTypeNarrowing,
  noUnbatchedBackfill,
  noUnescapedColon,
  noUnfilteredDelete,
  noUniqueOnExisting,
  noUnnamedConstraint,
  noUnreadOperation,
  noUnrelatedChange,
  noVarcharBoundary,
  noZeroDate,
  requireCharset,
  requireColumns,
  requireComment,
  requireConcurrentIndex,
  requireConstraintType,
  requireDescriptiveMessage,
  requireDowngrade,
  requireExistingAttributes,
  requireExplicitNullable,
  requireIdempotentSql,
  requireIndexTable,
  requireInnodb,
  requireLockTimeout,
  requireModelChange,
  requireNaming,
  requirePrimaryKey,
  requireServerDefault,
  requireStringLength,
  requireTicket,
];
