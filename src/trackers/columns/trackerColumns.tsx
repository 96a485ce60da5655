import type { Field, StructureNode, Tracker } from '~/api/trackers';
import { FieldCell } from '~/fields/FieldCell';
import type { GridColumn } from '~/ui/grid/gridColumn';
import { RelativeTime } from '~/ui/show/RelativeTime';
import { type ArtifactRow, type CellValue, cellSortKey, columnFields } from '../rows/artifactRow';
import { columnKind } from './columnKinds';

/** Columns that every tracker has, whatever its fields; `@` keeps them apart from field names. */
export const ID = '@id';
export const CHANGED = '@changed';

/** One column that can be chosen. */
export interface ColumnChoice {
  /** Field name, `@id` or `@changed`: what the address holds. */
  id: string;
  label: string;
}

/** Usual columns next to id and date of change: more than this no window shows without scrolling. */
const USUAL = 8;

function layoutOrder(structure: readonly StructureNode[]): number[] {
  return structure.flatMap(({ id, content }) => [id, ...layoutOrder(content ?? [])]);
}

/** The fields that can be columns, as the tracker lays them out; the title first, then the status. */
export function fieldsInOrder(tracker: Tracker): Field[] {
  const rank = new Map(layoutOrder(tracker.structure).map((id, index) => [id, index]));
  const { title, status } = tracker.semantics;
  if (status) rank.set(status.field_id, -1);
  if (title) rank.set(title.field_id, -2);
  const place = ({ field_id }: Field) => rank.get(field_id) ?? Number.MAX_SAFE_INTEGER;
  return columnFields(tracker).sort((a, b) => place(a) - place(b));
}

/** All columns of a tracker, in the order in which they are offered. */
export function columnChoices(tracker: Tracker): ColumnChoice[] {
  return [
    { id: ID, label: 'Artifact id' },
    ...fieldsInOrder(tracker).map(({ name, label }) => ({ id: name, label })),
    { id: CHANGED, label: 'Changed' },
  ];
}

/** The columns shown when nobody chose: id, title, status, then what is short; three of them on a narrow screen. */
export function usualColumns(tracker: Tracker, isNarrow: boolean): string[] {
  const { title, status } = tracker.semantics;
  const named = [title?.field_id, status?.field_id];
  const fields = fieldsInOrder(tracker);
  const usual = fields.filter(
    (field) => named.includes(field.field_id) || columnKind(field).isUsual,
  );
  // A narrow screen shows title and status, or the first two fields where the tracker names neither.
  if (isNarrow) return [ID, ...usual.slice(0, 2).map(({ name }) => name)];
  return [ID, ...usual.slice(0, USUAL).map(({ name }) => name), CHANGED];
}

/** `cols` of the address; empty when it names none that this tracker has. The id, which is the link, is always first. */
export function readColumns(text: string, tracker: Tracker): string[] {
  const known = new Set(columnChoices(tracker).map(({ id }) => id));
  const named = [...new Set(text.split(','))].filter((id) => known.has(id) && id !== ID);
  return named.length === 0 ? [] : [ID, ...named];
}

function Cell({ cell }: { cell: CellValue }) {
  if (cell === undefined) return null;
  return typeof cell === 'string' ? (
    <span className="clip">{cell}</span>
  ) : (
    <FieldCell reading={cell} />
  );
}

function fieldColumn(field: Field, isTitle: boolean, isNarrow: boolean): GridColumn<ArtifactRow> {
  const { width, grow, align } = columnKind(field);
  const size = isTitle
    ? { width: isNarrow ? 180 : 260, grow: 4 }
    : { width, ...(grow ? { grow } : {}) };
  return {
    id: field.name,
    header: field.label,
    ...size,
    ...(align ? { align } : {}),
    cell: (row) => <Cell cell={row.cells.get(field.field_id)} />,
    sortKey: (row) => cellSortKey(row.cells.get(field.field_id)),
  };
}

const idColumn: GridColumn<ArtifactRow> = {
  id: ID,
  header: '#',
  width: 76,
  cell: ({ id }) => `#${id}`,
  sortKey: ({ id }) => id,
};

const changedColumn: GridColumn<ArtifactRow> = {
  id: CHANGED,
  header: 'Changed',
  width: 104,
  align: 'end',
  cell: ({ changed }) => <RelativeTime value={changed} />,
  sortKey: ({ changed }) => Date.parse(changed) || null,
};

/** The columns of the table for these ids (`usualColumns` or `readColumns`). */
export function trackerColumns(
  tracker: Tracker,
  ids: readonly string[],
  isNarrow: boolean,
): GridColumn<ArtifactRow>[] {
  const fields = new Map(columnFields(tracker).map((field) => [field.name, field]));
  return ids.flatMap((id) => {
    if (id === ID) return [idColumn];
    if (id === CHANGED) return [changedColumn];
    const field = fields.get(id);
    if (!field) return [];
    return [fieldColumn(field, field.field_id === tracker.semantics.title?.field_id, isNarrow)];
  });
}
