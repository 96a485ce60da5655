import type { Field } from '~/api/trackers';

/** How a column of this kind of value is laid out. */
export interface ColumnKind {
  width: number;
  grow?: number;
  align?: 'end';
  /** Shown unless the person chose columns: what is compared down a column, in little room. */
  isUsual: boolean;
}

const choice = { width: 116, isUsual: true };
const number = { width: 84, align: 'end', isUsual: true } as const;
const automatic = { width: 108, isUsual: false };

/** By REST type code (trackers.md §2.1). */
const kinds: Readonly<Record<string, ColumnKind>> = {
  string: { width: 140, grow: 1, isUsual: true },
  text: { width: 220, grow: 1, isUsual: false },
  int: number,
  float: number,
  computed: number,
  date: { width: 104, isUsual: true },
  sb: choice,
  rb: choice,
  msb: { width: 136, isUsual: true },
  cb: { width: 136, isUsual: true },
  tbl: { width: 148, isUsual: true },
  aid: { ...number, isUsual: false },
  atid: { ...number, isUsual: false },
  priority: { ...number, isUsual: false },
  subby: { width: 140, isUsual: false },
  luby: { width: 140, isUsual: false },
  subon: automatic,
  lud: automatic,
  file: { width: 112, isUsual: false },
  art_link: { width: 160, isUsual: false },
};

const other: ColumnKind = { width: 160, isUsual: false };

/** Initial and full name. */
const PERSON = 140;

/** The layout of a column with values of this field; types that this app does not know get a usual one. */
export function columnKind({ type, bindings }: Pick<Field, 'type' | 'bindings'>): ColumnKind {
  const kind = kinds[type] ?? other;
  return bindings.type === 'users' ? { ...kind, width: Math.max(kind.width, PERSON) } : kind;
}
