/** A change of the schema that no ticket explains cannot be traced. */
import { lineAt } from '../../revision/python/source.ts';
import { isMerge } from '../pass.ts';
import { trouble, type Rule } from '../rule.ts';

/** Words that look like tickets and are none. */
const NO_TICKETS = /^(?:UTF|SHA|ISO|RFC|MD|AES|RSA|UTC|CVE|X)-?\d/;
const TICKET = /\b[A-Z][A-Z0-9]+-\d+\b/g;

export const requireTicket: Rule = {
  id: 'require-ticket',
  group: 'pull-request',
  title: 'The message names no ticket',
  why: 'Years later the ticket is the only answer to why a column exists. `message-pattern` sets what a ticket looks like.',
  severity: { recommended: 'off', 'add-only': 'error', strict: 'error' },
  examples: {
    bad: [
      { caption: 'no ticket', message: 'tags on cases', at: '"""tags' },
      { caption: 'the name of an encoding', message: 'names are UTF-8', at: '"""names' },
      {
        caption: 'another pattern',
        message: 'CW-221 tags on cases',
        config: { messagePattern: 'JMS-\\d+' },
        at: '"""CW',
      },
    ],
    good: [
      { caption: 'a ticket', message: 'CW-221: tags on cases' },
      { caption: 'the project’s own pattern', message: '#12 tags', config: { messagePattern: '#\\d+' } },
    ],
  },
  check: (pass) => {
    const { message, spans } = pass.revision;
    const { messagePattern } = pass.config;
    const named =
      messagePattern === null
        ? [...message.matchAll(TICKET)].some(([ticket]) => !NO_TICKETS.test(ticket))
        : new RegExp(messagePattern, 'u').test(message);
    if (named) return [];
    const line = spans.docstring ? lineAt(pass.text, spans.docstring.from) : 1;
    const wanted = messagePattern === null ? 'a ticket such as CW-221' : `something like ${messagePattern}`;
    return [
      trouble(
        { line, endLine: line, span: spans.docstring ?? null },
        `The message does not name ${wanted}: nobody will know why this was changed.`,
        'Begin the docstring with the ticket.',
        isMerge(pass) ? 'warning' : undefined,
      ),
    ];
  },
};
