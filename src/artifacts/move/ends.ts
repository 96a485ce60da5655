import * as z from 'zod/mini';
import { explain } from '~/api/explain';
import { joinWords } from '~/lib/words/joinWords';
import type { Moved } from './moveAll';

/** How a move ended for what was not moved: the fact, and why. */
const endSchema = z.object({
  tone: z.enum(['warning', 'info']),
  head: z.string(),
  text: z.string(),
});
const stateSchema = z.object({ moveEnds: z.array(endSchema) });

export type MoveEnd = z.infer<typeof endSchema>;

function endOf({ mover, outcome }: Moved): MoveEnd[] {
  if (outcome.kind === 'moved' || outcome.kind === 'untried') return [];
  const { xref } = mover.artifact;
  const { what } = explain(outcome.error);
  if (outcome.kind === 'refused') {
    return [{ tone: 'warning', head: `${xref} was not moved.`, text: what }];
  }
  const there = outcome.isThere ? ' Read a moment ago, it was still in its tracker.' : '';
  const head = `It is not known whether ${xref} was moved.`;
  return [{ tone: 'warning', head, text: what + there }];
}

/** Who is still where it was, who may not be, and who was not tried; nothing where all were moved. Pure. */
export function endsOf(all: readonly Moved[]): MoveEnd[] {
  const ends = all.flatMap(endOf);
  const untried = all.filter(({ outcome }) => outcome.kind === 'untried');
  if (untried.length === 0) return ends;
  const names = joinWords(untried.map(({ mover }) => mover.artifact.xref));
  const text = `${names} ${untried.length === 1 ? 'was' : 'were'} not tried: the answer would be the same.`;
  return [...ends, { tone: 'info', head: '', text }];
}

/** Along with a navigation: the page of what was moved begins anew, and tells there how the others fared. */
export function endsState(ends: readonly MoveEnd[]): unknown {
  return { moveEnds: ends };
}

/** What came along with the navigation; null for nothing. */
export function readEnds(state: unknown): MoveEnd[] | null {
  const read = z.safeParse(stateSchema, state);
  return read.success ? read.data.moveEnds : null;
}
