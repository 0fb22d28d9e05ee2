/** A new revision that undoes one that databases have applied: removing its file undoes nothing there. */
import { liftReversed } from '../revision/lift.ts';
import type { Revision } from '../revision/revision.ts';
import { decodeTemplate } from './mako/decode.ts';
import { renderRevision, type MergeRevisionInput } from './merge-revision.ts';
import { composeRevert } from './message.ts';
import { Refused, refusalText } from './refused.ts';
import type { MergeRevision } from './resolution.ts';

export interface UndoInput extends Omit<MergeRevisionInput, 'parents' | 'message'> {
  readonly reverted: Revision;
  /** Bytes of the reverted revision's file, as the base has it. */
  readonly source: Uint8Array;
  /** What the new revision stands on: the reverted one, or the undo of what stood on that. */
  readonly parent: Revision;
}

export interface Undo {
  /** `content` is null where `refused` says why there is none. */
  readonly revision: MergeRevision;
  /** A clause; null where the file is given. */
  readonly refused: string | null;
}

/** Its upgrade() is the downgrade() of the reverted revision, word for word, and the other way round. */
export function proposeUndo(input: UndoInput): Undo {
  const { id, reverted, parent } = input;
  const nothing = { id, path: '', content: null, downRevisions: [parent.id], command: '' };
  try {
    return undo(input);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { revision: nothing, refused: `${refusalText(error)} (${reverted.path})` };
  }
}

function undo(input: UndoInput): Undo {
  const { environment, reverted, parent, template } = input;
  if (environment.databases.length > 0)
    throw new Refused('its template has functions for each of several databases');
  const lifted = liftReversed(input.source);
  if ('refused' in lifted) throw new Refused(lifted.refused);
  const brought = template === null ? [] : decodeTemplate(template).split(/\r?\n/);
  const bodies = { ...lifted, imports: lifted.imports.filter((line) => !brought.includes(line)) };
  const message = composeRevert({ id: reverted.id, messages: [reverted.message] }, input.messagePattern);
  const { mergeRevision, refused } = renderRevision({ ...input, parents: [parent], message }, bodies);
  const content = mergeRevision.content;
  if (content === null) return { revision: mergeRevision, refused };
  const back = liftReversed(new TextEncoder().encode(content));
  const taken =
    !('refused' in back) &&
    back.upgrade === lifted.downgrade &&
    back.downgrade === lifted.upgrade &&
    lifted.imports.every((line) => back.imports.includes(line));
  if (taken) return { revision: mergeRevision, refused: null };
  return {
    revision: { ...mergeRevision, content: null },
    refused: "the project's template does not take its body as it is",
  };
}
