/**
 * Percent formatting in Alembic's settings: configparser's `BasicInterpolation` in an ini, Python's `%` operator with a
 * dictionary in a toml. Both end in a sentence rather than a guess where Python would raise.
 */
import type { Ini } from './ini.ts';
import { UnreadableSettings } from './unreadable.ts';

/** `configparser.MAX_INTERPOLATION_DEPTH`. */
const MAX_DEPTH = 10;
/** Ten levels of doubling are legal Python and would be a bomb; no honest setting comes near. */
const MAX_EXPANSIONS = 1000;

/** An option as `ConfigParser.get` gives it, or undefined where neither the section nor the defaults have it. */
export function iniOption(ini: Ini, section: string, name: string): string | undefined {
  const own = ini.sections.get(section)?.options;
  const option = own?.get(name) ?? ini.defaults.get(name);
  if (option === undefined) return undefined;
  const lookUp = (other: string): string | undefined => (own?.get(other) ?? ini.defaults.get(other))?.raw;
  let expansions = 0;
  const fail = (message: string, dies = true): UnreadableSettings =>
    new UnreadableSettings(option.line, `option ${name} in section [${section}] ${message}`, { fail: dies });

  const expand = (raw: string, depth: number): string => {
    if (depth > MAX_DEPTH) throw fail(`refers to itself, or nests deeper than ${MAX_DEPTH} levels`);
    return raw.replace(/%(?:%|\(([^)]+)\)s|)/g, (token: string, reference: string | undefined) => {
      if (token === '%%') return '%';
      if (reference === undefined)
        throw fail('has a single %: write %% for a percent sign, %(name)s for a value');
      if ((expansions += 1) > MAX_EXPANSIONS) throw fail('expands to far too much to be meant', false);
      const value = lookUp(reference.toLowerCase());
      if (value === undefined)
        throw fail(
          `refers to %(${reference})s, which is not set: write %%(${reference})s if it is meant literally`,
        );
      return value.includes('%') ? expand(value, depth + 1) : value;
    });
  };
  return expand(option.raw, 1);
}

/** `text % values` as Alembic does it to every string of `[tool.alembic]`. Throws UnreadableSettings. */
export function formatToml(text: string, name: string, values: Readonly<Record<string, string>>): string {
  const fail = (message: string): UnreadableSettings =>
    new UnreadableSettings(1, `${name} in [tool.alembic] ${message}`, { fail: true });
  return text.replace(/%(?:%|\(([^()]*)\)s|)/g, (token: string, reference: string | undefined) => {
    if (token === '%%') return '%';
    if (reference === undefined)
      throw fail('has a single %: double it, because Alembic formats these strings with %');
    const value = values[reference];
    if (value === undefined)
      throw fail(`refers to %(${reference})s, which Alembic does not know there: write %%(${reference})s`);
    return value;
  });
}
