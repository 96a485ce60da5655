import type { OpenWorld } from '../sandbox/doors/node';
import { type HeaderNames, headerFaults, headerNames, isWithHeaders } from './headerNames';
import { adminQuestion, isAboutAdmin } from './questions/adminQuestion';
import { artifactQuestion, isAboutArtifacts } from './questions/artifactQuestion';
import { fileQuestion, isAboutFiles } from './questions/fileQuestion';
import { ask, type Question, readQuestion } from './questions/question';
import { canBeStaged, isSomebodyElses, wrongCredentials } from './questions/staging';
import { writeQuestion } from './questions/writeQuestion';
import type { Recording } from './recordings';
import { incomparable, isSameRefusal, plainForm } from './refusals';
import { errorForm, learn, neverSent, type Shape, shapeFaults } from './shape';
import { type Subjects, subjectsOf } from './subjects';

export interface Comparison {
  /** Recorded questions whose equivalent the sandbox was asked. */
  compared: number;
  /** What was recorded and has no equivalent, by file. */
  notAsked: string[];
  /** Keys that come and go by right and that the sandbox never sent: they are no faults of one answer. */
  notSent: string[];
  faults: string[];
}

export interface Known {
  shape: Shape;
  headers: Map<number, HeaderNames>;
  errorForms: Map<number, Set<string>>;
  all: readonly Recording[];
}

/** What answers of one route look like. */
export function known(recordings: readonly Recording[]): Known {
  const shape: Shape = new Map();
  for (const { status, body } of recordings) if (status < 300) learn(shape, body);
  const headers = new Map<number, HeaderNames>();
  const errorForms = new Map<number, Set<string>>();
  for (const status of new Set(recordings.map((recording) => recording.status))) {
    const same = recordings.filter((recording) => recording.status === status);
    const kept = same.map((recording) => recording.headers).filter(isWithHeaders);
    if (kept.length > 0) headers.set(status, headerNames(kept));
    errorForms.set(status, new Set(same.map(({ body }) => errorForm(body))));
  }
  return { shape, headers, errorForms, all: recordings };
}

type Answer = Awaited<ReturnType<typeof ask>>;

/** A form of errors that was recorded; the plain one as well where the refusal is another one than the recorded. */
function formFaults({ status, body }: Recording, { errorForms }: Known, answer: Answer): string[] {
  if (status < 400) return [];
  const form = errorForm(answer.body);
  const isKnown =
    errorForms.get(status)?.has(form) || (form === plainForm && !isSameRefusal(body, answer.body));
  return isKnown ? [] : [`error form ${form}`];
}

/** Names of headers: a refusal for the recorded reason has those of the recorded one, at least about the methods. */
function namesFaults(recording: Recording, { headers, all }: Known, answer: Answer): string[] {
  const { status, body } = recording;
  const same = all.filter((one) => one.status === status);
  const names = headers.get(status);
  const left = incomparable(recording, answer, same);
  const faults = names ? headerFaults(names, answer.headers) : [];
  const isOther =
    status >= 400 &&
    isWithHeaders(recording.headers) &&
    isSameRefusal(body, answer.body) &&
    recording.headers.has('allow') !== answer.headers.has('allow');
  return [
    ...faults.filter((fault) => !left.some((name) => fault.startsWith(`header ${name} `))),
    ...(isOther ? ['header allow is not as recorded with the same refusal'] : []),
  ];
}

/** What `answer` does otherwise than the recorded server. */
export function faultsOf(recording: Recording, facts: Known, answer: Answer): string[] {
  const { status } = recording;
  if (answer.status !== status) return [`status ${answer.status}, recorded ${status}`];
  return [
    ...namesFaults(recording, facts, answer),
    ...(status < 300 ? shapeFaults(facts.shape, answer.body) : []),
    ...formFaults(recording, facts, answer),
  ];
}

async function ownQuestion(
  recording: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Promise<Question | undefined> {
  if (isAboutArtifacts(recording)) return artifactQuestion(recording, subjects, door);
  if (isAboutFiles(recording)) return fileQuestion(recording, subjects, door);
  if (isAboutAdmin(recording)) return adminQuestion(recording, subjects, door);
  return recording.method === 'GET'
    ? readQuestion(recording, subjects, door)
    : writeQuestion(recording, subjects, door);
}

/** The recorded question as one to the sandbox, made to end in the recorded status; undefined where nothing in it can. */
export async function questionOf(
  recording: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Promise<Question | undefined> {
  if (!canBeStaged(recording)) return undefined;
  const question = await ownQuestion(recording, subjects, door);
  const isUnknown = recording.status === 401 && !isSomebodyElses(recording);
  // With a token it is the question itself that fails: another one, or a wrong password.
  if (!question || !isUnknown || /^tokens/.test(recording.path ?? '')) return question;
  const { Accept } = question.headers;
  return {
    ...question,
    headers: { ...wrongCredentials(recording), ...(Accept ? { Accept } : {}) },
  };
}

/**
 * Puts the recorded questions of one route to the sandbox, about its own things, and compares status, header names and
 * shape. Equal questions are asked once.
 */
export async function compareRoute(
  recordings: readonly Recording[],
  door: OpenWorld,
): Promise<Comparison> {
  const facts = known(recordings);
  const subjects = subjectsOf(door);
  const asked = new Map<string, string[]>();
  const sent: Shape = new Map();
  const result: Comparison = { compared: 0, notAsked: [], notSent: [], faults: [] };
  for (const recording of recordings) {
    const question = await questionOf(recording, subjects, door);
    if (!question) {
      result.notAsked.push(recording.file);
      continue;
    }
    result.compared++;
    const same = JSON.stringify([question, recording.status]);
    if (asked.has(same)) continue;
    const answer = await ask(door, question);
    if (answer.status < 300) learn(sent, answer.body);
    const faults = faultsOf(recording, facts, answer);
    asked.set(same, faults);
    const where = `${question.method} ${question.path} (as ${recording.file})`;
    result.faults.push(...faults.map((fault) => `${fault} — ${where}`));
  }
  return { ...result, notSent: neverSent(facts.shape, sent) };
}
