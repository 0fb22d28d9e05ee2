/**
 * Words that cannot be a name unless they are quoted: https://dev.mysql.com/doc/refman/8.4/en/keywords.html,
 * https://mariadb.com/kb/en/reserved-words/, https://www.postgresql.org/docs/current/sql-keywords-appendix.html.
 */
import type { Engine } from '../config/config.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const BOTH = `
accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case change
char character check collate column condition constraint continue convert create cross current_date current_time
current_timestamp current_user cursor database databases day_hour day_microsecond day_minute day_second dec decimal declare
default delayed delete desc describe deterministic distinct distinctrow div double drop dual each else elseif enclosed
escaped except exists exit explain false fetch float float4 float8 for force foreign from fulltext grant group having
high_priority hour_microsecond hour_minute hour_second if ignore in index infile inner inout insensitive insert int int1
int2 int3 int4 int8 integer intersect interval into is iterate join key keys kill leading leave left like limit linear
lines load localtime localtimestamp lock long longblob longtext loop low_priority match maxvalue mediumblob mediumint
mediumtext middleint minute_microsecond minute_second mod modifies natural not no_write_to_binlog null numeric on optimize
option optionally or order out outer outfile over partition precision primary procedure purge range read reads read_write
real recursive references regexp release rename repeat replace require resignal restrict return revoke right rlike row_number
rows schema schemas second_microsecond select sensitive separator set show signal smallint spatial specific sql sqlexception
sqlstate sqlwarning sql_big_result sql_calc_found_rows sql_small_result ssl starting straight_join table terminated then
tinyblob tinyint tinytext to trailing trigger true undo union unique unlock unsigned update usage use using utc_date utc_time
utc_timestamp values varbinary varchar varcharacter varying when where while window with write xor year_month zerofill`;

const MYSQL_ALONE = `
cube cume_dist dense_rank empty first_value function generated get grouping groups io_after_gtids io_before_gtids json_table
lag last_value lateral lead manual master_bind master_ssl_verify_server_cert nth_value ntile of optimizer_costs parallel
percent_rank qualify rank row stored system tablesample virtual`;

const MARIADB_ALONE = `
current_role delete_domain_id do_domain_ids ignore_domain_ids offset page_checksum parse_vcol_expr position ref_system_id
returning stats_auto_recalc stats_persistent stats_sample_pages`;

const POSTGRESQL = `
all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
concurrently constraint create cross current_catalog current_date current_role current_schema current_time
current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full
grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right
select session_user similar some symmetric system_user table tablesample then to trailing true union unique user using
variadic verbose when where window with`;

const WORDS: Readonly<Partial<Record<Engine, ReadonlySet<string>>>> = {
  mysql: words(BOTH + MYSQL_ALONE),
  mariadb: words(BOTH + MARIADB_ALONE),
  postgresql: words(POSTGRESQL),
};

export const isReserved = (name: string, engine: Engine): boolean =>
  WORDS[engine]?.has(name.toLowerCase()) === true;
