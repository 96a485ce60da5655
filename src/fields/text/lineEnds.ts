/**
 * A text area turns every line end into `\n`. This gives the typed text the line ends of the text it was made from:
 * what stands before and after the edit is taken byte for byte from there, the edit itself uses its usual line end.
 */
export function keepLineEnds(before: string, typed: string): string {
  if (!before.includes('\r')) return typed;
  const lines = before.split(/\r\n?|\n/);
  const ends: string[] = before.match(/\r\n?|\n/g) ?? [];
  const typedLines = typed.split('\n');
  let head = 0;
  while (head < ends.length && head < typedLines.length - 1 && lines[head] === typedLines[head]) {
    head += 1;
  }
  let tail = 0;
  const room = Math.min(ends.length, typedLines.length - 1) - head;
  while (tail < room && lines.at(-1 - tail) === typedLines.at(-1 - tail)) tail += 1;
  const usual = ends.includes('\r\n') ? '\r\n' : '\r';
  return typedLines
    .map((line, index) => {
      const left = typedLines.length - 1 - index;
      if (left === 0) return line;
      if (index < head) return line + ends[index];
      return left <= tail ? line + ends[ends.length - left] : line + usual;
    })
    .join('');
}
