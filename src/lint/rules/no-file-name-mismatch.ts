/** A file name that names another revision sends people to the wrong file. */
import { trouble, type Rule, ALL_WARNING } from '../rule.ts';

export const noFileNameMismatch: Rule = {
  id: 'no-file-name-mismatch',
  group: 'pull-request',
  title: 'The file’s name does not hold its revision id',
  why: 'Where the project’s `file_template` begins with the revision id, people and scripts find a revision by its file’s name.',
  severity: ALL_WARNING,
  examples: {
    bad: [{ caption: 'another id', fileName: 'c3_tags.py', at: 'revision = "b1"' }],
    good: [{ caption: 'its own id', fileName: 'b1_tags.py' }],
  },
  check: ({ revision: { id, path, spans }, fileTemplate, text }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (fileTemplate?.includes('%(rev)s') !== true || name.includes(id)) return [];
    const line = spans.id ? text.slice(0, spans.id.from).split('\n').length : 1;
    return [
      trouble(
        { line, endLine: line, span: spans.id ?? null },
        `The file is called ${name} and holds revision \`${id}\`: whoever looks for it by its name does not find it.`,
        `Rename the file after file_template, ${fileTemplate}.`,
      ),
    ];
  },
};
