import * as z from 'zod/mini';
import {
  type ArtifactsOptions,
  defaultLimit,
  defaultOffset,
  type FlagName,
  flagNames,
  formats,
  largestLimit,
  type TraceKind,
  traceKinds,
} from '~/api/blueprint/artifactsRequest';
import { readSearch } from '~/lib/searchParams';
import { whole } from './whole';

/** What the results show. */
export const views = ['artifacts', 'traces', 'attachments', 'raw'] as const;
export type View = (typeof views)[number];

const text = z.catch(z.optional(z.string()), undefined);

// Texts first: what a parameter without a value means is Blueprint's rule, and none of them can make this page crash.
const searchSchema = z.object({
  properties: text,
  status: text,
  comments: text,
  attachments: text,
  richtextasplain: text,
  inlinecss: text,
  content: text,
  traces: text,
  offset: text,
  limit: text,
  artifact: text,
  filter: z.catch(z.string(), ''),
  format: z.catch(z.enum(formats), 'json'),
  view: z.catch(z.enum(views), 'artifacts'),
});

/** Absent is false, present without a value is true, in any case of letters (list-artifacts.md §4.1). */
const isOn = (value: string | undefined): boolean =>
  value !== undefined && /^(true)?$/i.test(value);

function traceKind(value: string | undefined): TraceKind {
  if (value === '') return 'All';
  return traceKinds.find((kind) => kind.toLowerCase() === value?.toLowerCase()) ?? 'None';
}

export interface PageSearch {
  options: ArtifactsOptions;
  view: View;
  /** The artifact that is shown in full. */
  artifact: number | null;
}

/** The request and the place that an address names; parameters have Blueprint's names, in any case of letters. */
export function readPageSearch(params: URLSearchParams): PageSearch {
  const lower = new URLSearchParams([...params].map(([key, value]) => [key.toLowerCase(), value]));
  const { view, artifact, traces, offset, limit, filter, format, ...flags } = readSearch(
    searchSchema,
    lower,
  );
  return {
    options: {
      flags: {
        properties: isOn(flags.properties),
        status: isOn(flags.status),
        comments: isOn(flags.comments),
        attachments: isOn(flags.attachments),
        richtextasplain: isOn(flags.richtextasplain),
        inlinecss: isOn(flags.inlinecss),
        content: isOn(flags.content),
      },
      traces: traceKind(traces),
      offset: whole(offset ?? '', 0) ?? defaultOffset,
      limit: whole(limit ?? '', 1, largestLimit) ?? defaultLimit,
      filter,
      format,
    },
    view,
    artifact: whole(artifact ?? '', 1) ?? null,
  };
}

/** The address of a request: only what differs from Blueprint's defaults stands in it. */
export function writeOptions(options: ArtifactsOptions): Record<string, string | undefined> {
  const { flags, traces: kind, offset, limit, filter, format } = options;
  const flagged = Object.fromEntries(
    flagNames.map((name): [FlagName, string | undefined] => [
      name,
      flags[name] ? 'true' : undefined,
    ]),
  );
  return {
    ...flagged,
    traces: kind === 'None' ? undefined : kind,
    offset: offset === defaultOffset ? undefined : String(offset),
    limit: limit === defaultLimit ? undefined : String(limit),
    filter: filter.trim() === '' ? undefined : filter.trim(),
    format: format === 'json' ? undefined : format,
  };
}
