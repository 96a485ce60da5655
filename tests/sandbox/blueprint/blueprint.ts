import { poisonedValue } from '../hostile';
import type { SiteCall, SiteHandler } from '../model';
import { filtered } from './filter';
import type { Reader, SourceArtifact, SourceProject } from './model';
import { hasLocation, readPaging, readParameters } from './parameters';
import { BLUEPRINT_PATH } from './people';
import { BlueprintRefusal, refuseBlueprint } from './refusal';
import { artifactRepresentation, namesOf, projectRepresentation } from './representation';
import { logIn, readerOf, stateOf } from './state';
import { blueprintXml } from './xml';

const COMMON = {
  pragma: 'no-cache',
  'cache-control': 'no-cache',
  expires: '-1',
  server: 'Blueprint',
};

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** The XML root; its JSON is bare. */
  root: string;
  data: unknown;
}

function print(call: SiteCall, { status = 200, headers = {}, root, data }: Answer): Response {
  const accept = call.request.headers.get('accept') ?? '';
  const isXml = /\b(application|text)\/xml\b/.test(accept) && !/\bjson\b/.test(accept);
  const safe = poisonedValue(call.world, data);
  return new Response(isXml ? blueprintXml(root, safe) : JSON.stringify(safe), {
    status,
    headers: {
      ...COMMON,
      ...headers,
      'content-type': `application/${isXml ? 'xml' : 'json'}; charset=utf-8`,
    },
  });
}

/**
 * One page of a list, cut before anything is hidden from the person: 206 with `content-range` as soon as it is not the whole,
 * 416 past the end; an empty list from 0 on is 200.
 */
function cutPage<Item>(
  items: readonly Item[],
  { offset, limit }: { offset: number; limit: number },
  isTotalKnown: boolean,
): { page: Item[]; status: number; headers: Record<string, string> } {
  const total = isTotalKnown ? String(items.length) : '*';
  if (offset > 0 && offset >= items.length) {
    const range = { 'content-range': `items */${total}` };
    return refuseBlueprint(416, 'The offset is outside of the collection.', range);
  }
  const page = items.slice(offset, offset + limit);
  if (offset === 0 && page.length === items.length) return { page, status: 200, headers: {} };
  const range = `items ${offset}-${offset + page.length - 1}/${total}`;
  return { page, status: 206, headers: { 'content-range': range } };
}

function projectOf(call: SiteCall, id: string | undefined): SourceProject {
  const project = stateOf(call.world).projects.find((each) => String(each.id) === id);
  return project ?? refuseBlueprint(404, 'The requested project is not found.');
}

function licensed(call: SiteCall): Reader {
  const reader = readerOf(call.world, call.request.headers.get('authorization'));
  const message = 'The user does not have an Author or Collaborate licence.';
  return reader.hasLicence ? reader : refuseBlueprint(403, message);
}

/** The filter of a POST that says it is a GET; a POST that does not is a 400. */
async function bodyOf({ request }: SiteCall): Promise<string | undefined> {
  if (request.method !== 'POST') return undefined;
  const override = request.headers.get('x-http-method-override');
  if (override === null) {
    return refuseBlueprint(400, 'The header X-HTTP-Method-Override is missing.');
  }
  if (override.toUpperCase() !== 'GET') {
    return refuseBlueprint(501, 'The sandbox plays GET only.');
  }
  return request.text();
}

const isVisible = (artifact: SourceArtifact, reader: Reader): boolean =>
  artifact.hiddenFrom !== reader.username;

async function listArtifacts(call: SiteCall, id: string | undefined): Promise<Response> {
  const reader = licensed(call);
  const parameters = readParameters(call.url);
  const body = await bodyOf(call);
  const project = projectOf(call, id);
  if (project.isBroken) return refuseBlueprint(500, 'An internal server error has occurred.');
  const found = body === undefined ? project.artifacts : filtered(body, project.artifacts);
  const { page, status, headers } = cutPage(found, parameters, project.isTotalKnown);
  const names = namesOf(stateOf(call.world).projects);
  const data = page
    .filter((artifact) => isVisible(artifact, reader))
    .map((artifact) => artifactRepresentation(artifact, parameters, names));
  return print(call, { status, headers, root: 'Artifacts', data });
}

function listProjects(call: SiteCall): Response {
  readerOf(call.world, call.request.headers.get('authorization'));
  const { page, status, headers } = cutPage(
    stateOf(call.world).projects,
    readPaging(call.url),
    true,
  );
  const isLocated = hasLocation(call.url);
  const data = page.map((project) => projectRepresentation(project, isLocated));
  return print(call, { status, headers, root: 'Projects', data });
}

function attachment(call: SiteCall, ids: readonly (string | undefined)[]): Response {
  const reader = licensed(call);
  const [projectId, artifactId, fileId] = ids;
  const artifact = projectOf(call, projectId).artifacts.find(
    (each) => String(each.id) === artifactId && isVisible(each, reader),
  );
  if (!artifact) return refuseBlueprint(404, 'The requested artifact is not found.');
  const file = artifact.attachments.find((each) => String(each.id) === fileId);
  if (!file) return refuseBlueprint(404, 'The requested attachment is not found.');
  const disposition = `attachment; filename="${file.fileName}"`;
  return new Response(file.bytes.slice(), {
    headers: { ...COMMON, 'content-type': file.type, 'content-disposition': disposition },
  });
}

function login(call: SiteCall): Response {
  const { token, endsAt } = logIn(call.world, call.request.headers.get('authorization'));
  const headers = {
    authorization: `BlueprintToken ${token}`,
    blueprinttokenexpirydate: new Date(endsAt).toUTCString(),
  };
  return new Response(JSON.stringify(token), {
    headers: { ...COMMON, ...headers, 'content-type': 'application/json; charset=utf-8' },
  });
}

async function route(call: SiteCall, path: string): Promise<Response> {
  const isRead = /^(GET|HEAD|POST)$/.test(call.request.method);
  const list = /^\/api\/v1\/projects\/([^/]+)\/artifacts$/i.exec(path);
  if (list && isRead) return listArtifacts(call, list[1]);
  if (call.request.method === 'GET') {
    if (/^\/authentication\/v1\/login(ex)?$/i.test(path)) return login(call);
    if (/^\/api\/v1\/projects$/i.test(path)) return listProjects(call);
    const file = /^\/api\/v1\/projects\/([^/]+)\/artifacts\/([^/]+)\/attachments\/([^/]+)$/i;
    const ids = file.exec(path)?.slice(1);
    if (ids) return attachment(call, ids);
  }
  return refuseBlueprint(501, `The sandbox does not play ${call.request.method} ${path}.`);
}

/** Its 401 is a bare string, everything else an object with a `Message` (list-artifacts.md §6). */
function refused(call: SiteCall, error: BlueprintRefusal): Response {
  const { status, headers, message } = error;
  const data = status === 401 ? message : { Message: message };
  return print(call, { status, headers, root: 'Error', data });
}

/** Blueprint's read API under `/blueprint-api`, after shared/reference/blueprint/list-artifacts.md. */
export const blueprint: SiteHandler = async (call) => {
  const { pathname } = call.url;
  if (!pathname.startsWith(`${BLUEPRINT_PATH}/`)) return undefined;
  const path = pathname.slice(BLUEPRINT_PATH.length).replace(/\/$/, '');
  const answer = await route(call, path).catch((error: unknown) => {
    if (error instanceof BlueprintRefusal) return refused(call, error);
    throw error;
  });
  if (call.request.method !== 'HEAD') return answer;
  return new Response(null, { status: answer.status, headers: answer.headers });
};
