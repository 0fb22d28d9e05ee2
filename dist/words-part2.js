// src/verify/rows/words.ts
/** What a server says of a statement of ours or of a file, without any value of a row. */
/** Everything that a server quotes from rows in messages: values in quotes or brackets; names keep their quotes. */
function withoutValues(message) {
	return message.replaceAll(/(Duplicate entry )'.*' (for key)/gs, "$1… $2").replaceAll(/(Key \([^)]*\)=)\(.*?\)(?= |$)/gs, "$1(…)").replaceAll(/(Failing row contains )\(.*\)/gs, "$1(…)").replaceAll(/([Ii]ncorrect [\w ]+value: )'.*?'(?= for|$)/gs, "$1…").replaceAll(/(invalid input (?:syntax|value) for [^:]*: )".*"/gs, "$1…").replaceAll(/(value )".*?"( is out of range)/gs, "$1…$2").replaceAll(/(value out of range: )".*?"/gs, "$1…").replaceAll(/(^near |unrecognized token: )".*"(?=: syntax error$|$)/gs, "$1…").replaceAll(/ at row \d+/g, "").replaceAll(/\s+/g, " ").trim().slice(0, 300);
}
/** The verb and the table: "INSERT INTO `case`". */
function headOf(sql) {
	return sql.replace(/\s+SET\s[\s\S]*$|\s*\([\s\S]*$|\s+(OVERRIDING|DEFAULT|VALUES)\b[\s\S]*$/, "");
}

export { withoutValues as n, headOf as t };