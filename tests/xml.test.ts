import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { errorEnvelopeSchema } from '~/api/answers/serverMessages';
import { parseXml, XmlError } from '~/api/answers/xml';
import { artifactSchema, valueEntrySchema } from '~/api/artifacts/read';
import { readXml } from '~/api/xml/readXml';
import { speaksXml, writeXml } from '~/api/xml/writeXml';
import { contractOf } from '~/fields/registry';
import { told } from './contract/told';
import { entriesByType } from './exchanges/entries';
import {
  isRightlyRead,
  isXml,
  noneRead,
  type Recording,
  readRecordings,
  recordingsFolder,
} from './exchanges/recordings';
import { routeOf } from './exchanges/routes';
import { isRefusedAsXml, sentTree } from './exchanges/sentXml';

const recordings = readRecordings(recordingsFolder);
/** Of the API: a picture that somebody downloaded may be XML as well. */
const answers = recordings.filter(
  (recording) =>
    recording.path !== null &&
    isXml(recording) &&
    typeof recording.body === 'string' &&
    recording.body !== '',
);
const questions = recordings.filter(
  ({ path, request }) => path !== null && /\bxml\b/.test(request.headers.get('content-type') ?? ''),
);
const isNone = answers.length + questions.length === 0;

/** The contract's schema of one type of field, for entries that say they are of it. */
function entryOf(type: string, schema: z.core.$ZodType = contractOf(type).schema): z.core.$ZodType {
  if (schema instanceof z.ZodMiniUnion) {
    return z.union(schema.def.options.map((option) => entryOf(type, option)));
  }
  return schema instanceof z.ZodMiniObject ? z.extend(schema, { type: z.literal(type) }) : schema;
}

/** Every entry of `values` by the contract of its type: the API's own schema leaves them to `fields/`. */
const wholeArtifactSchema = z.extend(artifactSchema, {
  values: z.nullable(
    z.array(
      z.union([
        ...[...entriesByType(recordings).keys()].map((type) => entryOf(type)),
        valueEntrySchema,
      ]),
    ),
  ),
});

function schemaOf(recording: Recording): z.ZodMiniType | undefined {
  if (recording.status >= 400) return errorEnvelopeSchema;
  const schema = routeOf(recording)?.schema;
  return schema === artifactSchema ? wholeArtifactSchema : schema;
}

/** The recorded answers in JSON to the same question about the same version. */
function twinsOf(recording: Recording): Recording[] {
  const { method, path, query, status, headers } = recording;
  return recordings.filter(
    (other) =>
      !isXml(other) &&
      typeof other.body === 'object' &&
      method === 'GET' &&
      other.method === method &&
      other.path === path &&
      String(other.query) === String(query) &&
      other.status === status &&
      other.headers.get('etag') === headers.get('etag'),
  );
}

/** Links and mentions from other artifacts come and go without a new version of this one. */
function withoutOthers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOthers);
  if (typeof value !== 'object' || value === null) return value;
  const isCross = 'type' in value && value.type === 'cross';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'reverse_links' && !(isCross && key === 'value'))
      .map(([key, each]) => [key, withoutOthers(each)]),
  );
}

function comparable(value: unknown): unknown {
  return told(withoutOthers(value));
}

describe.skipIf(isNone)('recorded exchanges in XML', () => {
  test.each(answers.map((answer) => [answer.file, answer] as const))(
    'A1: %s reads by its schema as its JSON does',
    (_, answer) => {
      const schema = schemaOf(answer);
      if (!schema) return expect(parseXml(String(answer.body)).name).toBe('response');
      const value = readXml(String(answer.body), schema);
      expect(z.safeParse(schema, value).error).toBeUndefined();
      const twins = twinsOf(answer).map(({ body }) => comparable(z.parse(schema, body)));
      return twins.length > 0 ? expect(twins).toContainEqual(comparable(value)) : undefined;
    },
  );

  test.each(questions.map((question) => [question.file, question] as const))(
    'A1: %s is what our writer would send',
    (_, question) => {
      const body = String(question.request.body);
      if (isRefusedAsXml(question)) return expect(() => parseXml(body)).toThrow(XmlError);
      const path = String(question.path);
      // Of other routes nobody knew that they take XML: the app offers them in JSON alone.
      if (/^artifacts(\/\d+)?$/.test(path)) {
        expect(speaksXml(question.method, `/api/${path}`)).toBe(true);
      }
      return expect(sentTree(writeXml(readXml(body, z.unknown())))).toEqual(sentTree(body));
    },
  );
});

test('A1: the comparison of XML with JSON can fail', () => {
  expect(told({ a: [], b: '', c: null, d: {} })).toEqual(told({}));
  expect(told({ a: 0 })).not.toEqual(told({}));
  expect(told({ a: false })).not.toEqual(told({}));
  expect(told({ a: [1] })).not.toEqual(told({ a: 1 }));
  expect(told([1, 2])).not.toEqual(told([2, 1]));
});

test('A1: the recordings of XML are counted, none where no answer and no request is XML', () => {
  const paired = answers.filter((answer) => twinsOf(answer).length > 0).length;
  process.stdout.write(
    `XML in ${recordingsFolder}: ${answers.length} answers, ${paired} of them with an equal one in JSON, ${questions.length} requests\n`,
  );
  expect(isRightlyRead(recordings), noneRead).toBe(true);
  const isDeclared = ({ path, body }: Recording) =>
    path !== null && typeof body === 'string' && /^\s*<\?xml .*<response>/s.test(body);
  expect(recordings.filter(isDeclared).filter((one) => !answers.includes(one))).toEqual([]);
});
