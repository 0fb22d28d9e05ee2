/** The path of a new revision file, as Alembic forms it (alembic/script/base.py, `_rev_path`). */
import type { Environment } from '../config/environment.ts';
import type { Revision } from '../revision/revision.ts';
import { baseName, isWithin, joinPath, parentOf } from '../tree/paths.ts';
import type { DateTime } from './python/datetime.ts';
import { formatPercent } from './python/percent.ts';
import { Refused } from './refused.ts';

/**
 * Path relative to the repository. Throws Refused where Alembic would fail, where the next Alembic command would not
 * find the file, and where the path would leave the versions directory.
 */
export function revisionPath(
  environment: Environment,
  parents: readonly Revision[],
  id: string,
  message: string,
  date: DateTime,
): string {
  const directory = versionDirectory(environment, parents);
  const name = `${fileStem(environment, id, message, date)}.py`;
  const path = name.startsWith('/') ? null : joinPath(directory, name);
  if (path === null || !isWithin(path, directory) || name.includes('\\')) {
    throw new Refused(`file_template \`${environment.fileTemplate}\` leads out of ${directory}`);
  }
  if (/^(?:\.#|__init__|\.py$)/.test(baseName(path))) {
    throw new Refused(`the file would be called ${baseName(path)}, which Alembic does not load`);
  }
  if (parentOf(path) !== directory && !environment.recursive) {
    throw new Refused(
      `file_template \`${environment.fileTemplate}\` makes sub-directories, which Alembic does not read without recursive_version_locations`,
    );
  }
  return path;
}

/** Words of the message by `_`, lower case, cut at the last whole word within `limit` code points. */
export function slugOf(message: string, limit: number): string {
  const slug = Array.from((message.match(/[\p{L}\p{N}_]+/gu) ?? []).join('_').toLowerCase());
  if (slug.length <= limit) return slug.join('');
  const cut = slug.slice(0, limit).join('');
  const underscore = cut.lastIndexOf('_');
  return `${underscore < 0 ? cut : cut.slice(0, underscore)}_`;
}

function fileStem(environment: Environment, id: string, message: string, date: DateTime): string {
  const tokens = new Map<string, string | number>([
    ['rev', id],
    ['slug', slugOf(message, environment.truncateSlugLength)],
    ['epoch', Math.floor(date.moment.epochMicroseconds / 1_000_000)],
    ...(['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
      (unit) => [unit, date[unit]] as const,
    ),
  ]);
  return formatPercent(environment.fileTemplate, (name) => {
    const token = tokens.get(name);
    if (token === undefined)
      throw new Refused(`file_template uses \`%(${name})\`, which Alembic does not know`);
    return token;
  });
}

/** With several version locations, the directory of the first listed head; with one, its top level. */
function versionDirectory({ versionLocations }: Environment, [first]: readonly Revision[]): string {
  const [only, ...others] = versionLocations;
  if (only === undefined) throw new Refused('no versions directory is known');
  if (others.length === 0 || first === undefined) return only;
  const directory = parentOf(first.path);
  if (versionLocations.includes(directory)) return directory;
  throw new Refused(
    `Alembic writes beside the first head, ${first.path}, whose directory is a sub-directory of a version location, which it refuses`,
  );
}
