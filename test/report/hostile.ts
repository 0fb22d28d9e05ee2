/** Text as an attacker would write it, and what GitHub's markdown makes of a rendering. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export const MARKER = '<!-- alembic-gate:sticky -->';

/** Every kind of thing that does something when it stands in a comment. */
const PIECES = [
  '@octocat',
  '@org/team',
  '&#64;octocat',
  '&commat;octocat',
  '\\@octocat',
  '#1',
  'GH-1',
  'gh-22',
  'o/r#3',
  'o/r@da39a3e',
  'closes #4',
  'fixes https://github.com/o/r/issues/5',
  'http://evil.example',
  'https://evil.example/a?b=c',
  'www.evil.example',
  'ftp://evil.example',
  'mailto:a@b.example',
  'a@b.example',
  'xmpp:a@b.example/x',
  '<https://evil.example>',
  '<a@b.example>',
  '[a](https://evil.example)',
  '![a](https://evil.example/x.png)',
  '[a][b]',
  '[b]: https://evil.example',
  '[^1]',
  '[^1]: note',
  '<b>',
  '</details>',
  '<img src=x onerror=y>',
  MARKER,
  '<!--',
  '-->',
  '<?php',
  '<![CDATA[',
  '```',
  '````',
  '~~~',
  '`',
  '``',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '    ',
  '# h',
  '> q',
  '- i',
  '* i',
  '+ i',
  '1. i',
  '1) i',
  '- [ ] t',
  '---',
  '===',
  '***',
  '| a | b |',
  '|---|---|',
  '|',
  '\\',
  '\\|',
  '\\`',
  '*',
  '**',
  '_',
  '__',
  '~',
  '~~',
  '&lt;',
  '&amp;',
  '&',
  ';',
  '$x$',
  '$$',
  '$`x`$',
  ':tada:',
  ':',
  '::error::x',
  '::set-env name=A::b',
  '##[error]x',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u0000',
  '\u001b[31m',
  '\u2028',
  '\ud800',
  '\u{e0041}',
  '[skip ci]',
  '[ci skip]',
  '[no ci]',
  'skip-checks: true',
  'Co-authored-by: a <a@b.example>',
  'Signed-off-by: x',
  '%0A',
  '%',
  '"',
  '"]',
  "'",
  '"""',
  'word',
  'a_b_c',
  '漢字',
  '😀',
  ' ',
  '=',
  '{',
  '}',
  '(',
  ')',
  '!',
] as const;

export const hostile = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(''));
export function nodesOf(markdown: string): Nodes[] {
  const all: Nodes[] = [];
  const visit = (node: Nodes): void => {
    all.push(node);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return all;
}

export const typesOf = (markdown: string): Set<string> => new Set(nodesOf(markdown).map((node) => node.type));
export const shown = (markdown: string): string =>
  nodesOf(markdown)
    .filter((node) => node.type === 'text' || node.type === 'inlineCode')
    .map((node) => ('value' in node ? node.value : ''))
    .join('');
/** What GitHub's filters would act on in rendered text that is not code. */
export const ACTIVE = /[@#]\S|\bgh-\d|:\/\/|www\.|:[a-z]+:|\$[^\s]/iu;
export const active = (text: string): boolean => ACTIVE.test(text.replace(/([@#:$])\u200b/g, '$1 '));
export const unbroken = (text: string): string => text.replaceAll('\u200b', '');
