import { Refusal, refuse, reject, translatedProblem } from '../../http';
import type { ForwardLink } from '../../model';
import { canSeeArtifact } from '../access';
import { linkField } from '../fields';
import { type Entry, isRecord, type WritePlace } from './place';

/** What an entry of a link field asks for; `undefined` members stay as they are. */
export interface LinkChange {
  forward?: ForwardLink[];
  /** Wanted links from others to this artifact: all of them, or only the parent. */
  reverse?: ForwardLink[];
  parent?: number;
}

/** The framework checks `all_links` before any of the route's code runs (recorded links/37, 38). */
export function checkAllLinksShape(entries: readonly Entry[]): void {
  for (const [index, entry] of entries.entries()) {
    if (!Array.isArray(entry.all_links)) continue;
    for (const [place, link] of entry.all_links.entries()) {
      const name = `values[${index}][all_links][${place}]`;
      if (!isRecord(link) || link.id === undefined) reject(`\`${name}[id]\` is required.`);
      const { direction } = link;
      if (direction === undefined) reject(`\`${name}[direction]\` is required.`);
      if (direction !== 'forward' && direction !== 'reverse') {
        reject(
          `Invalid value specified for \`${name}[direction]\`. Expected one of (reverse,forward).`,
        );
      }
    }
  }
}

function badType(): never {
  return refuse(400, 'Artifact links "type" must be a string, use empty string for no type');
}

/** Without a `type` a link is untyped, also where it had one before (artifacts.md §4.1). */
function readLink(link: unknown, isTypeRequired: boolean): ForwardLink {
  // `links: [12]` makes the server fall over (recorded links/28).
  if (!isRecord(link))
    throw new Refusal(
      new Response('', { status: 500, headers: { 'content-type': 'text/html; charset=UTF-8' } }),
    );
  if (typeof link.id !== 'number' && typeof link.id !== 'string') {
    return refuse(400, 'Artifact links must have an id');
  }
  const type = link.type ?? (isTypeRequired ? badType() : '');
  return { id: Number(link.id), type: typeof type === 'string' ? type : badType() };
}

/** A self-link is dropped without a word; an unknown target or type is said in the feedback. */
function checkedForward(place: WritePlace, links: readonly ForwardLink[]): ForwardLink[] {
  const { viewer, tracker, field, feedback, artifact } = place;
  const known = new Set(tracker.linkTypes.map((type) => type.shortname));
  for (const link of links) {
    const target = viewer.world.artifacts.get(link.id);
    if (!target || target.isDeleted) {
      feedback.add(`${field.label}: ${link.id} is not an artifact id.`);
    } else if (link.type !== '' && !known.has(link.type)) {
      feedback.add(`Type is missing for artifact #${link.id}.`);
    }
  }
  const byTarget = new Map(links.map((link) => [link.id, link]));
  if (artifact) byTarget.delete(artifact.id);
  return [...byTarget.values()];
}

/** Links to artifacts that the writer cannot see are kept: he could not have listed them. */
function withHidden(place: WritePlace, links: ForwardLink[]): ForwardLink[] {
  const before = (place.before as ForwardLink[] | undefined) ?? [];
  const hidden = before.filter((link) => {
    const target = place.viewer.world.artifacts.get(link.id);
    return target && !target.isDeleted && !canSeeArtifact(place.viewer, target);
  });
  const named = new Set(links.map((link) => link.id));
  return [...links, ...hidden.filter((link) => !named.has(link.id))];
}

function checkedReverse(place: WritePlace, links: readonly ForwardLink[]): ForwardLink[] {
  for (const link of links) {
    const source = place.viewer.world.artifacts.get(link.id);
    const tracker = source && place.viewer.world.trackers.get(source.trackerId);
    const start = `You tried to create a link to Artifact #${link.id}`;
    if (!source || !tracker || !canSeeArtifact(place.viewer, source)) {
      throw new Refusal(translatedProblem(400, `${start}, but it could not be found.`));
    }
    if (!linkField(tracker)) {
      const text = `${start}, but there is no artifact links field in its tracker.`;
      throw new Refusal(translatedProblem(400, text));
    }
  }
  return links.filter((link) => link.id !== place.artifact?.id);
}

function readAllLinks(place: WritePlace, links: readonly unknown[]): LinkChange {
  const read = links.map((link) => ({
    ...readLink(link, true),
    isReverse: isRecord(link) && link.direction === 'reverse',
  }));
  const side = (isReverse: boolean): ForwardLink[] =>
    read.filter((link) => link.isReverse === isReverse).map(({ id, type }) => ({ id, type }));
  return {
    forward: withHidden(place, checkedForward(place, side(false))),
    reverse: checkedReverse(place, side(true)),
  };
}

/** Reads `links`, `parent` and `all_links` (artifacts.md §4.1, recordings links/). */
export function parseLinks(place: WritePlace, entry: Entry): LinkChange {
  const { links, parent, all_links: allLinks } = entry;
  if (Array.isArray(allLinks)) {
    for (const other of ['links', 'parent'] as const) {
      if (entry[other] === undefined) continue;
      refuse(400, `"all_links" key and "${other}" key cannot be used at the same time`);
    }
    return readAllLinks(place, allLinks);
  }
  if (!Array.isArray(links) && parent === undefined) {
    refuse(400, '"links" and/or "parent" or "all_links" key must be defined');
  }
  const change: LinkChange = {};
  if (Array.isArray(links)) {
    const read = links.map((link) => readLink(link, false));
    change.forward = withHidden(place, checkedForward(place, read));
  }
  if (isRecord(parent) && typeof parent.id === 'number') {
    checkedReverse(place, [{ id: parent.id, type: '_is_child' }]);
    change.parent = parent.id;
  }
  return change;
}
