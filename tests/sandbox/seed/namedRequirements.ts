import type { RequirementFacts } from './requirements';

const hour = 3_600;
const day = 86_400;

const audit = `**What** Every export can be proved: who made it, when, and from which rows.

| Proof | Kept for |
| --- | --- |
| File | 10 years |
| Query | 10 years |
| Person | 2 years |

**Why** The law of 2027 asks for it. Price lists follow art #40.

1. Legal reads the text of each release.
2. The auditor reads the log, see [the manual](https://docs.example.org/audit).

\`\`\`
export --proof --sign
\`\`\``;

const german = `**Was** Eine Anforderung, die nach der Freigabe geändert wird, braucht eine Begründung und zwei Zustimmungen.

**Warum** Die Aufsichtsbehörde verlangt eine lückenlose Nachvollziehbarkeit der Änderungsgenehmigungsverfahren.`;

const longTitle =
  'Anforderungsänderungsgenehmigungsverfahren für lieferantenübergreifende Vertragsverlängerungsvereinbarungen mit Datenschutzfolgenabschätzung und Prüfung';

/** The rows of the pictures (design/tracker-results) and of journeys.md, by id. */
export const namedRequirements: Readonly<Record<number, RequirementFacts>> = {
  12: {
    title: 'Exports are legally sound',
    description: audit,
    ...{ status: 'Open', severity: 'Critical', priority: 'High', assignee: 'carl', age: 2 * day },
    ...{ regions: ['EU', 'US'], version: '4.2', dueIn: 20, effort: 13, bpId: 'BP-2200' },
    labels: ['legal', 'audit'],
  },
  40: {
    title: 'Price lists follow the contract',
    status: 'Open',
    severity: 'Major',
    assignee: 'ben',
  },
  77: {
    title: 'Import checks what export wrote',
    status: 'Open',
    severity: 'Minor',
    assignee: 'carl',
  },
  80: {
    title: 'Export writes what import checks',
    status: 'Open',
    severity: 'Minor',
    assignee: 'carl',
  },
  121: row(
    'Read aloud: tables say their row and column',
    ['Open', 'Major', 'dora'],
    [13, 8, 5 * day],
  ),
  233: row('Sign-out ends every tab', ['Done', 'Major', 'ben'], [12, 3, 4 * day]),
  290: {
    ...row('Roll back a release from the list', ['New', 'Major', null], [18, 13, 10 * day]),
    regions: ['US'],
  },
  305: row('A failed upload never costs the text', ['Open', 'Critical', 'anna'], [16, 5, 8 * day]),
  377: row('Warn before a link makes a loop', ['Open', 'Major', 'anna'], [9, 5, day]),
  412: {
    ...row(
      'Import accepts dates as the sender wrote them',
      ['Open', 'Major', 'dora'],
      [10, 3, day],
    ),
    regions: ['US'],
  },
  433: {
    title: 'Audit file for 2027',
    status: 'Open',
    severity: 'Major',
    assignee: 'ben',
    version: '5.0',
  },
  476: {
    ...row('Contract numbers sort as numbers', ['Open', 'Major', 'carl'], [17, 1, 9 * day]),
    version: '4.3',
  },
  588: {
    ...row(
      'Show who may see an artifact before it is saved',
      ['In review', 'Critical', 'anna'],
      [11, 8, day],
    ),
    regions: ['EU'],
  },
  655: {
    ...row(longTitle, ['Open', 'Major', 'carl'], [7, 8, 2 * hour]),
    description: german,
    regions: ['EU'],
  },
  719: {
    ...row(
      'Search finds a number with and without its prefix',
      ['Open', 'Major', 'carl'],
      [11, 2, 4 * day],
    ),
    version: '4.3',
  },
  846: {
    ...row('Tax number is checked by country', ['Open', 'Major', 'anna'], [12, 5, 5 * day]),
    regions: ['EU', 'US'],
  },
  867: row(
    'Mail to a group shows how many people it reaches',
    ['Open', 'Major', 'anna'],
    [18, 3, 9 * day],
  ),
  902: {
    ...row('Keep the audit file for ten years', ['Open', 'Major', 'anna'], [7, 2, hour]),
    regions: ['EU'],
  },
  940: {
    ...row(
      'Delete asks for the name only when it is needed',
      ['New', 'Minor', null],
      [16, 1, 7 * day],
    ),
    version: null,
  },
  1034: {
    ...row('Print view fits on A4', ['Open', 'Major', 'anna'], [9, 3, 3 * hour]),
    regions: ['EU', 'US'],
  },
  1099: {
    ...row('Quota is shown before an upload', ['Open', 'Minor', 'dora'], [19, 2, 11 * day]),
    version: '4.3',
  },
  1121: {
    ...row(
      'Time zone is written next to each time',
      ['In review', 'Major', 'ben'],
      [17, 2, 8 * day],
    ),
    regions: ['APAC'],
  },
  1187: {
    ...row('Refuse a second sign-in', ['Open', 'Major', 'anna'], [6, 5, 720]),
    regions: ['EU'],
  },
  1203: {
    ...row('Retry after a lost line', ['Open', 'Minor', 'ben'], [10, 1, day]),
    version: null,
  },
};

/** `[status, severity, assignee]`, `[days until due, effort, seconds since the last change]`. */
function row(
  title: string,
  [status, severity, assignee]: readonly [string, string, RequirementFacts['assignee']],
  [dueIn, effort, age]: readonly [number, number, number],
): RequirementFacts {
  return {
    ...{ title, status, severity, dueIn, effort, age, version: '4.2', regions: [] },
    ...(assignee === undefined ? {} : { assignee }),
  };
}

/** Which of them count among the 37 open majors of anna (journeys.md J2). */
export const namedMajorsOfAnna: readonly number[] = [305, 377, 431, 846, 867, 902, 1034, 1187];
