import { describe, expect, test } from '@jest/globals';
import type { GateConfig } from '../../src/config/gate-config.ts';
import { mergeConfig } from '../../src/config/merge.ts';
import { weakenings } from '../../src/config/weakenings.ts';

function compare(before: GateConfig, after: GateConfig): readonly string[] {
  return weakenings(mergeConfig({ file: before }), mergeConfig({ file: after }));
}

describe('what a changed configuration would judge less strictly', () => {
  const weaker: readonly (readonly [GateConfig, GateConfig, readonly string[]])[] = [
    [{ profile: 'strict' }, {}, ['profile strict becomes recommended']],
    [{}, { deploys: 'stop' }, ['deploys rolling becomes stop, so old code is no longer considered']],
    [{}, { database: 'none' }, ['database becomes none, so nothing is proved']],
    [{ engine: 'mysql' }, { engine: 'sqlite' }, ['engine mysql becomes sqlite']],
    [{}, { engine: 'sqlite' }, ['engine becomes sqlite, so nothing is proved on a server']],
    [{ server: { version: '8.0' } }, {}, ['server.version is no longer declared']],
    [{}, { allowRemote: true }, ['allow-remote is turned on, so servers that are not local may be used']],
    [{ messagePattern: 'X-\\d+' }, {}, ['message-pattern X-\\d+ becomes unset']],
    [
      {},
      { rules: { 'no-cycle': { severity: 'off', options: {} } } },
      ['rule no-cycle goes from error to off'],
    ],
    [
      { rules: { a: { severity: 'warning', options: { limit: 5 } } } },
      { rules: { a: { severity: 'error', paths: ['x/**'], options: { limit: 50 } } } },
      ['rule a holds for other paths', 'rule a has other options'],
    ],
    [{}, { suppress: [{ rule: 'a', path: 'b.py', reason: 'so' }] }, ['rule a is suppressed for b.py: so']],
    [{ protectedRules: ['a'] }, {}, ['rule a is no longer protected']],
    [
      { approvers: { users: ['ann'] } },
      { approvers: { users: ['bob'], teams: ['o/t'] } },
      ['user bob becomes an approver', 'team o/t becomes an approver'],
    ],
    [{}, { commands: { author: true } }, ['authors without write access may give commands']],
    [{ environments: [{ scriptLocation: 'a' }] }, {}, ['environment a is no longer declared']],
    [
      { environments: [{ name: 'a', scriptLocation: 'x' }] },
      { environments: [{ name: 'a', scriptLocation: 'y' }] },
      ['environment a is looked for in another place'],
    ],
    [
      {},
      { environments: [{ scriptLocation: 'a', expectedHeads: 2 }] },
      ['environment a may have 2 heads instead of 1 head'],
    ],
    [
      { environments: [{ name: 'a', expectedHeads: { x: 1, y: 1 } }] },
      { environments: [{ name: 'a', expectedHeads: 2 }] },
      ['environment a may have 2 heads instead of 1 of x and 1 of y'],
    ],
    [
      { environments: [{ name: 'a', expectedHeads: { x: 1, y: 1 } }] },
      { environments: [{ name: 'a', expectedHeads: { x: 2 } }] },
      ['environment a may have 2 of x instead of 1 of x and 1 of y'],
    ],
    [{}, { proofs: { rows: false } }, ['proof rows is turned off']],
    [{}, { proofs: { rows: { tables: ['a'] } } }, ['proof rows has other options']],
    [{ trunks: ['main', 'release'] }, { trunks: ['main'] }, ['trunks are main instead of main, release']],
    [
      { models: ['a/**'], deployed: ['v1'] },
      {},
      ['models a/** are no longer watched', 'v1 no longer counts as deployed'],
    ],
    [{}, { squash: [{ replaces: ['a', 'b'], at: 'c' }] }, ['2 revisions are declared squashed into c']],
  ];
  for (const [before, after, sentences] of weaker) {
    test(sentences.join('; '), () => expect(compare(before, after)).toEqual(sentences));
  }

  test('nothing that only becomes stricter, or is not about judging, is named', () => {
    const lax: GateConfig = {
      rules: { a: { severity: 'info', options: {} } },
      suppress: [{ rule: 'a', reason: 'so' }],
      environments: [{ name: 'x', expectedHeads: 3 }],
      proofs: { rows: false },
      approvers: { users: ['ann'] },
    };
    const strict: GateConfig = {
      profile: 'strict',
      rules: { a: { severity: 'error', options: {} } },
      environments: [{ name: 'x', expectedHeads: 2 }],
      protectedRules: ['a'],
      comment: 'never',
      prefer: 're-parent',
      timeouts: { step: 5 },
    };
    expect(compare(lax, strict)).toEqual([]);
    expect(compare(strict, strict)).toEqual([]);
  });

  test('a rule that is set against the catalogue’s own severity is compared with that', () => {
    const before = mergeConfig({});
    const after = mergeConfig({ file: { rules: { a: { severity: 'warning', options: {} } } } });
    expect(weakenings(before, after, () => 'off')).toEqual([]);
    expect(weakenings(before, after, () => 'error')).toEqual(['rule a goes from error to warning']);
  });
});
