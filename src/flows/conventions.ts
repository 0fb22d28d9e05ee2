/** What a project's own history shows of its conventions, so that nobody is told of what the project does on purpose. */
import type { Environment } from '../config/environment.ts';
import { followsTemplate } from '../lint/file-template.ts';
import type { History } from './history.ts';

export interface Conventions {
  /** How new revision files are named; null where the base's newest ones are named otherwise, or where nobody says. */
  readonly fileTemplate: string | null;
  /** Whether the metadata names constraints that have no name of their own. */
  readonly namesConstraints: boolean;
}

/** Names that only a naming convention gives: autogenerate writes them as final, `op.f("fk_note_user_id")`. */
const CONVENTIONAL = /\bop\.f\(\s*["'](?:fk|uq|pk|ck)_/;
/** A call whose name is left to the convention. */
const UNNAMED = /\(\s*None\s*[,)]|constraint_name\s*=\s*None/;

/** @param judged contents of the revisions to judge: what they do not ask for is not looked up. */
export async function conventionsOf(
  environment: Pick<Environment, 'fileTemplate' | 'scriptLocation' | 'ini'>,
  base: Pick<History, 'graph' | 'tree' | 'revisions' | 'bytes'>,
  judged: readonly Uint8Array[],
): Promise<Conventions> {
  const { fileTemplate, ini } = environment;
  const newest = base.graph.realHeads.flatMap((id) => base.graph.revisions.get(id) ?? []);
  const known = newest.length > 0 || ini !== null;
  const followed = newest.every(({ path, id }) => followsTemplate(path, id, fileTemplate));
  return {
    fileTemplate: known && followed ? fileTemplate : null,
    namesConstraints: judged.some((bytes) => UNNAMED.test(textOf(bytes)))
      ? await namesConstraints(environment, base)
      : false,
  };
}

async function namesConstraints(
  { scriptLocation }: Pick<Environment, 'scriptLocation'>,
  { tree, revisions, bytes }: Pick<History, 'tree' | 'revisions' | 'bytes'>,
): Promise<boolean> {
  const env = `${scriptLocation}/env.py`;
  const envText = textOf((await tree.read([env])).get(env) ?? new Uint8Array());
  if (envText.includes('naming_convention')) return true;
  const texts = await Promise.all(revisions.map(({ path }) => bytes(path)));
  return texts.some((one) => CONVENTIONAL.test(textOf(one)));
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
