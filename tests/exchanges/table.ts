/** One line of the printed table: how many answers were recorded, parsed, and compared with the sandbox. */
export interface Row {
  route: string;
  recorded: number;
  parsed: number;
  compared: number;
}

/** The table as text, with a line of sums. */
export function tableText(rows: readonly Row[], title: string): string {
  const sum = (key: 'recorded' | 'parsed' | 'compared') =>
    rows.reduce((total, row) => total + row[key], 0);
  const all = {
    route: 'all',
    recorded: sum('recorded'),
    parsed: sum('parsed'),
    compared: sum('compared'),
  };
  const width = Math.max(...[...rows, all].map(({ route }) => route.length));
  const line = ({ route, recorded, parsed, compared }: Row) =>
    [route.padEnd(width), ...[recorded, parsed, compared].map((n) => String(n).padStart(8))].join(
      ' ',
    );
  const head = [title.padEnd(width), 'recorded', '  parsed', 'compared'].join(' ');
  return [head, ...rows.map(line), line(all), ''].join('\n');
}
