/** One line of the printed table: how many answers were recorded, parsed, and compared with the sandbox. */
export interface Row {
  route: string;
  recorded: number;
  parsed: number;
  /** Undefined where nothing is compared by itself: values are compared inside the answers they came in. */
  compared?: number;
}

function sum(rows: readonly Row[], key: 'recorded' | 'parsed' | 'compared'): number {
  return rows.reduce((total, row) => total + (row[key] ?? 0), 0);
}

/** The table as text, with a line of sums; `title` heads the first column. */
export function tableText(rows: readonly Row[], title: string): string {
  const isCompared = rows.some(({ compared }) => compared !== undefined);
  const all: Row = {
    route: 'all',
    recorded: sum(rows, 'recorded'),
    parsed: sum(rows, 'parsed'),
    ...(isCompared ? { compared: sum(rows, 'compared') } : {}),
  };
  const width = Math.max(title.length, ...rows.map(({ route }) => route.length));
  const line = ({ route, recorded, parsed, compared }: Row) =>
    [route.padEnd(width), ...[recorded, parsed, compared ?? '-'].map((n) => String(n).padStart(9))]
      .join('')
      .trimEnd();
  const head = [title.padEnd(width), ' recorded', '   parsed', ' compared'].join('');
  return [head, ...rows.map(line), line(all), ''].join('\n');
}
