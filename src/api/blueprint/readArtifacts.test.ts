import { expect, test } from 'vitest';
import { ApiError } from '../error';
import type { BlueprintAnswer } from './client';
import { readArtifacts } from './readArtifacts';

const namespace = 'http://www.blueprintsys.com/blueprint/api/v1';

const artifact = {
  Id: 12,
  Name: '34',
  ProjectId: 1,
  Version: 2,
  ParentId: 1,
  BlueprintUrl: 'http://example.org?ArtifactId=12',
  ArtifactTypeId: 7,
  ArtifactTypeName: 'Actor',
  BaseArtifactType: 'Actor',
};

function answer(text: string, contentType: string): BlueprintAnswer {
  const asked = { method: 'GET', path: '/api/v1/projects/1/artifacts' };
  return { status: 200, headers: new Headers(), text, contentType, asked };
}

const xml = (inner: string) =>
  `<Artifacts xmlns="${namespace}" xmlns:i="urn:i"><Artifact>${inner}</Artifact></Artifacts>`;

const asXml = (extra = '') =>
  xml(
    Object.entries(artifact)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join('') + extra,
  );

const issuesOf = (text: string, contentType: string): string[] => {
  try {
    readArtifacts(answer(text, contentType));
    return [];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect(error.kind).toBe('shape');
    return error.issues.map(({ path, message }) => (path ? path : message));
  }
};

test('B8: a name of digits stays a text, a number is a number, in both formats', () => {
  expect(readArtifacts(answer(JSON.stringify([artifact]), 'application/json'))).toEqual([artifact]);
  expect(readArtifacts(answer(asXml(), 'application/xml; charset=utf-8'))).toEqual([artifact]);
});

test('B8: lists, flags, objects, empty and unknown elements of XML are as JSON would have them', () => {
  const extra =
    '<Traces/><Status/><Properties><Property><Choices><Choice>A</Choice></Choices>' +
    '<IsRichText>false</IsRichText><Name>P</Name><NumberValue>15.5</NumberValue></Property></Properties>' +
    '<Comments><Comment><Author><DisplayName>Ann</DisplayName></Author><Id>3</Id><Status>Active</Status>' +
    '</Comment></Comments><New><Deep>x</Deep><Deep>y</Deep></New><AreTracesReadOnly>true</AreTracesReadOnly>' +
    '<Attachments i:nil="true"/>';
  expect(readArtifacts(answer(asXml(extra), 'application/xml'))[0]).toEqual({
    ...artifact,
    Traces: [],
    Status: {},
    Properties: [{ Choices: ['A'], IsRichText: false, Name: 'P', NumberValue: 15.5 }],
    Comments: [{ Author: { DisplayName: 'Ann' }, Id: 3, Status: 'Active' }],
    New: { Deep: ['x', 'y'] },
    AreTracesReadOnly: true,
    Attachments: null,
  });
});

test('B8: every member that is always there is missed, with its path, in both formats', () => {
  for (const name of Object.keys(artifact)) {
    const { [name as 'Id']: _, ...rest } = artifact;
    expect(issuesOf(JSON.stringify([rest]), 'application/json')).toEqual([`[0].${name}`]);
    const without = asXml().replace(new RegExp(`<${name}>.*?</${name}>`), '');
    expect(issuesOf(without, 'application/xml')).toEqual([`[0].${name}`]);
  }
});

test.each([
  ['{}', 'application/json', 'Invalid input'],
  ['[', 'application/json', 'neither JSON nor XML'],
  ['<Artifacts/>', 'application/xml', 'The root is <Artifacts>'],
  [`<Error xmlns="${namespace}"/>`, 'application/xml', 'The root is <Error>'],
  ['<Artifacts>', 'application/xml', 'not closed'],
  ['<html></html>', 'text/html', 'The root is <html>'],
])('B8: %s is no list, and the reason is said', (text, type, reason) => {
  expect(issuesOf(text, type).join()).toContain(reason);
});

test('B8: a number that is none is refused, not read as something', () => {
  const wrong = asXml().replace('<Version>2<', '<Version>0x2<');
  expect(issuesOf(wrong, 'application/xml')).toEqual(['[0].Version']);
});
