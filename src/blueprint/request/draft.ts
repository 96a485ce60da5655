import {
  type AnswerFormat,
  type ArtifactsOptions,
  type FlagName,
  largestLimit,
  type TraceKind,
} from '~/api/blueprint/artifactsRequest';
import { whole } from '../whole';

/** A request while it is being chosen: the numbers as they are typed. */
export interface Draft {
  flags: Readonly<Record<FlagName, boolean>>;
  traces: TraceKind;
  offset: string;
  limit: string;
  filter: string;
  format: AnswerFormat;
}

export function draftOf({ offset, limit, ...rest }: ArtifactsOptions): Draft {
  return { ...rest, offset: String(offset), limit: String(limit) };
}

export interface DraftProblems {
  offset?: string;
  limit?: string;
}

/** The request that a draft stands for, or what is wrong with its numbers: Blueprint answers those with 400 or 416. */
export function readDraft(
  draft: Draft,
): { options: ArtifactsOptions; problems: null } | { options: null; problems: DraftProblems } {
  const offset = whole(draft.offset.trim(), 0);
  const limit = whole(draft.limit.trim(), 1, largestLimit);
  if (offset !== undefined && limit !== undefined) {
    const { flags, traces, filter, format } = draft;
    return {
      options: { flags, traces, filter: filter.trim(), format, offset, limit },
      problems: null,
    };
  }
  return {
    options: null,
    problems: {
      ...(offset === undefined ? { offset: 'A whole number from 0 on.' } : {}),
      ...(limit === undefined ? { limit: `A whole number from 1 to ${largestLimit}.` } : {}),
    },
  };
}
