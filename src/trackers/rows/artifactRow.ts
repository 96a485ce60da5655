import type { Artifact, ValueEntry } from '~/api/artifacts/read';
import type { Field, Tracker } from '~/api/trackers';
import { componentsOf } from '~/fields/components';
import { type FieldReading, readField } from '~/fields/readField';
import { hasValue } from '~/fields/registry';

/** What a cell shows: the text of kinds that show nothing but their text, else the reading; undefined when empty. */
export type CellValue = string | FieldReading | undefined;

/**
 * One artifact as the table holds it. 100,000 of them fit into memory because the answer itself is dropped: texts are
 * cut to what a cell can show, and equal values (a status, a person) are one object for all rows.
 */
export interface ArtifactRow {
  id: number;
  title: string | null;
  /** ISO instant. */
  changed: string;
  /** By field id. */
  cells: ReadonlyMap<number, CellValue>;
}

/** More than the widest cell and its tooltip can show. */
const MOST_TEXT = 300;
/** Longer entries are rarely equal, and comparing them costs more than it saves. */
const MOST_SHARED = 600;
/** Shared values per tracker: beyond it a tracker has too many different ones for sharing to help. */
const MOST_VALUES = 20_000;

/** The fields that can be columns: readable, with a value of their own. */
export function columnFields(tracker: Tracker): Field[] {
  return tracker.fields.filter(
    ({ type, permissions }) => hasValue(type) && permissions.includes('read'),
  );
}

/** What a table sorts a cell by; null when it is empty. */
export function cellSortKey(cell: CellValue): string | number | null {
  if (cell === undefined || typeof cell === 'string') return cell || null;
  const { contract, value, field } = cell;
  const key = contract.toSortKey ? contract.toSortKey(value, field) : contract.toText(value, field);
  return key === '' ? null : key;
}

function readCell(entry: ValueEntry, field: Field): CellValue {
  const { contract, value, issues } = readField(entry, field);
  if (componentsOf(contract.id).Cell) return { field, contract, value, issues, entry: undefined };
  return contract.toText(value, field).slice(0, MOST_TEXT) || undefined;
}

/** A function that takes out of an artifact what its row shows; it shares equal values over all rows that it makes. */
function createProjection(tracker: Tracker): (artifact: Artifact) => ArtifactRow {
  const fields = new Map(columnFields(tracker).map((field) => [field.field_id, field]));
  const shared = new Map<string, CellValue>();
  function cellOf(entry: ValueEntry, field: Field): CellValue {
    const text = JSON.stringify(entry);
    const known = shared.get(text);
    if (known !== undefined) return known;
    const cell = readCell(entry, field);
    if (typeof cell === 'object' && text.length < MOST_SHARED && shared.size < MOST_VALUES) {
      shared.set(text, cell);
    }
    return cell;
  }
  return (artifact) => {
    const cells = new Map<number, CellValue>();
    for (const entry of artifact.values ?? []) {
      const field = fields.get(entry.field_id);
      const cell = field && cellOf(entry, field);
      if (cell !== undefined) cells.set(entry.field_id, cell);
    }
    return { id: artifact.id, title: artifact.title, changed: artifact.last_modified_date, cells };
  };
}

const projections = new WeakMap<Tracker, (artifact: Artifact) => ArtifactRow>();

/** The row of an artifact, by the structure of its tracker. */
export function artifactRow(tracker: Tracker, artifact: Artifact): ArtifactRow {
  const known = projections.get(tracker);
  const projection = known ?? createProjection(tracker);
  if (!known) projections.set(tracker, projection);
  return projection(artifact);
}
