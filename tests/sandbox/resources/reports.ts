import { choiceParam, json, pageHeaders, readPage, refuse } from '../http';
import type { Call, SandboxArtifact, SandboxTracker } from '../model';
import { criteriaFilter } from '../query/criteria';
import { canSeeArtifact, type Viewer, viewerOf } from '../tracker/access';
import { artifactsOf, lastChangeset } from '../tracker/artifacts';
import { findTracker, idOf } from '../tracker/find';
import { artifactRepresentation } from '../tracker/shapes/artifactRepresentation';
import { flatArtifact, flatStyles } from '../tracker/shapes/flatArtifact';
import { valuesOf } from '../tracker/shapes/valueRepresentation';

interface Report {
  id: number;
  tracker: SandboxTracker;
  label: string;
  isDefault: boolean;
  /** A JSON query, stored; reports do not show theirs. */
  query: string;
  /** Names of the columns of the table renderer. */
  columns: readonly string[];
}

const usualColumns = [
  'artifact_id',
  'title',
  'summary',
  'status',
  'severity',
  'assigned_to',
  'due_date',
];

/** Two public reports for each tracker: everything, and what is open. Their ids come from the tracker's. */
function reportsOf(tracker: SandboxTracker): Report[] {
  const { status } = tracker.semantics;
  const open = status
    ? JSON.stringify({ [status.fieldId]: { operator: 'contains', value: status.openValueIds } })
    : '{}';
  const common = { tracker, columns: usualColumns };
  return [
    { ...common, id: tracker.id * 10 + 1, label: 'Default', isDefault: true, query: '{}' },
    { ...common, id: tracker.id * 10 + 2, label: 'Open', isDefault: false, query: open },
  ];
}

function representation(report: Report) {
  return {
    id: report.id,
    uri: `tracker_reports/${report.id}`,
    label: report.label,
    is_public: true,
    is_default: report.isDefault,
    resources: [{ type: 'artifacts', uri: `tracker_reports/${report.id}/artifacts` }],
  };
}

function trackerReports(call: Call): Response {
  const page = readPage(call, { default: 10, max: 1_000, min: 1 });
  const reports = reportsOf(findTracker(viewerOf(call), idOf(call.parts[1])));
  const shown = reports.slice(page.offset, page.offset + page.limit).map(representation);
  return json(shown, { headers: pageHeaders(page, reports.length) });
}

/** 404 unknown, 403 when its tracker is closed to the caller (recorded reports/09, 21). */
function findReport(call: Call): Report {
  const id = idOf(call.parts[1]);
  const trackerId = Math.floor(id / 10);
  if (!call.world.trackers.has(trackerId)) return refuse(404);
  const reports = reportsOf(findTracker(viewerOf(call), trackerId));
  return reports.find((report) => report.id === id) ?? refuse(404);
}

function nested(
  viewer: Viewer,
  report: Report,
  [artifact, values]: readonly [SandboxArtifact, string],
) {
  const shape = { values: values === 'all' ? ('collection' as const) : ('none' as const) };
  const shown = artifactRepresentation(viewer, artifact, shape);
  if (values !== 'from_table_renderer') return shown;
  const fields = report.columns.flatMap((name) =>
    report.tracker.fields.filter((field) => field.name === name),
  );
  const tracker = { ...report.tracker, fields };
  const changeset = lastChangeset(artifact);
  return { ...shown, values: valuesOf({ viewer, tracker, artifact, changeset }) };
}

function reportArtifacts(call: Call): Response {
  const page = readPage(call, { default: 10, max: 50, min: 1 });
  const format = choiceParam(call, 'output_format', ['nested', ...flatStyles]);
  const values = call.query.get('values') ?? '';
  const viewer = viewerOf(call);
  const report = findReport(call);
  const found = artifactsOf(call.world, report.tracker.id).filter(
    criteriaFilter(viewer, report.tracker, report.query),
  );
  if (format !== 'nested' && values === '') {
    refuse(400, 'No values in the artifact representation, check the query parameters');
  }
  const shown = found
    .slice(page.offset, page.offset + page.limit)
    .filter((artifact) => canSeeArtifact(viewer, artifact))
    .map((artifact) => {
      if (format === 'nested') return nested(viewer, report, [artifact, values]);
      const columns = values === 'from_table_renderer' ? report.columns : null;
      return flatArtifact(viewer, artifact, { style: format, columns });
    });
  return json(shown, { headers: pageHeaders(page, found.length) });
}

/** `trackers/ID/tracker_reports` and `tracker_reports/…` (queries.md §3). */
export function reports(call: Call): Response | undefined {
  if (call.method !== 'GET') return undefined;
  const [root, , sub] = call.parts;
  if (root === 'trackers' && sub === 'tracker_reports') return trackerReports(call);
  if (root !== 'tracker_reports') return undefined;
  if (sub === undefined) return json(representation(findReport(call)));
  return sub === 'artifacts' ? reportArtifacts(call) : undefined;
}
