/** The few elements that a page is made of; whatever text goes in comes out as text. */
import { visible } from './escape.ts';
import { turns } from './prose.ts';

/** Finished HTML, so that text cannot be taken for it. */
export interface Html {
  readonly html: string;
}

const raw = (html: string): Html => ({ html });

const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Lines and spaces as they are. In a page of its own nothing looks for mentions, and commands are copied from it. */
const escaped = (text: string): string => visible(text).replace(/[&<>"]/g, (one) => ENTITY[one] ?? one);

type Child = string | Html | readonly Child[];

const inner = (child: Child): string => {
  if (typeof child === 'string') return escaped(child);
  return 'html' in child ? child.html : child.map(inner).join('');
};

type Tag =
  | 'section'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'p'
  | 'ul'
  | 'li'
  | 'b'
  | 'code'
  | 'pre'
  | 'small'
  | 'div'
  | 'span'
  | 'table'
  | 'tr'
  | 'th'
  | 'td'
  | 'summary';

/** `style` is one of the page's classes. */
export function element(tag: Tag, children: Child, style?: string): Html {
  const attribute = style === undefined ? '' : ` class="${style}"`;
  return raw(`<${tag}${attribute}>${inner(children)}</${tag}>`);
}

export const link = (address: string, text: string): Html =>
  raw(`<a href="${escaped(address)}">${escaped(text)}</a>`);

export const fold = (title: Child, body: Child, open = false): Html =>
  raw(`<details${open ? ' open' : ''}>${element('summary', title).html}${inner(body)}</details>`);

/** A scroll bar of its own, so that a long line widens no page. */
export const code = (text: string): Html => element('pre', element('code', text.replace(/\s+$/, '')));

/** What stands between backticks is code. */
export const sentence = (text: string): Html =>
  raw(
    turns(text)
      .map((part, at) => (at % 2 === 1 ? element('code', part).html : escaped(part)))
      .join(''),
  );

/** The cure of a finding: a sentence, and below it code to write. */
export function help(text: string): readonly Html[] {
  const [first = '', ...rest] = text.split('\n');
  const body = rest.join('\n').replace(/^\n+|\s+$/g, '');
  return [element('p', ['→ ', sentence(first)]), ...(body === '' ? [] : [code(body)])];
}

export function grid(head: readonly string[], rows: readonly (readonly Child[])[]): Html {
  const line = (tag: 'th' | 'td', cells: readonly Child[]): Html =>
    element(
      'tr',
      cells.map((cell) => element(tag, cell)),
    );
  return element('div', element('table', [line('th', head), ...rows.map((row) => line('td', row))]), 'wide');
}

/** A picture that is HTML already. */
export const picture = (svg: string): Html => element('div', raw(svg), 'wide');
