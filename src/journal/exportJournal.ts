import { saveBlob } from '~/attachments/bytes/saveBlob';
import { csvLine } from '~/lib/csv';
import type { JournalEntry } from '~/saving/journal/entry';

const columns = [
  'time',
  'server',
  'what',
  'field',
  'before',
  'after',
  'comment',
  'outcome',
  'changeset',
  'message',
  'method',
  'path',
] as const;

/** A line for every changed field, so that a sheet can sort and filter them. */
export function journalCsv(entries: readonly JournalEntry[]): string {
  const lines = entries.flatMap((entry) => {
    const { at, server, name, title, changes, comment, outcome, changeset, message } = entry;
    const { method, path } = entry.request;
    const rows = changes.length === 0 ? [{ label: '', before: '', after: '' }] : changes;
    return rows.map(({ label, before, after }) =>
      csvLine([
        new Date(at).toISOString(),
        server,
        [name, title].filter(Boolean).join(' '),
        label,
        before,
        after,
        comment,
        outcome,
        changeset === null ? '' : String(changeset),
        message,
        method,
        path,
      ]),
    );
  });
  return `${[csvLine(columns), ...lines].join('\r\n')}\r\n`;
}

/** Saves the journal as a file. */
export function exportJournal(entries: readonly JournalEntry[], format: 'csv' | 'json'): void {
  const text = format === 'csv' ? journalCsv(entries) : JSON.stringify(entries, null, 2);
  saveBlob(new Blob([text]), `parterre-journal.${format}`);
}
