/** A query that the server refuses with 400; the message is the text after `Bad Request: `. */
export class QueryProblem extends Error {}
