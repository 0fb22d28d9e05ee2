/** Renders a new revision: the file that `alembic merge` (or `alembic revision`) writes for the same ids, message and date. */
import type { Environment } from '../config/environment.ts';
import type { Revision } from '../revision/revision.ts';
import { readRevision } from '../revision/read.ts';
import { joinPath } from '../tree/paths.ts';
import type { LiftedBodies } from '../revision/lift.ts';
import { mergeCommand, revisionCommand } from './command.ts';
import { revisionPath } from './file-name.ts';
import { decodeTemplate } from './mako/decode.ts';
import { renderTemplate } from './mako/render.ts';
import { checkMessage } from './message.ts';
import { createDate, type DateTime, type Moment } from './python/datetime.ts';
import { str, tuple, type PyValue } from './python/value.ts';
import { Refused, refusalText } from './refused.ts';
import type { MergeRevision } from './resolution.ts';

export interface MergeRevisionInput {
  /** The base's: its template, file name and directories are the ones that count. */
  readonly environment: Environment;
  /** Bytes of `script.py.mako` in the script location; null where there is none. */
  readonly template: Uint8Array | null;
  /** The heads to merge, in the order that `down_revision` will have. */
  readonly parents: readonly Revision[];
  readonly message: string;
  /** From the configuration; null where any message is right. */
  readonly messagePattern: RegExp | null;
  readonly id: string;
  readonly moment: Moment;
  /** IANA name of the zone whose wall clock a naive `Create Date` shows. */
  readonly localTimeZone: string;
  /** Whether something is at a path already, on the merge or in the working tree. */
  exists(path: string): boolean;
}

/** `refused` is one sentence where the file cannot be given; `content` is null then and the command still holds. */
export interface RenderedMerge {
  readonly mergeRevision: MergeRevision;
  readonly refused: string | null;
}

/** Never throws for what a template, a message or a configuration says: that is `refused`. */
export function renderMergeRevision(input: MergeRevisionInput): RenderedMerge {
  return renderRevision(input, null);
}

/** The same for a revision that does something, where `bodies` are not null: what its template fills in is given. */
export function renderRevision(input: MergeRevisionInput, bodies: LiftedBodies | null): RenderedMerge {
  const { environment, parents, message, id } = input;
  const downRevisions = parents.map((parent) => parent.id);
  const request = { id, message, parents: downRevisions };
  const command =
    bodies === null ? mergeCommand(environment, request) : revisionCommand(environment, request);
  const common = { id, downRevisions, command };
  try {
    checkId(id);
    checkMessage(message, input.messagePattern);
    const date = createDate(input.moment, environment.timezone, input.localTimeZone);
    const path = revisionPath(environment, parents, id, message, date);
    if (input.exists(path))
      throw new Refused(`${path} exists already, and Alembic would overwrite it without a word`);
    return render({ ...common, path, content: null }, input, templateNames(input, date, bodies));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { mergeRevision: { ...common, path: '', content: null }, refused: refusalText(error) };
  }
}

/** Separate from the above so that a refused template still leaves path and command. */
function render(
  merge: MergeRevision,
  input: MergeRevisionInput,
  names: ReadonlyMap<string, PyValue>,
): RenderedMerge {
  const { environment } = input;
  const template = joinPath(environment.scriptLocation, 'script.py.mako') ?? 'script.py.mako';
  try {
    if (input.template === null) throw new Refused('there is no such file');
    const content = renderTemplate(decodeTemplate(input.template), names);
    checkEncoding(content, environment.outputEncoding);
    checkReadsBack(merge, content);
    return { mergeRevision: { ...merge, content }, refused: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const refused = `${template} cannot be rendered here (${refusalText(error)}); run this instead: \`${merge.command}\``;
    return { mergeRevision: merge, refused };
  }
}

/** What `generate_revision` passes to the template: of a merge, nothing that it does. */
function templateNames(
  input: MergeRevisionInput,
  date: DateTime,
  bodies: LiftedBodies | null,
): ReadonlyMap<string, PyValue> {
  const parents = input.parents.map((parent) => parent.id);
  const [only = null, ...others] = parents;
  const filled = {
    imports: bodies?.imports.join('\n'),
    upgrades: bodies?.upgrade,
    downgrades: bodies?.downgrade,
  };
  const body = Object.entries(filled).map(([name, text]): [string, PyValue] => [
    name,
    text ?? { kind: 'undefined', name },
  ]);
  return new Map<string, PyValue>([
    ['up_revision', input.id],
    ['down_revision', others.length === 0 ? only : tuple(parents)],
    ['branch_labels', null],
    ['depends_on', null],
    ['create_date', date],
    ['message', input.message],
    ['comma', { kind: 'function', name: 'comma', call: ([value = null]) => comma(value) }],
    ['config', configOf(input.environment)],
    ...body,
  ]);
}

/** alembic/util/messaging.py, `format_as_comma`. */
function comma(value: PyValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value.kind === 'tuple') return value.items.map(str).join(', ');
  throw new Refused('`comma` is given something that is no revision');
}

/** The one option that Alembic's multi-database templates read. */
function configOf({ databases }: Environment): PyValue {
  const getMainOption = ([name]: readonly PyValue[]): PyValue => {
    if (name === 'databases' && databases.length > 0) return databases.join(', ');
    throw new Refused(`the option ${JSON.stringify(name)} of the ini is not known`);
  };
  const attribute: PyValue = { kind: 'function', name: 'config.get_main_option', call: getMainOption };
  return { kind: 'object', name: 'config', attributes: new Map([['get_main_option', attribute]]) };
}

/** Alembic inserts the message as it is, so a quote or a backslash can break the file or change what it says. */
function checkReadsBack({ path, id, downRevisions }: MergeRevision, content: string): void {
  const reading = readRevision(path, new TextEncoder().encode(content));
  if (reading.kind !== 'revision') throw new Refused(`the file would not load: ${reading.message}`);
  const { revision } = reading;
  if (revision.id === id && revision.downRevisions.join() === downRevisions.join()) return;
  throw new Refused(`the file would say ${revision.id} follows ${revision.downRevisions.join(', ')}`);
}

function checkId(id: string): void {
  if (/^[A-Za-z0-9_]{1,32}$/.test(id)) return;
  throw new Refused(
    `${JSON.stringify(id)} is no id for a new revision: 1 to 32 letters, digits and underscores`,
  );
}

/** Text is handed on as UTF-8, so another encoding is the same bytes only where all is ASCII. */
function checkEncoding(content: string, encoding: string): void {
  if (/^utf[-_]?8$/i.test(encoding)) return;
  const ascii = /^(?:(?:us[-_]?)?ascii|latin[-_]?1|iso[-_]?8859[-_]\d+|(?:cp|windows[-_]?)125\d)$/i.test(
    encoding,
  );
  if (!ascii || !/^[\0-\x7f]*$/.test(content))
    throw new Refused(`output_encoding ${encoding} is not supported for this text`);
}
