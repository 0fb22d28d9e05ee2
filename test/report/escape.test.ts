import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  codeCell,
  codeSpan,
  commandMessage,
  commandProperty,
  commitText,
  fence,
  htmlText,
  logText,
  mermaidLabel,
  oneLine,
  plain,
} from '../../src/report/escape.ts';
import { active, hostile, nodesOf, shown, typesOf, unbroken } from './hostile.ts';

const RUNS = { numRuns: 1500 };

describe('plain text in markdown', () => {
  test('is one paragraph of text whatever a pull request wrote', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = plain(text);
        expect(
          [...typesOf(markdown)].filter((type) => !['root', 'paragraph', 'text'].includes(type)),
        ).toEqual([]);
        expect(unbroken(shown(markdown))).toBe(oneLine(text));
        expect(active(shown(markdown))).toBe(false);
        expect(markdown).not.toContain('<!--');
      }),
      RUNS,
    );
  });

  test('stays inside its table cell', () => {
    fc.assert(
      fc.property(hostile, hostile, (left, right) => {
        const markdown = `| a | b |\n| --- | --- |\n| ${plain(left)} | ${codeCell(right)} |`;
        const cells = nodesOf(markdown).filter((node) => node.type === 'tableCell');
        expect(cells).toHaveLength(4);
        expect(
          [...typesOf(markdown)].filter((type) =>
            ['html', 'link', 'image', 'emphasis', 'strong', 'delete'].includes(type),
          ),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  test('keeps ordinary sentences readable', () => {
    expect(plain('Add index on orders, tenant 12')).toBe('Add index on orders, tenant 12');
  });

  test('breaks a mention where backslash and entity would not', () => {
    expect(plain('ask @octocat')).toBe('ask @\u200boctocat');
    expect(shown(plain('&#64;octocat'))).toBe('&#\u200b64;octocat');
  });
});

describe('code in markdown', () => {
  test('is one code span that shows the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const nodes = nodesOf(`before ${codeSpan(text)} after`);
        const spans = nodes.filter((node) => node.type === 'inlineCode');
        expect(
          nodes
            .map((node) => node.type)
            .filter((type) => !['root', 'paragraph', 'text', 'inlineCode'].includes(type)),
        ).toEqual([]);
        expect(spans.map((node) => node.value)).toEqual(oneLine(text) === '' ? [] : [oneLine(text)]);
      }),
      RUNS,
    );
  });

  test('is one fenced block that ends where we end it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const nodes = nodesOf(`before\n\n${fence(text, 'sql')}\n\nafter`);
        expect(nodes.map((node) => node.type)).toEqual([
          'root',
          'paragraph',
          'text',
          'code',
          'paragraph',
          'text',
        ]);
      }),
      RUNS,
    );
  });

  test('shows a bidirectional override instead of obeying it', () => {
    expect(codeSpan('a\u202eb')).toBe('`a\\u{202e}b`');
  });
});

describe('other places', () => {
  test('HTML text opens no tag and mentions nobody', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(htmlText(text)).not.toMatch(/[<>"'`\n]/);
        expect(active(htmlText(text).replace(/&#\u200b?\d+;/g, ''))).toBe(false);
      }),
      RUNS,
    );
  });

  test('a Mermaid label cannot leave its quotes, its line or its fence', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(mermaidLabel(text)).toMatch(/^(?:[\p{L}\p{N} .,/_-]|#\d+;)*$/u);
      }),
      RUNS,
    );
  });

  test('a commit message gains no skip marker, trailer, reference or mention', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const message = commitText(text);
        expect(message).not.toMatch(/\[|\]|\n|\w\s*:|[@#][^\s\u200b]|gh-\d/iu);
      }),
      RUNS,
    );
  });

  test('a log line starts no workflow command, old style or new', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(logText(text)).not.toMatch(/::|##\[|\n|\r/);
      }),
      RUNS,
    );
  });

  test('a workflow command keeps its message on its line and its properties apart', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(commandMessage(text)).not.toMatch(/[\r\n]|%(?!25|0A)/);
        expect(commandProperty(text)).not.toMatch(/[\r\n:,]|%(?!25|0A|3A|2C)/);
      }),
      RUNS,
    );
  });

  test('a shortened line stays within its limit and splits no character', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const line = oneLine(text, limit);
        expect(line.length).toBeLessThanOrEqual(limit);
        expect(line).not.toMatch(/\p{Surrogate}/u);
      }),
      RUNS,
    );
  });
});
