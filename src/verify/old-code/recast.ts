/** Writes of generated text that the new schema reads as something else: they say nothing of what code really writes there. */
import { mentions } from '../anchor.ts';
import type { RowColumn, RowTable } from '../rows/model.ts';
import type { Schema } from '../schema/schema.ts';

/** As servers say that a text is no number, date, JSON or value of an enum; PostgreSQL also where it is an expression of ours. */
const READING =
  /^invalid input (syntax|value) for |field value out of range|is of type .+ but expression is of type (text|character varying)|^Incorrect (?!string)[\w ]+ value|^Data truncated for column|^Invalid JSON text/;

const FREE = /^(var)?char|^"char"|^character|text|blob|binary|^bytea/;

/** The columns that are to blame, where the break tells nothing; empty where it does. */
export function recastColumns(said: string, table: RowTable, after: Schema): readonly string[] {
  const texts = table.columns.filter(isFree);
  if (READING.test(said)) {
    const now = new Map(
      after.objects.flatMap((one) =>
        one.kind === 'column' && one.table === table.name
          ? [[one.name, one.attributes['type'] ?? ''] as const]
          : [],
      ),
    );
    return texts.flatMap(({ name }) => (FREE.test(now.get(name) ?? 'text') ? [] : [name]));
  }
  const check = after.objects.find(
    (one) => one.kind === 'check' && one.table === table.name && quotes(said, one.name),
  );
  const clause = check?.attributes['clause'] ?? check?.attributes['definition'] ?? '';
  // What lists values stands for an enum; MariaDB's JSON is a text with a check.
  if (!/\bin\s*\(|= ANY\s*\(|\bjson_valid\b/i.test(clause)) return [];
  return texts.flatMap(({ name }) => (mentions(clause, name) ? [name] : []));
}

const isFree = ({ type, values }: RowColumn): boolean => values === null && FREE.test(type);

function quotes(said: string, name: string): boolean {
  return (
    /check constraint|CONSTRAINT .* failed/i.test(said) &&
    ["'", '"', '`'].some((mark) => said.includes(`${mark}${name}${mark}`) || said.includes(`.${name}${mark}`))
  );
}
