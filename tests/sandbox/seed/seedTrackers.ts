import { namedFaults } from '../faults';
import type { World } from '../model';
import { recordLinks } from '../tracker/linkIndex';
import { allocate } from './allocation';
import { addSeedFiles, seedFiles } from './attachments/files';
import { exportRequirementHistory } from './exportRequirement';
import { EVERY_TYPE, seedForms } from './formArtifacts';
import { SeedArtifact } from './history';
import { SeedLinks } from './links';
import { namedMajorsOfAnna, namedRequirements } from './namedRequirements';
import {
  bigArtifact,
  bugArtifact,
  faultArtifact,
  taskArtifact,
  testArtifact,
} from './otherArtifacts';
import { placesOf, type SeedPlaces } from './places';
import { randomFor } from './random';
import { RequirementWriter } from './requirements';
import { bugsTracker } from './structure/bugsTracker';
import { requirementsTracker } from './structure/requirementsTracker';
import { bigTracker, faultsTracker, testsTracker } from './structure/smallTrackers';
import { tasksTracker } from './structure/tasksTracker';

const majorsOfAnna = 37;

function isFree(id: number): boolean {
  return namedRequirements[id] === undefined && id !== 431;
}

/** The loop #77 → #80 → #77, the parents and tests of the pictures, and drawn ones for the rest. */
function dealLinks(ids: ReturnType<typeof allocate>): SeedLinks {
  const links = new SeedLinks();
  const random = randomFor(12);
  links.add(77, 'blocks', 80);
  links.add(80, 'blocks', 77);
  links.add(431, '_covered_by', 640);
  links.add(431, 'blocks', 433);
  links.add(12, '_is_child', 433, 40, 902);
  for (const id of ids.requirements) {
    if (!isFree(id)) continue;
    if (random.chance(0.6)) links.add(id, '_covered_by', random.pick(ids.tests));
    if (random.chance(0.12)) links.add(id, 'relates_to', random.pick(ids.requirements));
    if (random.chance(0.05)) links.add(id, '', random.pick(ids.requirements));
  }
  for (const id of ids.tasks)
    links.add(random.pick(ids.requirements.filter(isFree)), '_is_child', id);
  for (const id of ids.bugs) {
    if (random.chance(0.3)) links.add(id, 'fixed_in', random.pick(ids.requirements));
  }
  return links;
}

function addRequirements(
  world: World,
  ids: readonly number[],
  parts: { writer: RequirementWriter; places: SeedPlaces },
): void {
  const chosen = new Set(namedMajorsOfAnna);
  for (const id of ids.filter((id, index) => isFree(id) && index % 7 === 3)) {
    if (chosen.size < majorsOfAnna) chosen.add(id);
  }
  for (const [place, id] of ids.entries()) {
    const facts =
      id === 1050
        ? {
            title: 'Prices of the embargo countries',
            grantedGroups: [parts.places.admins, parts.places.developers],
          }
        : namedRequirements[id];
    const plan = { id, place, isMajorOfAnna: chosen.has(id), ...(facts ? { facts } : {}) };
    world.artifacts.set(
      id,
      id === 431
        ? new SeedArtifact(id, 81, () => exportRequirementHistory(parts.writer, parts.places))
        : parts.writer.artifact(plan),
    );
  }
}

function faultTitle(match: string, answer: (typeof namedFaults)[number]['answer']): string {
  const [method = '', path = ''] = match.split(' ');
  const call = method === '*' ? 'Every call' : method;
  if (typeof answer === 'string') return `${call} of ${path}: ${answer.replaceAll('-', ' ')}`;
  if ('status' in answer) return `${call} of ${path}: answers ${answer.status}`;
  return 'delay' in answer
    ? `${call} of ${path}: answers after ${answer.delay / 1_000} seconds`
    : `${call} of ${path}: is cut off`;
}

function addFaults(world: World, places: SeedPlaces, links: SeedLinks): void {
  const tracker = faultsTracker(places);
  world.trackers.set(tracker.id, tracker);
  for (const { match, answer } of namedFaults) {
    const id = Number(/ artifacts\/(\d+)$/.exec(match)?.[1]);
    if (!Number.isInteger(id)) continue;
    world.artifacts.set(
      id,
      faultArtifact({ tracker, places, links }, id, faultTitle(match, answer)),
    );
  }
}

function addBigTracker(world: World, places: SeedPlaces, links: SeedLinks): void {
  const tracker = bigTracker(places);
  world.trackers.set(tracker.id, tracker);
  for (let place = 1; place <= 20_000; place += 1) {
    const id = 30_000 + place;
    world.artifacts.set(id, bigArtifact({ tracker, places, links }, id, place));
  }
  world.nextId.artifact = Math.max(world.nextId.artifact, 50_001);
  world.nextId.changeset = Math.max(world.nextId.changeset, 130_001);
}

/**
 * Trackers 81–88 of project acme with their artifacts and files (journeys.md, ground data); in worlds named `big…`
 * also tracker 90 with 20,000 artifacts. Needs people and the project in the world already.
 */
export function seedTrackers(world: World): void {
  const places = placesOf(world);
  const ids = allocate();
  const links = dealLinks(ids);
  const requirements = requirementsTracker(places);
  const bugs = bugsTracker(places);
  const tasks = tasksTracker(places);
  const tests = testsTracker(places);
  for (const tracker of [requirements, bugs, tasks, tests]) world.trackers.set(tracker.id, tracker);
  addRequirements(world, ids.requirements, {
    writer: new RequirementWriter(requirements, places, links),
    places,
  });
  for (const [place, id] of ids.bugs.entries()) {
    const scene = { tracker: bugs, places, links };
    world.artifacts.set(id, bugArtifact(scene, id, place, seedFiles[id] ?? []));
  }
  for (const [place, id] of ids.tasks.entries()) {
    world.artifacts.set(id, taskArtifact({ tracker: tasks, places, links }, id, place));
  }
  for (const [place, id] of ids.tests.entries()) {
    world.artifacts.set(id, testArtifact({ tracker: tests, places, links }, id, place));
  }
  addFaults(world, places, links);
  seedForms(world, places);
  links.add(EVERY_TYPE, 'relates_to', 12);
  addSeedFiles(world, places.anna);
  if (world.name.startsWith('big')) addBigTracker(world, places, links);
  recordLinks(world, links.entries());
}
