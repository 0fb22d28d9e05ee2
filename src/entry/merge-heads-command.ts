/** `alembic-gate merge-heads`: prints the cure's exact bytes, or writes it into the working tree. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cureHeads, type Cure } from '../flows/merge-heads.ts';
import type { RemedyWish } from '../flows/resolve.ts';
import { openRepository } from '../io/git/open.ts';
import { createLog, type Log } from '../io/log.ts';
import type { Repository } from '../io/git.ts';
import type { Edit } from '../remedy/resolution.ts';
import { unifiedDiff } from '../remedy/unified-diff.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Flags } from './arguments.ts';
import { configurationRequest, isSet, repositoryDirectory, text } from './desk.ts';
import { checkPorts } from './ports.ts';
import { VERSION } from './version.ts';

/** 0 written or nothing to merge, 1 a refused remedy, 2 otherwise. */
export async function mergeHeadsCommand(flags: Flags): Promise<number> {
  const log = createLog(process.stderr, process.env);
  await using repository = await openRepository(repositoryDirectory(flags));
  if (isSet(flags, 'write') && text(flags, 'head') !== null) {
    throw new UsageError(
      '--write changes the working tree, and --head asks about something else: check the head out and leave --head away',
    );
  }
  const strategy = text(flags, 'strategy');
  const { cures, notEvaluated } = await cureHeads(
    {
      base: text(flags, 'base'),
      head: text(flags, 'head'),
      fetch: isSet(flags, 'fetch'),
      configuration: configurationRequest(flags, repository.root),
      strategy: strategy === 'merge' || strategy === 're-parent' ? strategy : null,
      wish: wish(flags),
      version: VERSION,
    },
    checkPorts(repository, log),
  );
  if (notEvaluated !== null) throw new UsageError(notEvaluated);
  if (cures.length === 0) log.note('nothing to merge: every environment has its expected heads');
  for (const cure of cures) {
    if (cure.kind === 'refused') log.warn(`${cure.environment}: ${cure.why}`);
    else if (isSet(flags, 'write')) write(cure, repository.root, log);
    else if (cure.kind === 'file') process.stdout.write(cure.content);
    else process.stdout.write(await patchOf(cure.edits, text(flags, 'head'), repository));
  }
  return cures.some(({ kind }) => kind === 'refused') ? 1 : 0;
}

function wish(flags: Flags): RemedyWish {
  const date = text(flags, 'date');
  const id = text(flags, 'rev-id');
  if (id !== null && !/^[A-Za-z0-9_]{1,32}$/.test(id)) {
    throw new UsageError(
      `--rev-id ${id} is no id for a new revision: use 1 to 32 letters, digits and underscores`,
    );
  }
  return {
    message: text(flags, 'message'),
    id,
    moment: date === null ? null : moment(date),
  };
}

/** `2024-05-01T12:00:00.123456`, with or without an offset: without one it is local time, as Alembic's own dates are. */
function moment(text: string): { readonly epochMicroseconds: number } {
  const [, whole = '', fraction = '', offset = ''] =
    /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,6}))?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
  const seconds = Date.parse(`${whole.replace(' ', 'T')}${offset}`);
  if (Number.isNaN(seconds))
    throw new UsageError(`--date ${text} is no ISO date: write it like 2026-11-20T14:30:00`);
  return { epochMicroseconds: seconds * 1000 + Number(fraction.padEnd(6, '0')) };
}

function write(cure: Exclude<Cure, { kind: 'refused' }>, root: string, log: Log): void {
  const paths =
    cure.kind === 'file' ? [writeNew(cure.path, cure.content, root)] : writeEdits(cure.edits, root);
  for (const path of paths) process.stdout.write(`${path}\n`);
  if (cure.kind === 'file' && cure.missing.length > 0) {
    log.note(
      `your branch does not have ${cure.missing.join(', ')} yet: merge the base into it before you run alembic`,
    );
  }
}

function writeNew(path: string, content: string, root: string): string {
  const file = join(root, path);
  if (existsSync(file)) throw new UsageError(`${path} exists already: nothing was written`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, { flag: 'wx' });
  return path;
}

/** All edits are checked against the files before the first one is written. */
function writeEdits(edits: readonly Edit[], root: string): readonly string[] {
  const texts = new Map<string, string>();
  for (const { path, before, after } of edits) {
    const now = texts.get(path) ?? readFileSync(join(root, path), 'latin1');
    const [old, fresh] = [before, after].map((part) => Buffer.from(part, 'utf8').toString('latin1'));
    if (old === undefined || fresh === undefined || !now.includes(old)) {
      throw new UsageError(`${path} is not what was judged: nothing was written`);
    }
    texts.set(
      path,
      now.replace(old, () => fresh),
    );
  }
  for (const [path, content] of texts) writeFileSync(join(root, path), content, 'latin1');
  return [...texts.keys()];
}

/** A patch of all files, out of their texts where the edits would be made. */
async function patchOf(edits: readonly Edit[], head: string | null, repository: Repository): Promise<string> {
  const paths = [...new Set(edits.map(({ path }) => path))];
  const tree =
    head === null
      ? (await repository.workingTree()).tree
      : await repository.tree((await repository.resolve(head)).sha);
  const texts = await tree.read(paths);
  const patches = paths.map((path) =>
    unifiedDiff(
      path,
      Buffer.from(texts.get(path) ?? []).toString('utf8'),
      edits.filter((edit) => edit.path === path),
    ),
  );
  return patches.join('');
}
