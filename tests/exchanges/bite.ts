import * as z from 'zod/mini';
import { shapeIssues } from '~/api/answers/shapeIssues';
import { pathText, type Site } from './sites';

/** One value of every JSON type; a key may hold some of them by right, never all. */
const samples: readonly unknown[] = [null, true, 12.5, 'odd', ['odd'], { odd: 'odd' }];

function pathsReported(schema: z.ZodMiniType, data: unknown): string[] | 'accepted' {
  const result = z.safeParse(schema, data);
  return result.success ? 'accepted' : shapeIssues(result.error.issues).map((issue) => issue.path);
}

/** The place itself, or one inside it (a wrong item of a list). */
function names(reported: string[] | 'accepted', path: string): boolean {
  if (reported === 'accepted') return false;
  return reported.some(
    (place) => place === path || place.startsWith(`${path}.`) || place.startsWith(`${path}[`),
  );
}

/** Does `work` while the holder lacks or has another value at the key; puts it back, in the order of keys it had. */
function changed<T>(
  { holder }: Site,
  change: (copy: Record<string, unknown>) => void,
  work: () => T,
): T {
  const before = { ...holder };
  const replace = (next: Record<string, unknown>) => {
    for (const key of Object.keys(holder)) delete holder[key];
    Object.assign(holder, next);
  };
  const after = { ...before };
  change(after);
  replace(after);
  try {
    return work();
  } finally {
    replace(before);
  }
}

/**
 * What the schema fails to notice at one place of an answer, in words; empty when it bites. The key is renamed, then
 * given a value of every JSON type that its own schema refuses.
 */
export function biteAt(site: Site, whole: { schema: z.ZodMiniType; data: unknown }): string[] {
  const path = pathText(site.path);
  const faults: string[] = [];
  const ask = () => pathsReported(whole.schema, whole.data);
  const judge = (deed: string, reported: string[] | 'accepted') => {
    if (!names(reported, path)) faults.push(`${path} ${deed}: ${reported.toString()}`);
  };
  const rename = (copy: Record<string, unknown>) => {
    copy[`${site.key}_renamed`] = copy[site.key];
    delete copy[site.key];
  };
  const renamed = changed(site, rename, ask);
  if (!site.isOptional || renamed !== 'accepted') judge('renamed', renamed);
  const refused = samples.filter((sample) => !z.safeParse(site.schema, sample).success);
  if (refused.length === 0) faults.push(`${path}: any value is accepted`);
  for (const sample of refused) {
    const retype = (copy: Record<string, unknown>) => {
      copy[site.key] = sample;
    };
    judge(`as ${JSON.stringify(sample)}`, changed(site, retype, ask));
  }
  return faults;
}
