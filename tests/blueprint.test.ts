import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BlueprintAnswer } from '~/api/blueprint/client';
import { readArtifacts } from '~/api/blueprint/readArtifacts';
import { lostPaths } from './exchanges/lossless';
import { openWorld } from './sandbox/doors/node';

/** The two documented bodies of one answer; they stay outside of the repository. */
const folder =
  process.env.BLUEPRINT_EXAMPLES ??
  fileURLToPath(new URL('../../shared/reference/blueprint', import.meta.url));
const isThere = existsSync(`${folder}/example-list.json`);

if (!isThere) {
  process.stdout.write(`Blueprint's documented bodies: skipped, there is no ${folder}.\n`);
}

const read = (format: 'json' | 'xml'): string =>
  isThere ? readFileSync(`${folder}/example-list.${format}`, 'utf8') : '';

function answerOf(text: string, format: 'json' | 'xml'): BlueprintAnswer {
  return {
    status: 200,
    headers: new Headers(),
    text,
    contentType: `application/${format}; charset=utf-8`,
    asked: { method: 'POST', path: '/api/v1/projects/4405707/artifacts' },
  };
}

/** The documented oddity: in the XML, one address names the vendor's internal host (list-artifacts.md §5.6). */
const mended = (xml: string): string =>
  xml.replace('http://today?', 'http://production.blueprintcloud.com?');

describe.skipIf(!isThere)('the two documented bodies', () => {
  test('B8: JSON and XML give the same model, save the one address that differs', () => {
    const ofJson = readArtifacts(answerOf(read('json'), 'json'));
    const ofXml = readArtifacts(answerOf(read('xml'), 'xml'));
    expect(ofJson).toHaveLength(2);
    expect(ofXml).not.toEqual(ofJson);
    expect(ofXml[0]?.Traces?.[1]?.BlueprintUrl).toBe('http://today?ArtifactId=4405707');
    expect(readArtifacts(answerOf(mended(read('xml')), 'xml'))).toEqual(ofJson);
  });

  test('B8: nothing of the JSON is lost', () => {
    const sent: unknown = JSON.parse(read('json'));
    expect(lostPaths(sent, readArtifacts(answerOf(read('json'), 'json')))).toEqual([]);
  });

  describe('and the sandbox', () => {
    const answers: Record<string, string> = {};

    beforeAll(async () => {
      const { fetch } = openWorld();
      const login = await fetch('/blueprint-api/authentication/v1/login', {
        headers: { Authorization: `Basic ${btoa('paula:paula')}` },
      });
      for (const format of ['json', 'xml']) {
        const answer = await fetch(
          '/blueprint-api/api/v1/projects/4405707/artifacts?traces=all&attachments=true',
          {
            method: 'POST',
            headers: {
              Authorization: login.headers.get('authorization') ?? '',
              Accept: `application/${format}`,
              'X-HTTP-Method-Override': 'GET',
            },
            body: "filter={artifact-type eq 'Business Process Diagram';}",
          },
        );
        expect(answer.status).toBe(200);
        answers[format] = await answer.text();
      }
    });

    test('B8: it answers the documented request with the documented JSON, member by member', () => {
      expect(JSON.stringify(JSON.parse(answers.json ?? ''))).toBe(
        JSON.stringify(JSON.parse(read('json'))),
      );
    });

    test('B8: and with the documented XML, element by element', () => {
      const compact = (xml: string) => xml.replace(/>\s+</g, '><').trim();
      expect(compact(answers.xml ?? '')).toBe(compact(mended(read('xml'))));
    });
  });
});
