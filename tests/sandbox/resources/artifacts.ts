import { choiceParam, json, pageHeaders, readPage, refuse, reject, textParam } from '../http';
import type { Call } from '../model';
import { canSeeArtifact, viewerOf } from '../tracker/access';
import { versionHeaders } from '../tracker/concurrency';
import { findArtifact, idOf } from '../tracker/find';
import { linkedIds, naturesOf } from '../tracker/linked';
import {
  type ArtifactShape,
  artifactRepresentation,
} from '../tracker/shapes/artifactRepresentation';
import { flatArtifact, flatStyles } from '../tracker/shapes/flatArtifact';

const valuesFormats = ['', 'collection', 'by_field', 'all'] as const;
const structureFormats = ['', 'minimal', 'complete'] as const;

/** A parameter whose list of allowed values begins with the empty one (recorded artifacts/05, 08). */
function formatParam<T extends string>(call: Call, name: string, choices: readonly T[]): T | '' {
  const text = textParam(call, name) ?? '';
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  return reject(`Invalid value specified for \`${name}\`. Expected one of (${choices.join(',')}).`);
}

function oneArtifact(call: Call): Response {
  const values = formatParam(call, 'values_format', valuesFormats);
  const structure = formatParam(call, 'tracker_structure_format', structureFormats);
  const viewer = viewerOf(call);
  const artifact = findArtifact(viewer, idOf(call.parts[1]));
  const isNamed = values === 'by_field' || values === 'all';
  const shape: ArtifactShape = {
    values: isNamed ? values : 'collection',
    isTrackerComplete: structure === 'complete',
  };
  return json(artifactRepresentation(viewer, artifact, shape), {
    headers: versionHeaders(call.world, artifact),
  });
}

/** The ids of `query={"id":[…]}`, with the recorded refusals (artifacts/15, 17–19). */
function wantedIds(call: Call): number[] {
  const text = textParam(call, 'query');
  if (text === undefined) return reject('`query` is required.');
  let query: unknown;
  try {
    query = JSON.parse(text);
  } catch {
    return refuse(400, 'Missing id entry in the query parameter');
  }
  const ids = (query as { id?: unknown } | null)?.id;
  if (!Array.isArray(ids) || ids.length === 0) {
    return refuse(400, 'Missing id entry in the query parameter');
  }
  if (ids.some((id) => !Number.isInteger(id))) return refuse(400, 'id must be an array of int');
  if (ids.length > 100) return refuse(403, 'No more than 100 artifacts can be requested at once.');
  const doubled = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (doubled.length > 0) {
    return refuse(400, `One value or more are duplicated in id: ${doubled.join(', ')}`);
  }
  return ids;
}

/** Unknown and unreadable ids are dropped in silence; the size counts what was asked. */
function manyArtifacts(call: Call): Response {
  const page = readPage(call, { default: 100, max: 100 });
  const ids = wantedIds(call);
  const viewer = viewerOf(call);
  const collection = [...ids]
    .sort((a, b) => a - b)
    .slice(page.offset, page.offset + page.limit)
    .flatMap((id) => {
      const artifact = call.world.artifacts.get(id);
      if (!artifact || !canSeeArtifact(viewer, artifact)) return [];
      return [artifactRepresentation(viewer, artifact, { values: 'all' })];
    });
  return json({ collection }, { headers: pageHeaders(page, ids.length) });
}

function links(call: Call): Response {
  const viewer = viewerOf(call);
  const artifact = findArtifact(viewer, idOf(call.parts[1]));
  return json({ natures: naturesOf(viewer, artifact) });
}

function linkedArtifacts(call: Call): Response {
  const page = readPage(call, { default: 10, max: 50, min: 1 });
  if (textParam(call, 'direction') === undefined) reject('`direction` is required.');
  const direction = choiceParam(call, 'direction', ['forward', 'reverse']);
  const format = choiceParam(call, 'output_format', ['nested', ...flatStyles]);
  const viewer = viewerOf(call);
  const artifact = findArtifact(viewer, idOf(call.parts[1]));
  const nature = call.query.get('nature') ?? '';
  const ids = linkedIds(viewer, artifact, { direction, nature });
  const shown = ids.slice(page.offset, page.offset + page.limit).flatMap((id) => {
    const other = call.world.artifacts.get(id);
    return other && canSeeArtifact(viewer, other) ? [other] : [];
  });
  const headers = pageHeaders(page, ids.length);
  if (format !== 'nested') {
    const shape = { style: format, columns: null };
    return json(
      shown.map((other) => flatArtifact(viewer, other, shape)),
      { headers },
    );
  }
  const collection = shown.map((other) => artifactRepresentation(viewer, other, { values: 'all' }));
  return json({ collection }, { headers });
}

/** Reads of artifacts and of their links (artifacts.md §2). */
export function artifacts(call: Call): Response | undefined {
  const [root, id, sub] = call.parts;
  if (root !== 'artifacts' || call.method !== 'GET') return undefined;
  if (id === undefined) return manyArtifacts(call);
  if (sub === undefined) return oneArtifact(call);
  if (sub === 'links') return links(call);
  return sub === 'linked_artifacts' ? linkedArtifacts(call) : undefined;
}
