/** A file name that names another revision sends people to the wrong file. */
import { trouble, type Rule, ALL_WARNING } from '../rule.ts';

export const noFileNameMismatch: Rule = {
  id: 'no-file-name-mismatch',
  group: 'pull-request',
  title: 'The file’s name does not follow the project’s file_template',
  why: 'People and scripts find a revision by its file’s name, and a directory is sorted by it. A name with another id leads to the wrong file.',
  severity: ALL_WARNING,
  examples: {
    bad: [
      { caption: 'another id', fileName: 'c3_tags.py', at: 'revision = "b1"' },
      { caption: 'its own id in another place', fileName: 'tags_b1.py', at: 'revision = "b1"' },
    ],
    good: [{ caption: 'its own id', fileName: 'b1_tags.py' }],
  },
  check: ({ revision: { id, path, spans }, fileTemplate, text }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (fileTemplate === null || namesOf(fileTemplate, id).test(name)) return [];
    const line = spans.id ? text.slice(0, spans.id.from).split('\n').length : 1;
    return [
      trouble(
        { line, endLine: line, span: spans.id ?? null },
        `The file is called ${name} and holds revision \`${id}\`, which file_template names otherwise: whoever looks for it by its name does not find it.`,
        `Rename the file after file_template, ${fileTemplate}.`,
      ),
    ];
  },
};

/** Every name that the template may give; its directories are not looked at. */
function namesOf(template: string, id: string): RegExp {
  const last = template.slice(template.lastIndexOf('/') + 1);
  const parts = last.split(/(%\(\w+\)[^a-z]*[a-z])/).map((part) => {
    const field = /^%\((\w+)\)/.exec(part)?.[1];
    if (field === undefined) return escaped(part.replaceAll('%%', '%'));
    return field === 'rev' ? escaped(id) : '.*';
  });
  return new RegExp(`^${parts.join('')}\\.py$`, 's');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
