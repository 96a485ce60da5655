import type {
  SourceArtifact,
  SourceAttachment,
  SourceComment,
  SourceProject,
  SourceProperty,
  SourceTrace,
} from './model';
import type { Parameters } from './parameters';

/** The host that stands in every link of an answer, as in the documented example: with http, whatever was asked with. */
const HOST = 'http://production.blueprintcloud.com';

const page = (id: number): string => `${HOST}?ArtifactId=${id}`;
const address = (projectId: number, id?: number): string =>
  `${HOST}/api/v1/projects/${projectId}${id === undefined ? '' : `/artifacts/${id}`}`;

/** What the other ends of traces are called. */
export type Names = ReadonlyMap<number, string>;

function trace({ type, direction, projectId, artifactId, isSuspect }: SourceTrace, names: Names) {
  const name = names.get(artifactId) ?? '';
  return {
    Type: type,
    Direction: direction,
    ProjectId: projectId,
    ArtifactId: artifactId,
    ArtifactPropertyName: name,
    Label: `${artifactId}: ${name}`,
    BlueprintUrl: page(artifactId),
    Link: address(projectId, artifactId === projectId ? undefined : artifactId),
    IsSuspect: isSuspect,
  };
}

function attachment({ id, fileName }: SourceAttachment, owner: SourceArtifact) {
  return {
    Id: id,
    FileName: fileName,
    Link: `${address(owner.projectId, owner.id)}/attachments/${id}`,
    ...(owner.isReuseCopy ? { IsReadOnly: true } : {}),
  };
}

const entities: Record<string, string> = { nbsp: '\u00a0', amp: '&', lt: '<', gt: '>' };

/** HTML as the API would print it: whole pages, their styles in the head or in line, or plain text. */
function richText(html: string, { richtextasplain, inlinecss }: Parameters): string {
  if (richtextasplain) {
    return html
      .replace(/<\/(p|li|tr)>/g, '\n')
      .replace(/<\/t[dh]>/g, '\t')
      .replace(/<[^>]*>/g, '')
      .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
      .trim();
  }
  const style = 'font-family: Calibri; font-size: 11pt;';
  return inlinecss
    ? `<html><head></head><body>${html.replaceAll('<p>', `<p style="${style}">`)}</body></html>`
    : `<html><head><style type="text/css">p { ${style} }</style></head><body>${html}</body></html>`;
}

function valueMember(property: SourceProperty, parameters: Parameters) {
  if (property.kind === 'Number') return { NumberValue: property.number };
  if (property.kind === 'Date') return { DateValue: property.date };
  if (property.kind === 'Choice') return { Choices: property.choices };
  if (property.kind === 'Text') {
    const { text, isRich } = property;
    return {
      TextOrChoiceValue: isRich ? richText(text, parameters) : text,
      IsRichText: isRich,
    };
  }
  return {
    UsersAndGroups: property.people.map(({ type, id, name }) => ({
      Type: type,
      Id: id,
      DisplayName: name,
    })),
  };
}

function propertyOf(property: SourceProperty, parameters: Parameters) {
  return {
    PropertyTypeId: property.typeId,
    Name: property.name,
    BasePropertyType: property.kind,
    ...valueMember(property, parameters),
    ...(property.isReadOnly ? { IsReadOnly: true } : {}),
  };
}

function comment({ id, text, status, isClosed, modified, author }: SourceComment) {
  return {
    Id: id,
    Version: 1,
    Description: text,
    Status: status,
    IsClosed: isClosed,
    LastModified: modified,
    Author: { Type: 'User', Id: author.id, DisplayName: author.name },
  };
}

/**
 * An artifact as the list gives it, in the member order of the documented example; what was not asked for is left out.
 * What `content=true` adds is not documented, so it adds nothing here.
 */
export function artifactRepresentation(
  artifact: SourceArtifact,
  parameters: Parameters,
  names: Names,
): Record<string, unknown> {
  const { traces } = parameters;
  const asked = artifact.traces.filter(({ type }) => traces === 'All' || type === traces);
  return {
    Id: artifact.id,
    Name: artifact.name,
    ProjectId: artifact.projectId,
    Version: artifact.version,
    ParentId: artifact.parentId,
    BlueprintUrl: page(artifact.id),
    ArtifactTypeId: artifact.typeId,
    ArtifactTypeName: artifact.typeName,
    BaseArtifactType: artifact.baseType,
    ...(artifact.isReuseCopy
      ? { AreAttachmentsReadOnly: true, AreDocumentReferencesReadOnly: true }
      : {}),
    ...(parameters.properties
      ? { Properties: artifact.properties.map((each) => propertyOf(each, parameters)) }
      : {}),
    ...(parameters.comments ? { Comments: artifact.comments.map(comment) } : {}),
    ...(traces === 'None' ? {} : { Traces: asked.map((each) => trace(each, names)) }),
    ...(parameters.attachments
      ? { Attachments: artifact.attachments.map((each) => attachment(each, artifact)) }
      : {}),
    ...(parameters.status ? { Status: { IsLocked: artifact.isLocked, IsReadOnly: false } } : {}),
  };
}

/** A project as List Projects gives it. */
export function projectRepresentation(
  { id, name, description, location }: SourceProject,
  isLocated: boolean,
): Record<string, unknown> {
  return {
    Id: id,
    Name: name,
    Description: description,
    ...(isLocated ? { Location: location } : {}),
  };
}

/** The name of everything that a trace may lead to, projects included. */
export function namesOf(projects: readonly SourceProject[]): Names {
  return new Map(
    projects.flatMap(({ id, name, artifacts }) => [
      [id, name] as const,
      ...artifacts.map((artifact) => [artifact.id, artifact.name] as const),
    ]),
  );
}
