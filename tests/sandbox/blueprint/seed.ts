import { type Random, randomFor } from '../seed/random';
import { addContents } from './contents';
import type { SourceArtifact, SourceProject, SourceTrace } from './model';
import { actors, areas, documents, requirements, screens, useCases } from './texts';

/** The project of the documented example; its two diagrams have the example's ids, names, traces and files. */
export const EXAMPLE_PROJECT = 4405707;
const SOURCE = 4405717;
const COPY = 4405788;
const COUNT = 152;
const LEGACY = 4409100;

interface Type {
  id: number;
  name: string;
  base: string;
}

const types = {
  folder: { id: 317870, name: 'Folder', base: 'PrimitiveFolder' },
  diagram: { id: 317881, name: 'Business Process Diagram', base: 'BusinessProcess' },
  requirement: { id: 317882, name: 'Textual Requirement', base: 'TextualRequirement' },
  useCase: { id: 317883, name: 'Use Case', base: 'UseCase' },
  actor: { id: 317884, name: 'Actor', base: 'Actor' },
  screen: { id: 317885, name: 'UI Mockup', base: 'UIMockup' },
  document: { id: 317886, name: 'Document', base: 'Document' },
} satisfies Record<string, Type>;

function artifact(
  facts: Pick<SourceArtifact, 'id' | 'name' | 'projectId' | 'parentId'>,
  type: Type,
  version = 1,
): SourceArtifact {
  return {
    ...facts,
    version,
    typeId: type.id,
    typeName: type.name,
    baseType: type.base,
    isReuseCopy: false,
    traces: [],
    attachments: [],
    properties: [],
    comments: [],
    isLocked: false,
    hiddenFrom: null,
  };
}

/** Two ends of one trace, mirrored as in the documented example. */
function link(
  from: SourceArtifact,
  to: SourceArtifact,
  facts: Pick<SourceTrace, 'type' | 'isSuspect'> & { isTwoWay?: boolean },
): void {
  const { type, isSuspect, isTwoWay = false } = facts;
  const end = (other: SourceArtifact) => ({
    type,
    isSuspect,
    projectId: other.projectId,
    artifactId: other.id,
  });
  from.traces.push({ ...end(to), direction: isTwoWay ? 'TwoWay' : 'To' });
  to.traces.push({ ...end(from), direction: isTwoWay ? 'TwoWay' : 'From' });
}

function nameOf(at: number, area: string): { name: string; type: Type } {
  const pick = (texts: readonly string[]) =>
    texts[Math.floor(at / 7) % texts.length] ?? texts[0] ?? '';
  const kinds = [types.requirement, types.useCase, types.requirement, types.screen];
  if (at % 23 === 0) return { type: types.actor, name: pick(actors) };
  if (at % 19 === 0) return { type: types.document, name: `${pick(documents)}, ${area}` };
  const type = kinds[at % kinds.length] ?? types.requirement;
  if (type === types.useCase) return { type, name: `${pick(useCases)} (${area})` };
  if (type === types.screen) return { type, name: `${pick(screens)} of ${area.toLowerCase()}` };
  const text = requirements[at % requirements.length] ?? '';
  return { type, name: `${area}: ${text.charAt(0).toLowerCase()}${text.slice(1)}` };
}

/** The folders first, then what is in them; the two diagrams of the example stand at the top. */
function exampleArtifacts(random: Random): SourceArtifact[] {
  const projectId = EXAMPLE_PROJECT;
  const all = Array.from({ length: COUNT }, (_, index): SourceArtifact => {
    const id = projectId + 1 + index;
    if (id === SOURCE || id === COPY) {
      const facts = { id, name: 'Traveler Booking', projectId, parentId: projectId };
      return artifact(facts, types.diagram, id === SOURCE ? 5 : 1);
    }
    const folder = areas[index];
    if (folder !== undefined) {
      return artifact({ id, name: folder, projectId, parentId: projectId }, types.folder);
    }
    const place = index % areas.length;
    const { name, type } = nameOf(index, areas[place] ?? '');
    const facts = { id, name, projectId, parentId: projectId + 1 + place };
    return artifact(facts, type, random.int(1, 9));
  });
  return all;
}

