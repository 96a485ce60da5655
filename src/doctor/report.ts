import { originOf } from '~/api/requests/origin';
import type { Subject } from './bench';
import type { Level } from './check';
import type { Examined } from './examine';

/** Each level as a word: the colour alone says nothing. */
export const levelWords: Record<Level, string> = {
  green: 'Works',
  amber: 'Limited',
  red: 'Fails',
  unknown: 'Not tested',
};

/** How many lines stand at each level. */
export function countLevels(lines: readonly Examined[]): Record<Level, number> {
  const counts: Record<Level, number> = { green: 0, amber: 0, red: 0, unknown: 0 };
  for (const { finding } of lines) {
    if (finding) counts[finding.level] += 1;
  }
  return counts;
}

function linesOf({ check, finding, steps }: Examined): string[] {
  if (!finding) return [`[Under way] ${check.title}`];
  return [
    `[${levelWords[finding.level]}] ${check.title}: ${finding.came}`,
    ...(finding.without ? [`  Without help: ${finding.without}`] : []),
    ...(finding.mend ? [`  To mend it: ${finding.mend}`] : []),
    ...steps.map(({ asked, came }) => `  ${asked}: ${came}`),
  ];
}

/** The examination as text for a ticket or a mail. It holds no credentials: none of the steps has any. */
export function reportOf(subject: Subject, lines: readonly Examined[], at: Date): string {
  const { connection, person } = subject;
  const address = originOf(connection) + (connection.url === '' ? ' (this page)' : '');
  return [
    `Parterre doctor, ${at.toISOString()}`,
    `Server: ${connection.label}, ${address}`,
    `Signed in: ${person?.username ?? 'nobody'}`,
    '',
    ...lines.flatMap(linesOf),
    '',
  ].join('\n');
}
