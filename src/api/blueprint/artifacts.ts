import { infiniteQueryOptions } from '@tanstack/react-query';
import { hasStatus } from '../error';
import type { BlueprintArtifact, BlueprintAttachment } from './artifactSchema';
import { type ArtifactsOptions, artifactsRequest } from './artifactsRequest';
import { askBlueprint, askBlueprintFile } from './client';
import { type ContentRange, nextOffset, parseContentRange } from './contentRange';
import { readArtifacts } from './readArtifacts';
import { currentBlueprintSession } from './session';

/** One page of the list, with the answer to the letter. */
export interface ArtifactsPage {
  artifacts: BlueprintArtifact[];
  offset: number;
  status: number;
  range: ContentRange | null;
  /** The header as it came, for the eye. */
  rangeText: string | null;
  text: string;
  contentType: string;
  /** Where the next page starts; undefined when this is the last. */
  next: number | undefined;
}

/** First part of every key: instance and person, so that no two of them share an answer. */
export function blueprintScope(): readonly [string, string, string] {
  const session = currentBlueprintSession();
  return ['blueprint', session?.server.id ?? '', session?.username ?? ''];
}

async function artifactsPage(
  projectId: number,
  options: ArtifactsOptions,
  signal: AbortSignal,
): Promise<ArtifactsPage> {
  const answer = await askBlueprint(artifactsRequest(projectId, options), signal);
  const artifacts = readArtifacts(answer);
  const { offset, limit } = options;
  const { status, text, contentType } = answer;
  const rangeText = answer.headers.get('content-range');
  const range = parseContentRange(rangeText);
  const next = nextOffset({ status, range, offset, limit, received: artifacts.length });
  return { artifacts, offset, status, range, rangeText, text, contentType, next };
}

/** 416 after a page of an unknown total is the end of the list, and nothing has failed. */
function endOfList(offset: number): ArtifactsPage {
  return {
    artifacts: [],
    offset,
    status: 416,
    range: null,
    rangeText: null,
    text: '',
    contentType: '',
    next: undefined,
  };
}

/**
 * The artifacts of a project from `options.offset` on, page by page (limit ≤ 500, list-artifacts.md §4). 200 is the whole
 * list, 206 a part of it; 416 on the first page throws, on a later one it is the end.
 */
export function artifactsQuery(projectId: number, options: ArtifactsOptions) {
  return infiniteQueryOptions({
    queryKey: [...blueprintScope(), 'artifacts', projectId, options],
    queryFn: async ({ pageParam, signal }) => {
      try {
        return await artifactsPage(projectId, { ...options, offset: pageParam }, signal);
      } catch (error) {
        if (pageParam !== options.offset && hasStatus(error, 416)) return endOfList(pageParam);
        throw error;
      }
    },
    initialPageParam: options.offset,
    getNextPageParam: (last: ArtifactsPage) => last.next,
  });
}

/** The bytes of an attachment (Get Attachment, list-artifacts.md §8). Throws `ApiError`. */
export function readAttachment(
  artifact: BlueprintArtifact,
  attachment: BlueprintAttachment,
): Promise<Blob> {
  const { ProjectId: project, Id: id } = artifact;
  return askBlueprintFile({
    method: 'GET',
    path: `/api/v1/projects/${project}/artifacts/${id}/attachments/${attachment.Id}`,
    headers: { Accept: '*/*' },
  });
}
