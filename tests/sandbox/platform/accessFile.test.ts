import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openWorld } from '../doors/node';
import { storedAccessFile } from './accessFile';

/** What Tuleap's own parser made of texts, recorded with the files of the authz cases. */
const folder =
  process.env.AUTHZ_CASES ??
  fileURLToPath(new URL('../../../../shared/authz-cases', import.meta.url));

interface Case {
  id: string;
  tuleap?: { project_text_submitted: string; project_text_stored: string };
}

const cases = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.json') && name !== 'index.json')
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Case)
  .flatMap(({ id, tuleap }) => (tuleap ? [{ id, ...tuleap }] : []));

test('D6: of every recorded text the sandbox stores what Tuleap’s own parser stored', () => {
  if (cases.length === 0) process.stdout.write(`Skipped: there are no authz cases in ${folder}.\n`);
  const { world } = openWorld('shared-reads');
  const project = world.projects.get(122);
  if (!project) throw new Error('the sample world has project 122');
  const group = (id: string, label: string, memberIds: number[]) => ({
    id,
    projectId: 122,
    label,
    shortName: label,
    key: label,
    memberIds,
  });
  // The groups of the cases' default block.
  const groups = [group('901', 'Developers', [103]), group('902', 'QA-team', [104])];
  for (const { id, project_text_submitted: sent, project_text_stored: stored } of cases) {
    expect(storedAccessFile(world, { ...project, groups }, sent), id).toBe(stored);
  }
});
