import type { Random } from '../seed/random';
import type { SourceArtifact, SourceAttachment, SourceProperty } from './model';
import { readers } from './people';
import { fileNames, priorities, releases, remarks, requirements } from './texts';

interface Facts {
  random: Random;
  now: number;
}

const DAY = 86_400_000;
const isoDay = (now: number, days: number): string => new Date(now - days * DAY).toISOString();

const mediaTypes: Record<string, string> = {
  txt: 'text/plain',
  csv: 'text/csv',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
};

const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

function file(id: number, fileName: string): SourceAttachment {
  const extension = fileName.split('.').at(-1) ?? '';
  const text = extension === 'pdf' ? pdf : `${fileName}\nSample content of the sandbox.\n`;
  return {
    id,
    fileName,
    bytes: new TextEncoder().encode(text),
    type: mediaTypes[extension] ?? 'application/octet-stream',
  };
}

/** Rich text is a whole page of HTML; where its styles stand depends on InlineCSS, so only the content is kept. */
function description(random: Random): string {
  const [first, second] = [random.pick(requirements), random.pick(requirements)];
  return (
    `<p><b>What</b> ${first}.</p><ul><li>${second}.</li><li>It is written in the manual.</li></ul>` +
    '<table><tr><th>Case</th><th>Limit</th></tr><tr><td>Europe</td><td>60&nbsp;min</td></tr></table>'
  );
}

function properties(
  { id, name, baseType }: SourceArtifact,
  { random, now }: Facts,
): SourceProperty[] {
  const person = () => {
    const { id: userId, realName } = random.pick(readers);
    return { type: 'User' as const, id: userId, name: realName };
  };
  const created = random.int(40, 400);
  const all: SourceProperty[] = [
    { typeId: 1, name: 'Name', kind: 'Text', text: name, isRich: false },
    { typeId: 2, name: 'Description', kind: 'Text', text: description(random), isRich: true },
    { typeId: 3, name: 'ID', kind: 'Number', number: id, isReadOnly: true },
    { typeId: 4, name: 'Created By', kind: 'User', people: [person()], isReadOnly: true },
    { typeId: 5, name: 'Created On', kind: 'Date', date: isoDay(now, created), isReadOnly: true },
    { typeId: 6, name: 'Last Edited By', kind: 'User', people: [person()], isReadOnly: true },
    {
      typeId: 7,
      name: 'Last Edited On',
      kind: 'Date',
      date: isoDay(now, random.int(0, 39)),
      isReadOnly: true,
    },
  ];
  if (baseType === 'PrimitiveFolder') return all;
  const group = { type: 'Group' as const, id: 31, name: 'Booking team' };
  return [
    ...all,
    { typeId: 11, name: 'Priority', kind: 'Choice', choices: [random.pick(priorities)] },
    {
      typeId: 12,
      name: 'Releases',
      kind: 'Choice',
      choices: releases.filter(() => random.chance(0.5)),
    },
    { typeId: 13, name: 'Effort', kind: 'Number', number: random.int(1, 40) / 2 },
    { typeId: 14, name: 'Owners', kind: 'User', people: [person(), group] },
    { typeId: 15, name: 'Reference', kind: 'Text', text: `REQ-${id % 1000}`, isRich: false },
  ];
}

function addFiles(artifact: SourceArtifact, index: number, { random }: Facts): void {
  if (!random.chance(0.2)) return;
  artifact.attachments.push(file(104000 + index, random.pick(fileNames)));
}

function addComments(artifact: SourceArtifact, index: number, { random, now }: Facts): void {
  const count = random.chance(0.25) ? random.int(1, 3) : 0;
  for (let at = 0; at < count; at += 1) {
    const author = random.pick(readers);
    const isClosed = random.chance(0.4);
    artifact.comments.push({
      id: 88_000 + index * 4 + at,
      text: `<p>${random.pick(remarks)}</p>`,
      status: isClosed ? 'Resolved' : 'Active',
      isClosed,
      modified: isoDay(now, random.int(0, 60)),
      author: { id: author.id, name: author.realName },
    });
  }
}

/** Properties for all; comments, locks and files for those that are not the documented pair, which has one file each. */
export function addContents(
  example: readonly SourceArtifact[],
  others: readonly SourceArtifact[],
  facts: Facts,
): void {
  for (const artifact of new Set([...example, ...others])) {
    artifact.properties = properties(artifact, facts);
  }
  const diagrams = example.filter((artifact) => !others.includes(artifact));
  for (const [index, artifact] of diagrams.entries()) {
    artifact.attachments.push(file(103544 + index, 'Contract_of_Carriage.pdf'));
  }
  for (const [index, artifact] of others.entries()) {
    addFiles(artifact, index, facts);
    addComments(artifact, index, facts);
    artifact.isLocked = facts.random.chance(0.05);
  }
}
