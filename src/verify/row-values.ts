/** Servers' messages without what they quote from rows, which nobody but the project may see. */

/** What database servers quote from rows in their messages; the driver's failure.py has the same. */
const ROW_VALUES: readonly (readonly [RegExp, string])[] = [
  [/(Duplicate entry ).*( for key)/s, "$1'…'$2"],
  [/(Key \([^)]*\)=)\(.*?\)( |$)/s, '$1(…)$2'],
  [/(Failing row contains )\(.*\)/s, '$1(…)'],
  [/((?:Incorrect|Truncated incorrect) [\w ]+value: ).*?( for column|$)/s, "$1'…'$2"],
];

export function withoutRowValues(message: string): string {
  return ROW_VALUES.reduce((text, [pattern, without]) => text.replace(pattern, without), message);
}
