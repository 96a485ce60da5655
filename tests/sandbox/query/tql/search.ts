import type { SandboxArtifact, SandboxTracker } from '../../model';
import type { Viewer } from '../../tracker/access';
import { QueryProblem } from '../problem';
import { checkTql } from './check';
import { evaluator } from './evaluate';
import { parseTql } from './parse';
import { TqlSyntaxError } from './scanner';

/** As installed; the server counts the nodes of its tree, wrappers included (queries.md §4.1). */
export const complexityLimit = 30;

function parsed(text: string): ReturnType<typeof parseTql> {
  try {
    return parseTql(text);
  } catch (error) {
    if (!(error instanceof TqlSyntaxError)) throw error;
    // SELECT … FROM is understood, and refused without a word.
    if (/^\s*select\b[\s\S]*\bfrom\b/i.test(text)) throw new QueryProblem('');
    throw new QueryProblem('Error during parsing expert query');
  }
}

/**
 * The test that an `expert_query` makes of every artifact of a tracker (queries.md §4); a blank text lets all pass.
 * Throws QueryProblem with the server's own texts.
 */
export function tqlFilter(
  viewer: Viewer,
  tracker: SandboxTracker,
  text: string,
): (artifact: SandboxArtifact) => boolean {
  if (text.trim() === '') return () => true;
  const { expression, size } = parsed(text);
  if (size > complexityLimit) {
    throw new QueryProblem(
      'The query is considered too complex to be executed by the server. Please simplify it (for example remove comparisons) to continue.',
    );
  }
  const { unknown, errors } = checkTql(viewer, tracker, expression);
  if (unknown.length > 0) {
    const names = [...new Set(unknown)].map((name) => `'${name}'`).join(', ');
    const what = unknown.length > 1 ? 'they refer to' : 'it refers to';
    throw new QueryProblem(
      `We cannot search on ${names}, we don't know what ${what}. Please refer to the documentation for the allowed comparisons.`,
    );
  }
  if (errors.length > 0) throw new QueryProblem(errors.join('\n'));
  return evaluator(viewer, tracker, expression);
}
