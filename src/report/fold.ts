/** A part of a comment that is opened by whoever wants it; `title` and `body` are finished markdown and HTML. */
export const folded = (title: string, body: string, open = false): string =>
  `<details${open ? ' open' : ''}><summary>${title}</summary>\n\n${body}\n\n</details>`;
