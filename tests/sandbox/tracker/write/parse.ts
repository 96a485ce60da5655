import { refuse, reject } from '../../http';
import { isAutomatic, isList, isStatic } from '../fields';
import { parseFiles } from './files';
import { type LinkChange, parseLinks } from './links';
import { parseList, parseOpenList, parsePermissions } from './lists';
import { type Entry, isRecord, type Parsed, type WritePlace } from './place';
import {
  parseComputed,
  parseDate,
  parseEncrypted,
  parseFloat10,
  parseInt10,
  parseSteps,
  parseString,
  parseText,
} from './scalars';

const parsers: Readonly<Record<string, (place: WritePlace, entry: Entry) => Parsed>> = {
  string: parseString,
  text: parseText,
  int: parseInt10,
  float: parseFloat10,
  date: parseDate,
  tbl: parseOpenList,
  computed: parseComputed,
  perm: parsePermissions,
  file: parseFiles,
  Encrypted: parseEncrypted,
  ttmstepdef: parseSteps,
};

/** Ids that a writer claims to set are refused; other automatic values are ignored (recorded artifacts/134, 139). */
const refusedAutomatic = new Set(['aid', 'atid']);

/** The entries of a body, or the framework's 400 (recorded artifacts/34, 142). */
export function readEntries(values: unknown): Entry[] {
  if (values === undefined || values === null) return reject('`values` is required.');
  if (!Array.isArray(values)) {
    return reject('Invalid value specified for `values`. Expecting an array');
  }
  return values.map((entry, index) => {
    const id = isRecord(entry) ? entry.field_id : undefined;
    if (id === undefined || id === null)
      return reject(`\`values[${index}][field_id]\` is required.`);
    if (!/^\d+$/.test(String(id))) {
      return reject(
        `Invalid value specified for \`values[${index}][field_id]\`. Expecting integer value`,
      );
    }
    return { ...(entry as Record<string, unknown>), field_id: Number(id) };
  });
}

export type ParsedEntry = { stored: Parsed } | { links: LinkChange };

/** Reads one entry by the type of its field (artifacts.md §4). */
export function parseEntry(place: WritePlace, entry: Entry): ParsedEntry {
  const { field, feedback } = place;
  if (refusedAutomatic.has(field.type)) {
    feedback.add(`You are not allowed to update the field ${field.label}.`);
    return { stored: undefined };
  }
  if (isAutomatic(field.type) || isStatic(field.type) || field.type === 'ttmstepexec') {
    return { stored: undefined };
  }
  if (field.type === 'art_link') return { links: parseLinks(place, entry) };
  if (isList(field.type)) return { stored: parseList(place, entry) };
  const parse = parsers[field.type];
  return parse
    ? { stored: parse(place, entry) }
    : refuse(400, `Field ${field.label} (${field.type}) cannot be written by REST`);
}
