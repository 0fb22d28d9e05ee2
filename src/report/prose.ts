/** Sentences of findings as markdown: what stands between backticks becomes a code span, all else is escaped. */
import { codeSpan, fence, plain } from './escape.ts';

/** A sentence in its turns: text, code, text, code, …; the parts of a name such as `table`.`column` are one piece of code. */
export const turns = (text: string): readonly string[] =>
  text.replace(/(?<=[^`\s])`\.`(?=[^`\s])/g, '.').split(/`([^`\n]+)`/);

/** `span` is for places that want another code span. Safe for hostile text too: a stray backtick only moves the border between two harmless renderings. */
export function prose(text: string, span: (text: string) => string = codeSpan): string {
  return turns(text)
    .map((part, index) => {
      if (index % 2 === 1) return span(part);
      const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part) ?? [];
      return (before === '' ? '' : ' ') + plain(inner) + (after === '' || inner === '' ? '' : ' ');
    })
    .join('')
    .trim();
}

/** The cure of a finding: its first line is a sentence, the lines after it are code to write. */
export function cure(help: string, language = 'python'): string {
  const [sentence = '', ...code] = help.split('\n');
  const body = code.join('\n').replace(/^\n+|\s+$/g, '');
  return body === '' ? prose(sentence) : `${prose(sentence)}\n\n${fence(body, language)}`;
}
