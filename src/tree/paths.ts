/** Path arithmetic on git paths: relative to the repository, `/`-separated, the repository itself spelled `.`. */

/** The repository's own directory. */
export const ROOT = '.';

/** Order of Python's `sorted` on strings: by code point, where JavaScript compares UTF-16 units. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
    const before = index > 0 && isHighSurrogate(a.charCodeAt(index - 1)) ? index - 1 : index;
    return (a.codePointAt(before) ?? 0) - (b.codePointAt(before) ?? 0);
  }
  return a.length - b.length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Last name of a path; `.` for the repository. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Directory that holds a path; `.` for what lies at the top and for the repository itself. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? ROOT : path.slice(0, slash);
}

/**
 * `name` as seen from a directory, with `.` and `..` folded; null where it leaves the repository.
 * Folding is lexical: where a directory may be a symlink, `Directories.resolve` is right and this is not.
 */
export function joinPath(directory: string, name: string): string | null {
  const parts: string[] = [];
  for (const part of `${directory}/${name}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? ROOT : parts.join('/');
}

/** Whether a path is a directory or lies, however deep, in it. */
export function isWithin(path: string, directory: string): boolean {
  return directory === ROOT || path === directory || path.startsWith(`${directory}/`);
}

/** A directory and those that hold it, nearest first, the repository last. */
export function selfAndAncestors(directory: string): readonly string[] {
  return directory === ROOT ? [ROOT] : [directory, ...selfAndAncestors(parentOf(directory))];
}
