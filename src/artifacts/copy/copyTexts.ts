import type { Artifact } from '~/api/artifacts';
import type { Connection } from '~/api/session';
import { sourceOf } from '~/fields/contract';
import { inFormat } from '~/requests/formats';
import { shownRead } from '~/requests/shownRequest';
import { readingsOf } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';

function heading({ xref, title }: Artifact): string {
  return [xref, title].filter(Boolean).join(' ');
}

/** Brackets and backslashes would end the words of a link (CommonMark 6.3). */
function linkWords(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ');
}

/** The artifact for a mail or a page of a wiki: a link as its heading, then every value that says something. */
export function asMarkdown(base: ArtifactSnapshot, address: string): string {
  const { artifact } = base;
  const parts = [...readingsOf(base).values()].flatMap((reading) => {
    const { field } = reading;
    const source = sourceOf(reading, reading.value);
    if (source.trim() === '') return [];
    return source.includes('\n')
      ? [`**${field.label}**\n\n${source.trim()}\n`]
      : [`- **${field.label}:** ${source}`];
  });
  return `# [${linkWords(heading(artifact))}](<${address}>)\n\n${parts.join('\n')}\n`;
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
