/**
 * Writes the JSON Schemas that are generated from the code. Node 20 does not read TypeScript, so each source is bundled
 * in memory first. `npm run check` compares what is committed.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** File -> module and the function that makes it. */
const SCHEMAS = {
  'schema/config.schema.json': ['src/config/json-schema.ts', 'configJsonSchema'],
  'schema/report.schema.json': ['src/report/json-schema.ts', 'reportJsonSchema'],
};

/** Path -> text. */
export async function schemasByPath() {
  const made = Object.entries(SCHEMAS).map(async ([file, [module, name]]) => {
    const bundle = await rolldown({ input: module, platform: 'node', logLevel: 'silent' });
    const { output } = await bundle.generate({ format: 'esm' });
    const code = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
    return [file, `${JSON.stringify(code[name](), null, 2)}\n`];
  });
  return Object.fromEntries(await Promise.all(made));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(await schemasByPath())) {
    writeFileSync(file, text);
    console.log(file);
  }
}
