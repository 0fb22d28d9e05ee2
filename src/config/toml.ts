/** The `[tool.alembic]` table of a `pyproject.toml`. */
import { parse, TomlError } from 'smol-toml';
import type { TomlTable } from './settings.ts';
import { UnreadableSettings } from './unreadable.ts';

/**
 * The table, or null where there is none. A file that is no TOML matters only if it could hold one: Alembic before
 * 1.16 never opens it. Throws UnreadableSettings.
 */
export function readAlembicTable(text: string): TomlTable | null {
  if (!text.includes('alembic')) return null;
  const tool = parseToml(text)['tool'];
  const table = isTable(tool) ? tool['alembic'] : undefined;
  if (table === undefined) return null;
  if (!isTable(table)) throw new UnreadableSettings(1, 'tool.alembic must be a table', { fail: true });
  return table;
}

function parseToml(text: string): TomlTable {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw new UnreadableSettings(error.line, `this is not valid TOML: ${reason ?? ''}`, {
      fail: text.includes('tool.alembic'),
    });
  }
}

function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
