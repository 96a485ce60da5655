import { joinWords } from '~/lib/words/joinWords';

/** "3 changes and a comment", "a comment"; `''` for nothing. */
export function countWords(changes: number, hasComment = false): string {
  const counted = changes === 0 ? [] : [`${changes} ${changes === 1 ? 'change' : 'changes'}`];
  return joinWords(hasComment ? [...counted, 'a comment'] : counted);
}
