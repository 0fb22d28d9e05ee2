/** What `alembic-gate help` prints. */
export const HELP = `alembic-gate: gates pull requests that carry Alembic migrations

  alembic-gate check        judge the merge of a head into the tip of its base
      --repo DIR            the repository (default: .)
      --base REF            default: the tip of the default branch
      --head REF            default: the working tree, uncommitted and untracked files included
      --fetch               fetch the base first
      --environment NAME    judge this one alone
      --run-code            run migrations of a head that is not the working tree's own
      --database WHERE      auto (default), service, local, container, none, or a URL
      --engine NAME         mysql, mariadb, postgresql, sqlite (default: the project's own)
      --image IMAGE         of --database container
      --script-location DIR, --versions DIR   may be repeated; the n-th belong together
      --recursive           versions lie in sub-directories too
      --profile NAME        recommended (default), add-only, strict
      --config FILE         default: .github/alembic-gate.yml
      --format FORMAT       text (default), json, markdown, sarif, github, html
      --output FILE         default: standard output

  alembic-gate graph        show heads, branch points and problems of every environment
      --ref REF             default: the working tree
      --check               exit 1 on other heads than expected
      --format FORMAT       text (default), json, mermaid, dot, svg

  alembic-gate merge-heads  print the merge revision, or write it
      --base REF, --head REF, --fetch   as for check
      --strategy NAME       merge (default) or re-parent
      -m, --message TEXT    default: composed from both sides
      --rev-id ID, --date ISO           default: random, now
      --write               write into the working tree and print the path

  alembic-gate plan         print the matrix of jobs that a proof is divided over: environments x images
      --base REF, --head REF, --fetch   as for check
      --image IMAGE         a server to prove on; may be repeated (default: as the configuration says)
      --report FILE         write what was judged without a database, for gather

  alembic-gate gather DIR   one report from that of plan and those of every part, below DIR
      --format FORMAT, --output FILE    as for check

  alembic-gate rules [RULE] list all rules, or explain one
      --profile NAME        severities of recommended (default), add-only, strict

  alembic-gate init         write the workflows and the configuration that install the gate here
      --dry-run             print them only

  alembic-gate demo         the whole story on a small application (--static: without a server)

Exit codes: 0 pass; 1 fail; 2 not evaluated, base broken, or wrong usage.
`;