function isExample({ id }: SourceArtifact): boolean {
  return id === SOURCE || id === COPY;
}

function linkReuse(all: readonly SourceArtifact[]): void {
  const source = all.find(({ id }) => id === SOURCE);
  const copy = all.find(({ id }) => id === COPY);
  if (!source || !copy) throw new Error('The example has two diagrams.');
  link(source, copy, { type: 'Reuse', isSuspect: false });
  copy.isReuseCopy = true;
}

/** Requirements point to use cases and screens; some of it is suspect, some goes to the other project. */
function linkManually(
  all: readonly SourceArtifact[],
  legacy: readonly SourceArtifact[],
  random: Random,
): void {
  const targets = all.filter(({ baseType }) => baseType === 'UseCase' || baseType === 'UIMockup');
  for (const each of all.filter(({ baseType }) => baseType === 'TextualRequirement')) {
    const facts = { type: 'Manual' as const, isSuspect: random.chance(0.2) };
    link(each, random.pick(targets), { ...facts, isTwoWay: random.chance(0.15) });
    if (random.chance(0.12)) link(each, random.pick(legacy), { ...facts, isSuspect: true });
    if (random.chance(0.1)) link(random.pick(targets), each, { type: 'Other', isSuspect: false });
  }
}

/** The traces to the parent and to the children, which every artifact has; a top-level one's parent is its project. */
function addFamily(all: readonly SourceArtifact[]): void {
  const byId = new Map(all.map((each) => [each.id, each]));
  for (const { id, projectId, parentId, traces } of all) {
    const own = { projectId, isSuspect: false };
    traces.push({ ...own, type: 'Parent', direction: 'From', artifactId: parentId });
    byId.get(parentId)?.traces.push({ ...own, type: 'Child', direction: 'To', artifactId: id });
  }
}

function legacyArtifacts(): SourceArtifact[] {
  return Array.from({ length: 40 }, (_, index) =>
    artifact(
      {
        id: LEGACY + 1 + index,
        name: `Ramp rule ${index + 1}: ${requirements[(index * 5) % requirements.length]}`,
        projectId: LEGACY,
        parentId: LEGACY,
      },
      types.requirement,
    ),
  );
}

function project(id: number, name: string, rest: Partial<SourceProject>): SourceProject {
  const base = { description: '', location: `/Blueprint/${name}`, isTotalKnown: true };
  return { id, name, ...base, artifacts: [], ...rest };
}

/** The projects of a world; the same in every world, but for `now`. */
export function seedBlueprint(now: number): SourceProject[] {
  const random = randomFor(4405);
  const example = exampleArtifacts(random);
  const legacy = legacyArtifacts();
  linkReuse(example);
  linkManually(example, legacy, random);
  addFamily(example);
  addFamily(legacy);
  const others = [...example.filter((each) => !isExample(each)), ...legacy];
  addContents(example, others, { random, now });
  for (const each of others) if (each.id % 17 === 0) each.hiddenFrom = 'rolf';
  return [
    project(EXAMPLE_PROJECT, 'BP Airways 3.0', {
      description: 'Booking, check-in and baggage of the next generation.',
      location: '/Blueprint/Airlines/BP Airways 3.0',
      artifacts: example,
    }),
    project(LEGACY, 'Ground handling', {
      description: 'Its total is not known: pages are read until one is past the end.',
      location: '/Blueprint/Airlines/Ground handling',
      isTotalKnown: false,
      artifacts: legacy,
    }),
    project(4409500, 'Maintenance window', {
      description: 'Answers 500, as a server that is being repaired.',
      isBroken: true,
    }),
    project(4409600, 'Empty project', { description: 'Nothing has been written yet.' }),
  ];
}
