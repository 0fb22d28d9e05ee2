/**
 * Writes the JSON Schemas that are generated from the code. Node 20 does not read TypeScript, so each source is bundled
 * in memory first. A test compares what is committed.
 */
import { writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

/** File -> module and the function that makes it. */
const SCHEMAS = {
  'schema/config.schema.json': ['src/config/json-schema.ts', 'configJsonSchema'],
  'schema/report.schema.json': ['src/report/json-schema.ts', 'reportJsonSchema'],
};

for (const [file, [module, name]] of Object.entries(SCHEMAS)) {
  const bundle = await rolldown({ input: module, platform: 'node', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm' });
  const code = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
  writeFileSync(file, `${JSON.stringify(code[name](), null, 2)}\n`);
  console.log(file);
}
