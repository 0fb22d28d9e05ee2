/** A file name that names another revision sends people to the wrong file. */
import { followsTemplate } from '../file-template.ts';
import { trouble, type Rule, ALL_WARNING } from '../rule.ts';

export const noFileNameMismatch: Rule = {
  id: 'no-file-name-mismatch',
  group: 'pull-request',
  title: 'The file’s name does not follow the project’s file_template',
  why: 'People and scripts find a revision by its file’s name, and a directory is sorted by it. A name with another id leads to the wrong file. Where the base’s newest revision does not follow the template either, the project names its files by hand, and only a parent’s id in the name is found.',
  severity: ALL_WARNING,
  examples: {
    bad: [
      { caption: 'another id', fileName: 'c3_tags.py', at: 'revision = "b1"' },
      { caption: 'its own id in another place', fileName: 'tags_b1.py', at: 'revision = "b1"' },
      {
        caption: 'the name of its parent, as a copy has it',
        fileName: 'a1_tags.py',
        at: 'revision = "b1"',
        says: 'after its parent',
      },
    ],
    good: [{ caption: 'its own id', fileName: 'b1_tags.py' }],
  },
  check: ({ revision: { id, path, spans, downRevisions }, fileTemplate, text }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const parent = name.includes(id) ? undefined : downRevisions.find((one) => words(name).includes(one));
    const follows = fileTemplate === null || followsTemplate(path, id, fileTemplate);
    if (follows && parent === undefined) return [];
    const line = spans.id ? text.slice(0, spans.id.from).split('\n').length : 1;
    return [
      trouble(
        { line, endLine: line, span: spans.id ?? null },
        parent === undefined
          ? `The file is called ${name} and holds revision \`${id}\`, which file_template names otherwise: whoever looks for it by its name does not find it.`
          : `The file is called ${name}, after its parent \`${parent}\`, and holds revision \`${id}\`: whoever looks for either by its name finds the wrong one.`,
        fileTemplate === null
          ? 'Rename the file after its own revision.'
          : `Rename the file after file_template, ${fileTemplate}.`,
      ),
    ];
  },
};

/** Parts of a name that may be ids. */
const words = (name: string): readonly string[] => name.split(/[^0-9A-Za-z]+/);
