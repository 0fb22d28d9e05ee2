/** Lines of a text by offset, for those who ask often. */

export class LineIndex {
  private readonly starts: readonly number[];

  /** Line endings are Python's: `\n`, `\r\n`, `\r`. */
  constructor(text: string) {
    const starts = [0];
    for (const ending of text.matchAll(/\r\n|\r|\n/g)) starts.push(ending.index + ending[0].length);
    this.starts = starts;
  }

  /** 1-based line of an offset. */
  at(offset: number): number {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
