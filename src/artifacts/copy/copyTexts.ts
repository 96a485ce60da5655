import type { Artifact } from '~/api/artifacts/read';
import type { Connection } from '~/api/session';
import { inMarkdown, textInMarkdown } from '~/changesets/words';
import { sourceOf } from '~/fields/contract';
import type { FieldReading } from '~/fields/readField';
import { inFormat } from '~/requests/formats';
import { shownRead } from '~/requests/shownRequest';
import { readingsOf } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';

function heading({ xref, title }: Artifact): string {
  return [xref, title].filter(Boolean).join(' ');
}

/** One value: a text as it was written, a set entry by entry, anything else in its line. Empty ones say nothing. */
function valueLines(reading: FieldReading): string[] {
  const { field, contract, value } = reading;
  const source = sourceOf(reading, value).trim();
  if (source === '') return [];
  const label = inMarkdown(field.label);
  const items = contract.toItems?.(value, field) ?? [];
  if (items.length > 1) {
    return [`- **${label}:**`, ...items.map(({ text }) => `  - ${inMarkdown(text)}`)];
  }
  const isText = contract.toSource !== undefined && !contract.toItems;
  if (!isText) return [`- **${label}:** ${inMarkdown(source)}`];
  // A text is a paragraph of its own: in a list it would become part of the entry before it.
  const isPlain = reading.entry?.format === 'text';
  return ['', `**${label}**`, '', isPlain ? textInMarkdown(source) : source, ''];
}

/** The artifact for a mail or a page of a wiki: a link as its heading, then every value that says something. */
export function asMarkdown(base: ArtifactSnapshot, address: string): string {
  const head = `# [${inMarkdown(heading(base.artifact))}](<${address}>)`;
  const lines = [head, '', ...[...readingsOf(base).values()].flatMap(valueLines)];
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** What the server says of the artifact, without the structure of its tracker. */
export function asJson({ artifact }: ArtifactSnapshot): string {
  const { id, uri, label, color_name, project } = artifact.tracker;
  const content = { ...artifact, tracker: { id, uri, label, color_name, project } };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The request that reads the artifact; the key is a variable of the shell, never the secret. */
export function asCurl({ artifact }: ArtifactSnapshot, connection: Connection): string {
  const query = { values_format: 'collection' };
  const written = inFormat(
    shownRead({ path: `artifacts/${artifact.id}`, query }, connection),
    'curl',
  );
  return 'text' in written ? written.text : written.why;
}
