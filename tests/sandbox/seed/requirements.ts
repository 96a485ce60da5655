import type { SandboxTracker } from '../model';
import {
  firstChangesetId,
  historyOf,
  markdown,
  SeedArtifact,
  type Step,
  submittedAt,
} from './history';
import type { SeedLinks } from './links';
import type { SeedPlaces } from './places';
import { type Random, randomFor } from './random';
import {
  auditNote,
  requirementRemark,
  requirementText,
  requirementTitle,
} from './requirementTexts';
import { fieldNamed, valueId } from './structure/fieldKit';

const day = 86_400;

/** What a person sees of one requirement; titles of named ones are given, the rest is drawn. */
export interface RequirementFacts {
  title?: string;
  description?: string;
  status?: string;
  severity?: string;
  priority?: string;
  assignee?: 'anna' | 'ben' | 'carl' | 'dora' | null;
  regions?: readonly string[];
  version?: string | null;
  /** Days from today. */
  dueIn?: number | null;
  effort?: number | null;
  bpId?: string;
  labels?: readonly string[];
  /** Seconds since the last change. */
  age?: number;
  grantedGroups?: readonly string[];
}

export interface RequirementPlan {
  id: number;
  /** Place among all requirements: gives the title. */
  place: number;
  /** One of the 37 that anna has to do next (journeys.md, J2). */
  isMajorOfAnna: boolean;
  facts?: RequirementFacts;
}

type DrawnFacts = Required<Omit<RequirementFacts, 'grantedGroups'>>;

function drawStatus(random: Random): string {
  const draw = random.next();
  if (draw < 0.18) return 'New';
  if (draw < 0.52) return 'Open';
  if (draw < 0.64) return 'In review';
  return draw < 0.94 ? 'Done' : 'Rejected';
}

function drawSeverity(random: Random): string {
  const draw = random.next();
  if (draw < 0.03) return 'Blocker (until 2024)';
  if (draw < 0.15) return 'Critical';
  return draw < 0.5 ? 'Major' : 'Minor';
}

function drawRegions(random: Random): readonly string[] {
  const draw = random.next();
  if (draw < 0.3) return [];
  if (draw < 0.34) return ['EMEA (old)'];
  if (draw < 0.75) return [random.pick(['EU', 'US', 'APAC', 'LATAM', 'Africa'])];
  return draw < 0.9 ? ['EU', 'US'] : ['EU', 'US', 'APAC'];
}

function drawDue(random: Random, status: string): number | null {
  if (status === 'Done' || status === 'Rejected')
    return random.chance(0.6) ? -random.int(3, 300) : null;
  return random.chance(0.85) ? random.int(-4, 90) : null;
}

const versions = ['4.1', '4.2', '4.2', '4.2', '4.3', '4.3', '5.0', null] as const;

/** The facts of an ordinary requirement. Exactly the 37 chosen ones are open, at least major, and anna's. */
function drawFacts(plan: RequirementPlan, random: Random, now: number): DrawnFacts {
  const status = plan.isMajorOfAnna ? 'Open' : drawStatus(random);
  const drawn = plan.isMajorOfAnna
    ? random.pick(['Major', 'Major', 'Critical'])
    : drawSeverity(random);
  const assignee = plan.isMajorOfAnna
    ? ('anna' as const)
    : random.pick(['anna', 'ben', 'ben', 'carl', 'carl', 'dora', null] as const);
  const isTooMany = !plan.isMajorOfAnna && assignee === 'anna' && status === 'Open';
  return {
    title: requirementTitle(plan.place),
    description: requirementText(random),
    status,
    severity: isTooMany ? 'Minor' : drawn,
    priority: random.pick(['Low', 'Medium', 'Medium', 'High', 'High', 'Critical']),
    assignee,
    regions: drawRegions(random),
    version: status === 'Done' ? random.pick(['3.9', '4.1', '4.1']) : random.pick(versions),
    dueIn: drawDue(random, status),
    effort: random.chance(0.85) ? random.pick([1, 2, 3, 5, 8, 13]) : null,
    bpId: random.chance(0.7) ? `BP-${1000 + plan.id * 3}` : '',
    labels: random.chance(0.25) ? [random.pick(['legal', 'audit', 'old', 'quick win'])] : [],
    age: Math.floor((now - submittedAt(now, plan.id) - day) * random.next() ** 2) + 3_600,
  };
}

