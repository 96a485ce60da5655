import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../http';
import type { SandboxArtifact } from '../model';
import type { Viewer } from '../tracker/access';
import { artifactsOf } from '../tracker/artifacts';
import { criteriaFilter } from './criteria';
import { QueryProblem } from './problem';
import { type RecordedCases, recordedWorld } from './recordedWorld';
import { tqlFilter } from './tql/search';

const folder = process.env.TQL_CASES ?? resolve('../shared/tql-cases');
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.json'))
  : [];

/** What one query gave: ids of the hits, or status and text of the refusal. */
type Outcome = { ids: number[] } | { status: number; message: string };

function outcomeOf(
  ask: () => (artifact: SandboxArtifact) => boolean,
  all: SandboxArtifact[],
): Outcome {
  try {
    return { ids: all.filter(ask()).map((artifact) => artifact.id) };
  } catch (error) {
    if (error instanceof QueryProblem) {
      return { status: 400, message: `Bad Request: ${error.message}` };
    }
    if (error instanceof Refusal) return { status: error.response.status, message: '' };
    throw error;
  }
}

interface Recorded {
  status: number;
  error?: Readonly<Record<string, unknown>>;
  ids?: readonly number[];
}

function expectedOf(recorded: Recorded): Outcome {
  if (recorded.status === 200) return { ids: [...(recorded.ids ?? [])].sort((a, b) => a - b) };
  return { status: recorded.status, message: String(recorded.error?.message ?? '') };
}

/** How far the sandbox agrees: status alone, and the whole answer. */
interface Count {
  asked: number;
  sameStatus: number;
  same: number;
  differences: string[];
}

function count(pairs: readonly { name: string; got: Outcome; expected: Outcome }[]): Count {
  const status = (outcome: Outcome): number => ('ids' in outcome ? 200 : outcome.status);
  const result: Count = { asked: 0, sameStatus: 0, same: 0, differences: [] };
  for (const { name, got, expected } of pairs) {
    result.asked += 1;
    if (status(got) === status(expected)) result.sameStatus += 1;
    if (JSON.stringify(got) === JSON.stringify(expected)) result.same += 1;
    else
      result.differences.push(
        `${name}\n  got ${JSON.stringify(got)}\n  not ${JSON.stringify(expected)}`,
      );
  }
  return result;
}

function load(file: string) {
  const recorded = JSON.parse(readFileSync(join(folder, file), 'utf8')) as RecordedCases;
  const { world, tracker } = recordedWorld(recorded);
  const user = world.users.find((one) => one.id === 102) ?? null;
  const viewer: Viewer = { world, user, origin: 'https://tuleap.example.com' };
  return { recorded, viewer, tracker, all: artifactsOf(world, tracker.id) };
}

/** One line of the report. */
function describeCount(file: string, what: string, { asked, sameStatus, same }: Count): void {
  process.stdout.write(
    `${file} ${what}: ${asked} asked, ${sameStatus} same status, ${same} same answer (${((same * 100) / asked).toFixed(1)} %)\n`,
  );
}

if (files.length === 0) {
  const why = `there are no recorded queries in ${folder}; set TQL_CASES`;
  test(`Truth: skipped, because ${why}`, () => {
    process.stdout.write(`Truth: skipped, because ${why}.\n`);
    expect(files).toEqual([]);
  });
}

describe.each(files)('recorded queries of %s', (file) => {
  test('Truth: TQL answers as the recorded server', () => {
    const { recorded, viewer, tracker, all } = load(file);
    const result = count(
      recorded.cases.map((one) => ({
        name: one.tql,
        got: outcomeOf(() => tqlFilter(viewer, tracker, one.tql), all),
        expected: expectedOf(one),
      })),
    );
    describeCount(file, 'TQL', result);
    expect(result.differences).toEqual([]);
  });

  test('Truth: JSON criteria answer as the recorded server', () => {
    const { recorded, viewer, tracker, all } = load(file);
    const result = count(
      recorded.criteria.map((one) => ({
        name: JSON.stringify(one.query),
        got: outcomeOf(() => criteriaFilter(viewer, tracker, JSON.stringify(one.query)), all),
        expected: expectedOf(one),
      })),
    );
    describeCount(file, 'criteria', result);
    expect(result.differences).toEqual([]);
  });
});
