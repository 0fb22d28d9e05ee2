/** Every fault that was tried, what the gate does then, and the test that shows it; docs/faults.md is made of this. */

export interface Tried {
  readonly fault: string;
  /** What is on the pull request and in the job afterwards. */
  readonly then: string;
  /** A file below test/ and a title in it, as it stands there. */
  readonly shown: readonly (readonly [file: string, title: string])[];
}

export const FAULTS: Readonly<Record<string, readonly Tried[]>> = {
  'GitHub says no, or says nothing': [
    {
      fault: 'a primary or secondary rate limit that ends soon (403, 429)',
      then: 'waited for, and the wait is in the log',
      shown: [['io/github/faults.test.ts', '%s is waited for']],
    },
    {
      fault: 'a rate limit of an hour',
      then: 'one sentence, and the job is red: the next event tries again',
      shown: [['io/github/faults.test.ts', '%s is not worth a runner’s time']],
    },
    {
      fault: '500, 502, 503, 504 to a question',
      then: 'asked again; in the end one sentence',
      shown: [['io/github/faults.test.ts', 'a fault of the server is tried again: %d']],
    },
    {
      fault: '401, 404, 422 to a question',
      then: 'one sentence, asked once; a 404 is an answer only where it can be one',
      shown: [
        ['io/github/faults.test.ts', '%d is an end, in one sentence'],
        ['io/github/faults.test.ts', 'a 404 is an answer only where it can be one'],
      ],
    },
    {
      fault: 'any question of a run after the gate fails once',
      then: 'no green of what is not known; the same run again makes it right, with one comment',
      shown: [['flows/faults.test.ts', '%s fails']],
    },
    {
      fault: 'a 403 at each endpoint in turn, over HTTP',
      then: 'one sentence that names the missing permission; no green of what is not known',
      shown: [
        ['flows/forbidden.test.ts', 'it is named once, and the verdict is the true one or none'],
        ['flows/forbidden.test.ts', 'it is named, and the green does not stay'],
        ['e2e/action.test.ts', 'a missing permission is one warning that names it'],
      ],
    },
    {
      fault: 'a permission revoked in the middle of a run, at each moment',
      then: 'pending, green or nothing; the next run has one comment and the true verdict',
      shown: [['flows/moments.test.ts', 'a right taken away']],
    },
    {
      fault: 'a page that is cut off, a list whose second page fails, GraphQL that fails with 200',
      then: 'no list at all: half of one is never taken for the whole',
      shown: [
        [
          'io/github/faults.test.ts',
          'a page that ends in the middle is tried again, and is never half a list',
        ],
        ['io/github/faults.test.ts', 'a list whose second page cannot be had is no list'],
        ['io/github/faults.test.ts', 'GraphQL that fails with 200 is a failure'],
        ['io/github/adapter.test.ts', 'a listing that breaks off is no listing'],
      ],
    },
    {
      fault: 'no answer about any proof',
      then: 'pending',
      shown: [
        ['flows/faults.test.ts', 'with no answer about any proof the verdict waits'],
        ['flows/publish.test.ts', 'an artifact that cannot be read is no proof and no failure'],
      ],
    },
    {
      fault: 'a token that GitHub refuses, or none',
      then: 'one line, exit 2',
      shown: [
        [
          'e2e/action-wrong.test.ts',
          'the bot needs no checkout, and with a token that GitHub refuses says so',
        ],
      ],
    },
  ],
  'A write whose answer is lost, or that is refused': [
    {
      fault: '502 after a comment, a reply, a review or an issue that was written',
      then: 'looked for before it is written again: one of each',
      shown: [
        ['io/github/adapter.test.ts', 'a comment is not written twice when the answer to the first was lost'],
        ['flows/command.test.ts', 'a reply whose answer was lost is not written twice'],
        ['flows/line-review.test.ts', 'a review whose answer was lost is not written again'],
        ['io/github/adapter.test.ts', 'an issue is not opened twice when the answer to the first was lost'],
      ],
    },
    {
      fault: '502 after the commit of a cure, or after the update of a branch',
      then: 'our own commit is recognised: one commit, and it is judged',
      shown: [['flows/command.test.ts', 'to %s is looked for: one commit, and it is judged']],
    },
    {
      fault: '409 to a write',
      then: 'made again',
      shown: [['io/github/faults.test.ts', 'a write that meets another one is made again']],
    },
    {
      fault: 'a comment that is refused',
      then: 'the status is written all the same, and one warning says why',
      shown: [
        ['flows/publish.test.ts', 'a write that GitHub refuses does not keep the others from happening'],
      ],
    },
    {
      fault: 'a status that cannot be written first',
      then: 'a green that stands is taken back before any comment is written',
      shown: [
        [
          'publish/plan.test.ts',
          'a green that stands is taken back before anything else, and any other verdict waits for its comment',
        ],
      ],
    },
  ],
  'Somebody else is faster': [
    {
      fault: 'a head that moves, before each question of a run after the gate',
      then: 'nothing for the new head, at most one comment',
      shown: [
        ['flows/moments.test.ts', 'a push'],
        ['flows/publish.test.ts', 'a head that moved gets nothing from a late report'],
      ],
    },
    {
      fault: 'a landing, before each question',
      then: 'red in the end, and the comment names what landed; a late run does not win',
      shown: [
        ['flows/moments.test.ts', 'a landing, and its own run comes afterwards'],
        ['flows/moments.test.ts', 'a landing, whose own run comes in between: the late one does not win'],
        ['flows/publish.test.ts', 'a base that lands another revision while it is read is judged again'],
      ],
    },
    {
      fault: 'a base that never stands still',
      then: 'pending, and its next push brings the verdict',
      shown: [['flows/publish.test.ts', 'a base that never stands still leaves the verdict open']],
    },
    {
      fault: 'two runs at once, one in each gap of the other, also one that knows less',
      then: 'the better known verdict, one comment',
      shown: [
        ['flows/moments.test.ts', 'another run that does the same'],
        ['flows/moments.test.ts', 'another run that knows more: the one that knows less does not win'],
        ['flows/publish.test.ts', 'two runs that both found no comment leave one'],
      ],
    },
    {
      fault: 'the comment is deleted meanwhile',
      then: 'written anew where it is missed',
      shown: [
        ['flows/moments.test.ts', 'a comment deleted'],
        [
          'flows/publish.test.ts',
          'a comment that somebody deletes meanwhile is written anew, and one that is not missed is not',
        ],
      ],
    },
    {
      fault: 'a push, at each moment of a look at a moved trunk; the late run of a gate; a fault',
      then: 'never green, one comment, and the next look is right',
      shown: [
        ['flows/moments.test.ts', 'a push to the pull request'],
        ['flows/moments.test.ts', 'the late run of its gate'],
        ['flows/moments.test.ts', 'a fault'],
        [
          'flows/refresh.test.ts',
          'a head that moves after it was listed gets nothing from what was seen before',
        ],
      ],
    },
    {
      fault: 'a push, a landing or the same command again, at each moment of `/merge-heads`',
      then: 'nobody’s push is built upon, one commit at most, no word of a cure that is none',
      shown: [
        ['flows/moments.test.ts', 'a push is never built upon'],
        ['flows/moments.test.ts', 'a landing leaves one commit at most, and no word of a cure that is none'],
        ['flows/moments.test.ts', 'the same command again makes one commit of the two'],
      ],
    },
    {
      fault: '`/merge-heads` is broken off, at each moment',
      then: 'the next one leaves one commit, its pending verdict, and a gate that was started for it',
      shown: [
        [
          'flows/moments.test.ts',
          'a right taken away: after another command there is one commit, and its verdict waits',
        ],
        [
          'flows/command.test.ts',
          'is started by the next command where the first one was broken off before that',
        ],
      ],
    },
    {
      fault: 'two pull requests with one head, a stacked one, one that conflicts with the trunk',
      then: 'the worst verdict of the two; its real base; judged, or the conflict inside of the versions is named',
      shown: [
        ['flows/refresh.test.ts', 'of a head that two pull requests share the worst verdict is written'],
        ['flows/refresh.test.ts', 'a stacked pull request is judged against its real base'],
        ['flows/refresh.test.ts', 'is not evaluated where that is inside of the versions'],
        ['flows/refresh.test.ts', 'is judged all the same where that is elsewhere'],
      ],
    },
  ],
  'Somebody lies': [
    {
      fault: 'an artifact that says pass where the sources say fail',
      then: 'red: what can be judged without running code is judged again',
      shown: [
        [
          'e2e/action.test.ts',
          'a forged pass stays red: what can be judged without running code is judged again',
        ],
        ['publish/run-report.test.ts', 'but never turns a static failure green'],
      ],
    },
    {
      fault:
        'a report about another commit, base, revision or environment, or of a run that upgraded nothing',
      then: 'no proof: pending',
      shown: [
        ['publish/run-report.test.ts', 'when it is about another commit'],
        ['publish/run-report.test.ts', 'after the base moved below it'],
        ['publish/run-report.test.ts', 'for other revisions'],
        ['publish/run-report.test.ts', 'for another environment'],
        ['publish/run-report.test.ts', 'when it passed without ever upgrading a new revision'],
      ],
    },
    {
      fault: 'a report from a workflow that only the pull request has, or of an event in which no gate runs',
      then: 'no proof: pending',
      shown: [
        ['flows/publish.test.ts', 'takes no proof from a workflow that only the pull request has'],
        ['flows/publish.test.ts', 'takes no proof from a run of the event %s, in which no gate runs'],
      ],
    },
    {
      fault: 'a report of another shape: endless texts, lists and nesting, unknown fields, no JSON, no UTF-8',
      then: 'refused by its place: pending',
      shown: [
        ['publish/run-report.test.ts', 'when a text is endless'],
        ['publish/run-report.test.ts', 'when a list is endless'],
        ['publish/run-report.test.ts', 'when it is nested without end'],
        ['publish/run-report.test.ts', 'when a part of it is nested without end'],
        ['publish/run-report.test.ts', 'when the proof has a field that we do not know'],
        ['publish/run-report.test.ts', 'when it is no JSON'],
        ['publish/run-report.test.ts', 'when it is no UTF-8'],
      ],
    },
    {
      fault:
        'an archive with a bomb, a crowd of entries, absolute and `..` paths, a symbolic link, one name twice, or none at all',
      then: 'refused in memory, nothing is written to disk: pending',
      shown: [
        ['io/github/adapter.test.ts', 'a bomb that tells its size'],
        ['io/github/adapter.test.ts', 'a bomb that hides its size'],
        ['io/github/adapter.test.ts', 'a crowd of entries'],
        ['io/github/adapter.test.ts', 'an absolute path'],
        ['io/github/adapter.test.ts', 'a path that leaves the archive'],
        ['io/github/adapter.test.ts', 'a path with backslashes that leaves the archive'],
        ['io/github/adapter.test.ts', 'a symbolic link'],
        ['io/github/adapter.test.ts', 'one name twice'],
        ['io/github/adapter.test.ts', 'no archive at all'],
      ],
    },
    {
      fault: 'a status of equal look by somebody else',
      then: 'replaced; it proves no landing either',
      shown: [
        ['flows/refresh.test.ts', 'a green of equal look by somebody else is replaced'],
        ['publish/status.test.ts', 'over one of equal look by somebody else'],
        ['flows/landed.test.ts', 'is not told by a green that somebody else wrote'],
      ],
    },
    {
      fault: 'our marker, written by somebody else or quoted',
      then: 'text: no such comment, review or record is edited, hidden or believed',
      shown: [
        ['publish/sticky.test.ts', 'is not somebody else’s with our marker, nor ours that only quotes it'],
        ['publish/review.test.ts', 'is not somebody else’s with our marker, nor ours that only quotes it'],
        ['publish/plan.test.ts', 'nothing but our own comments is ever edited'],
        [
          'publish/hostile.test.ts',
          'the record of landings stays asleep, and reads back as what was written',
        ],
      ],
    },
    {
      fault: 'a hundred comments with a command by strangers',
      then: 'a reaction each and nothing else',
      shown: [
        [
          'flows/command.test.ts',
          'a hundred comments with a command by strangers get a reaction each and nothing else',
        ],
      ],
    },
    {
      fault: 'a pull request that would make the bot write elsewhere',
      then: 'refused: only files of the base’s versions are written',
      shown: [
        ['flows/command.test.ts', 'a revision from the pull request cannot make the bot write elsewhere'],
        [
          'flows/command.test.ts',
          'no file is written to a directory that only the pull request calls one of versions',
        ],
      ],
    },
    {
      fault: 'code of a pull request in an event with a token that writes',
      then: 'never run, whatever the inputs ask for; beside a fork’s code nothing is written',
      shown: [
        ['e2e/action-publish.test.ts', 'is never run in %s, whatever the inputs ask for'],
        [
          'e2e/action-publish.test.ts',
          'is run by the gate of a pull request, and of a fork’s nothing is written then',
        ],
      ],
    },
    {
      fault: 'hostile text in everything that a pull request controls',
      then: 'no mention, link, image, HTML, marker, end of a fence or workflow command of theirs',
      shown: [
        ['report/renderers.test.ts', 'has no link, image, mention or HTML that is not ours'],
        ['publish/hostile.test.ts', '%s stays asleep'],
        ['publish/hostile.test.ts', 'a status is one visible line within GitHub’s limit'],
        [
          'e2e/action-hostile.test.ts',
          'nothing of a pull request is a command to the runner, a mention, a link or HTML',
        ],
      ],
    },
    {
      fault:
        'a tree of a few objects that names more files than there are atoms; a file that is read for minutes',
      then: 'not evaluated, with that reason; the other pull requests have their verdicts',
      shown: [
        ['flows/refresh-many.test.ts', 'because its tree has no end'],
        ['flows/check.test.ts', 'ends with what to do, and one that is kept changes nothing'],
      ],
    },
    {
      fault: 'a file that is named like another pull request’s head, to be taken for its changes',
      then: 'each head has its own changes',
      shown: [
        [
          'io/git-many.test.ts',
          'each head has the changes that git gives for it alone, for two processes in all',
        ],
      ],
    },
  ],
  'Something is missing or wrong around it': [
    {
      fault: 'a variable of the runner, the event, the checkout, a new enough git',
      then: 'one line that says which, exit 2 or not evaluated',
      shown: [
        ['e2e/action-wrong.test.ts', 'without %s it says so in one line'],
        ['e2e/action-wrong.test.ts', 'without a checkout is not evaluated, and says which step is missing'],
        ['e2e/action-wrong.test.ts', 'with a git that is too old says which one it needs'],
      ],
    },
    {
      fault: 'a base whose configuration is broken',
      then: 'error with the line, not silence',
      shown: [['flows/publish.test.ts', 'is error, not silence, where the base’s configuration is broken']],
    },
    {
      fault: 'one pull request that cannot be judged',
      then: 'not evaluated; the others have their verdicts',
      shown: [
        [
          'flows/refresh.test.ts',
          'what cannot be judged of one pull request keeps no other from its verdict',
        ],
      ],
    },
    {
      fault: 'a run of the gate that GitHub does not start again',
      then: 'pending, and the comment says what to do',
      shown: [
        ['flows/refresh.test.ts', 'and beyond GitHub’s limits the comment says what to do'],
        ['flows/command.test.ts', 'says what to do where GitHub does not run it again'],
      ],
    },
    {
      fault: 'a locked conversation, a closed pull request, a protected branch, a head that moved',
      then: 'refused in one sentence, or a reaction where nobody can be told',
      shown: [
        ['flows/command.test.ts', 'in a locked conversation nothing is done, because nobody could be told'],
        ['e2e/action.test.ts', 'on a closed pull request'],
        ['e2e/action.test.ts', 'on a protected branch'],
        ['e2e/action.test.ts', 'for a head that moved'],
      ],
    },
    {
      fault: 'a merge group without a proof, or of which GitHub tells nothing',
      then: 'error: no run comes after its own, so it does not wait',
      shown: [
        [
          'e2e/action-queue.test.ts',
          'a group without a proof does not land, because no run comes after its own',
        ],
        ['flows/faults.test.ts', '%s fails'],
      ],
    },
    {
      fault: 'a trunk of which GitHub does not say what landed, a record that could not be written',
      then: '`alembic-gate/base` is not green, and nothing is forgotten',
      shown: [
        ['flows/landed.test.ts', 'a trunk of which GitHub does not say what landed is not green'],
        ['flows/landed.test.ts', 'is not forgotten when the record could not be written'],
      ],
    },
  ],
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The page, as prettier then lays it out. */
export function faultsPage(): string {
  const tables = Object.entries(FAULTS).map(([title, all]) => {
    const rows = all.map(({ fault, then, shown }) => {
      const tests = shown.map(([file, name]) => `[${name.replace(/[[\]]/g, '\\$&')}](../test/${file})`);
      return `| ${[fault, then, tests.join('<br>')].map(cell).join(' | ')} |`;
    });
    return [
      `## ${title}`,
      '',
      '| fault | what the gate does | shown by |',
      '| --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return [
    '# Faults that were tried',
    '',
    'Each with the test that fails when the gate does something else. `npm run docs` writes this page from `test/meta/faults.ts`.',
    '',
    tables.join('\n\n'),
    '',
  ].join('\n');
}