/** Days from now as a day of the calendar. */
export function dayFrom(now: number, days: number): string {
  return new Date((now + days * day) * 1000).toISOString().slice(0, 10);
}

/** Writes requirements: one instance for each world. */
export class RequirementWriter {
  readonly #tracker: SandboxTracker;
  readonly #places: SeedPlaces;
  readonly #links: SeedLinks;

  constructor(tracker: SandboxTracker, places: SeedPlaces, links: SeedLinks) {
    this.#tracker = tracker;
    this.#places = places;
    this.#links = links;
  }

  field(name: string): number {
    return fieldNamed(this.#tracker.fields, name).id;
  }

  /** The ids of static values by label. */
  values(field: string, labels: readonly (string | null)[]): number[] {
    return labels.flatMap((label) =>
      label === null ? [] : [valueId(this.#tracker.fields, field, label)],
    );
  }

  #lastValues(id: number, facts: DrawnFacts & RequirementFacts): [number, unknown][] {
    const person = facts.assignee === null ? [] : [this.#places[facts.assignee]];
    const due = facts.dueIn === null ? null : dayFrom(this.#places.now, facts.dueIn);
    return [
      [this.field('title'), facts.title],
      [this.field('description'), markdown(facts.description)],
      [this.field('links'), this.#links.of(id)],
      [this.field('status'), this.values('status', [facts.status])],
      [this.field('severity'), this.values('severity', [facts.severity])],
      [this.field('priority'), this.values('priority', [facts.priority])],
      [this.field('assigned_to'), person],
      [this.field('regions'), this.values('regions', facts.regions)],
      [this.field('target_version'), this.values('target_version', [facts.version])],
      [this.field('due_date'), due],
      [this.field('effort'), facts.effort],
      [this.field('bp_id'), facts.bpId],
      [this.field('labels'), this.values('labels', facts.labels)],
      ...this.#restriction(facts),
    ];
  }

  /** Never set where nobody restricted anything: the server then leaves the value out. */
  #restriction(facts: RequirementFacts): [number, unknown][] {
    return facts.grantedGroups ? [[this.field('permissions'), facts.grantedGroups]] : [];
  }

  /** Creation as New and unplanned, then one to four changes on the way to the facts of today. */
  #steps(plan: RequirementPlan): Step[] {
    const random = randomFor(plan.id);
    const facts = { ...drawFacts(plan, random, this.#places.now), ...plan.facts };
    const people = [this.#places.anna, this.#places.ben, this.#places.carl, this.#places.dora];
    const last = this.#lastValues(plan.id, facts);
    const end = this.#places.now - facts.age;
    const unplanned: [number, unknown][] = [
      [this.field('status'), this.values('status', ['New'])],
      [this.field('assigned_to'), []],
      [this.field('target_version'), []],
      [this.field('effort'), null],
      [this.field('links'), []],
    ];
    const start = Math.min(submittedAt(this.#places.now, plan.id), end - day);
    const steps: Step[] = [{ by: random.pick(people), at: start, values: [...last, ...unplanned] }];
    const remarks = random.int(0, 3);
    for (let remark = 1; remark <= remarks; remark += 1) {
      steps.push({
        by: random.pick(people),
        at: start + Math.floor(((end - start) * remark) / (remarks + 1)),
        values:
          remark === 1 && facts.status !== 'New'
            ? [[this.field('status'), this.values('status', ['Open'])]]
            : [],
        comment: markdown(requirementRemark(random)),
      });
    }
    if (random.chance(0.2)) {
      last.push([this.field('audit_note'), markdown(auditNote(random))]);
    }
    steps.push({ by: random.pick(people), at: end, values: last });
    return steps;
  }

  artifact(plan: RequirementPlan): SeedArtifact {
    return new SeedArtifact(plan.id, this.#tracker.id, () =>
      historyOf(this.#steps(plan), firstChangesetId(plan.id)),
    );
  }
}
