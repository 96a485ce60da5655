import * as z from 'zod/mini';

/*
 * What List Artifacts answers (list-artifacts.md §5, §7). Members that may be left out may as well be null; sets of words
 * (kinds of traces, directions, types) are open; keys that are not known survive, and show in the raw view.
 */

/** Left out, or null: the documentation promises only the first. */
const maybe = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.nullable(schema));

const name = maybe(z.string());
const flag = maybe(z.boolean());
const id = z.int();

export const traceSchema = z.looseObject({
  Type: z.string(),
  Direction: z.string(),
  ProjectId: id,
  ArtifactId: id,
  /** Despite its name: the name of the other end. */
  ArtifactPropertyName: name,
  Label: name,
  BlueprintUrl: name,
  Link: name,
  IsSuspect: flag,
  SubArtifactId: maybe(id),
});

export const attachmentSchema = z.looseObject({
  Id: id,
  FileName: z.string(),
  Link: name,
  IsReadOnly: flag,
});

const personSchema = z.looseObject({
  Type: name,
  Id: maybe(id),
  DisplayName: name,
  Name: name,
});

export const propertySchema = z.looseObject({
  PropertyTypeId: maybe(id),
  Name: z.string(),
  BasePropertyType: name,
  TextOrChoiceValue: name,
  IsRichText: flag,
  IsReadOnly: flag,
  NumberValue: maybe(z.number()),
  DateValue: name,
  Choices: maybe(z.array(z.unknown())),
  UsersAndGroups: maybe(z.array(personSchema)),
});

export const commentSchema = z.looseObject({
  Id: id,
  Version: maybe(id),
  Description: name,
  Status: name,
  IsClosed: flag,
  LastModified: name,
  Author: maybe(personSchema),
});

export const artifactSchema = z.looseObject({
  Id: id,
  Name: z.string(),
  ProjectId: id,
  Version: id,
  ParentId: id,
  BlueprintUrl: z.string(),
  ArtifactTypeId: id,
  ArtifactTypeName: z.string(),
  BaseArtifactType: z.string(),
  AreAttachmentsReadOnly: flag,
  AreDocumentReferencesReadOnly: flag,
  AreTracesReadOnly: flag,
  Traces: maybe(z.array(traceSchema)),
  Attachments: maybe(z.array(attachmentSchema)),
  Properties: maybe(z.array(propertySchema)),
  Comments: maybe(z.array(commentSchema)),
  Status: maybe(z.looseObject({ IsLocked: flag, IsReadOnly: flag })),
});

/** The JSON answer is a bare array; the XML one is read into the same. */
export const artifactsSchema = z.array(artifactSchema);

export type BlueprintArtifact = z.infer<typeof artifactSchema>;
export type BlueprintTrace = z.infer<typeof traceSchema>;
export type BlueprintAttachment = z.infer<typeof attachmentSchema>;
export type BlueprintProperty = z.infer<typeof propertySchema>;
export type BlueprintComment = z.infer<typeof commentSchema>;
export type BlueprintPerson = z.infer<typeof personSchema>;
