import { exportKept, type KeptSum, listKept, wipeKept } from '~/kept/inventory';
import type { Trouble } from '~/kept/record';
import { exportStored, ourStoredKeys, type StoredKey, wipeStored } from './storedKeys';

/** Whose data; null for what belongs to this browser as such. */
export interface Owner {
  server: string;
  user: number;
}

/** One line of "My data": a kind of data of one owner. */
export interface DataLine {
  id: string;
  owner: Owner | null;
  what: string;
  /** How many things; null where that says nothing. */
  count: number | null;
  bytes: number;
  from: { kept: KeptSum } | { stored: StoredKey };
}

/** Everything that this browser keeps of Parterre (features Z9). */
export interface Inventory {
  lines: readonly DataLine[];
  /** Why the database could not be read. */
  trouble: Trouble | null;
  /** Records in the database that no schema of ours reads. */
  unread: number;
}

const kinds: Record<KeptSum['kind'], string> = {
  drafts: 'Drafts',
  journal: 'Journal of saves',
  snapshots: 'Snapshots',
};

function ofKept(sum: KeptSum): DataLine {
  const [server, user] = sum.profile;
  return {
    id: `kept ${sum.kind} ${server} ${user}`,
    owner: { server, user },
    what: kinds[sum.kind],
    count: sum.count,
    bytes: sum.bytes,
    from: { kept: sum },
  };
}

function ofStored(stored: StoredKey): DataLine {
  return {
    id: `${stored.place} ${stored.key}`,
    owner: stored.profile,
    what: stored.what ?? stored.key,
    count: null,
    bytes: stored.bytes,
    from: { stored },
  };
}

/** Reads what is kept now; never throws for what the browser does. */
export async function readInventory(): Promise<Inventory> {
  const kept = await listKept();
  const sums = 'value' in kept ? kept.value.sums : [];
  return {
    lines: [...sums.map(ofKept), ...ourStoredKeys().map(ofStored)],
    trouble: 'trouble' in kept ? kept.trouble : null,
    unread: 'value' in kept ? kept.value.unread : 0,
  };
}

function isOf(owner: Owner | null, line: DataLine): boolean {
  return line.owner?.server === owner?.server && line.owner?.user === owner?.user;
}

/** The owners with their lines, this browser's own last. */
export function byOwner({ lines }: Inventory): { owner: Owner | null; lines: DataLine[] }[] {
  const owners: (Owner | null)[] = [];
  for (const line of lines) {
    if (line.owner && !owners.some((owner) => isOf(owner, line))) owners.push(line.owner);
  }
  return [...owners, null]
    .map((owner) => ({ owner, lines: lines.filter((line) => isOf(owner, line)) }))
    .filter((group) => group.lines.length > 0);
}

/** Everything as one JSON text; secrets and what may be one are never in it. */
export async function exportAll(inventory: Inventory): Promise<string> {
  const kept = await exportKept();
  const keys = inventory.lines.flatMap(({ from }) => ('stored' in from ? [from.stored] : []));
  const file = {
    what: 'What Parterre keeps in this browser, without secrets',
    settings: exportStored(keys),
    records: 'value' in kept ? kept.value : [],
  };
  return JSON.stringify(file, null, 2);
}

/** Wipes these lines. Gives why the database could not be wiped, or null. */
export async function wipe(lines: readonly DataLine[]): Promise<Trouble | null> {
  wipeStored(lines.flatMap(({ from }) => ('stored' in from ? [from.stored] : [])));
  for (const { from } of lines) {
    const trouble = 'kept' in from ? await wipeKept(from.kept.profile, from.kept.kind) : null;
    if (trouble) return trouble;
  }
  return null;
}

/** Wipes everything, also records that nothing of ours reads. The switches that protect stay as they are. */
export async function wipeAll(inventory: Inventory): Promise<Trouble | null> {
  const stays = /^parterre\.(shared|readOnly)$/;
  const stored = inventory.lines.flatMap(({ from }) => ('stored' in from ? [from.stored] : []));
  wipeStored(stored.filter(({ key }) => !stays.test(key)));
  return wipeKept();
}
