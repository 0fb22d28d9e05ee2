/** The statements of the new revisions as one text of SQL, what each costs beside it. */
import type { DatabaseProof, ProofStep } from '../verify/proof.ts';

/** Empty where none was seen. */
export function ranSql({ steps }: DatabaseProof): string {
  return steps
    .filter(({ direction }) => direction !== 'upgrade-again')
    .flatMap(({ revision, direction, statements }) => {
      const own = statements.filter(({ path }) => path !== null);
      const lines = own.map((one) => `${one.sql.trim()};${costs(one)}`);
      return lines.length === 0 ? [] : [`-- ${direction} ${revision}\n${lines.join('\n')}`];
    })
    .join('\n\n');
}

/** As a comment of SQL; nothing where the server was not asked. */
function costs({ lockClass, rebuilds }: ProofStep['statements'][number]): string {
  if (lockClass === 'unknown') return '';
  return ` -- ${lockClass}${rebuilds === true ? ', rebuilds the table' : ''}`;
}
