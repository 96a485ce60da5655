/** Without case, accents, blanks and signs: `Windows 11`, `windows11` and `WINDOWS-11` are one. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

const known = new WeakMap<readonly string[], readonly string[]>();

/** The same of a whole list, once: this is asked at every key, and a list may have 5,000 labels. */
function bareLabels(labels: readonly string[]): readonly string[] {
  const read = known.get(labels);
  if (read) return read;
  const made = labels.map(bare);
  known.set(labels, made);
  return made;
}

const digits = (text: string) => text.replace(/\D/g, '');

/** One letter more, less, other, or two swapped. */
function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  const [restA, restB] = [a.slice(head), b.slice(head)];
  if (restA.slice(1) === restB || restB.slice(1) === restA) return true;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}

/** Shorter words are often one letter apart and mean something else. */
const SHORTEST = 5;

/**
 * The label that a new one would nearly repeat (features E6): the same but for case, blanks and signs, or one slip of a
 * key away. Numbers count: "Windows 10" is not "Windows 11". Undefined when there is none, or the very same.
 */
export function nearDuplicate(label: string, labels: readonly string[]): string | undefined {
  const wanted = bare(label);
  if (wanted === '' || labels.includes(label)) return undefined;
  const there = bareLabels(labels);
  const alike = there.indexOf(wanted);
  if (alike >= 0 || wanted.length < SHORTEST) return labels[alike];
  const numbers = digits(wanted);
  return labels[
    there.findIndex((other) => isOneSlipApart(other, wanted) && digits(other) === numbers)
  ];
}
