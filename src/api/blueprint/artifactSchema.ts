import * as z from 'zod/mini';

/*
 * What List Artifacts answers (list-artifacts.md §5, §7). Members that may be left out may as well be null; sets of words
 * (kinds of traces, directions, types) are open; keys that are not known survive, and show in the raw view.
 */

const name = z.nullish(z.string());
const flag = z.nullish(z.boolean());
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
  SubArtifactId: z.nullish(id),
});

export const attachmentSchema = z.looseObject({
  Id: id,
  FileName: z.string(),
  Link: name,
  IsReadOnly: flag,
});

const personSchema = z.looseObject({
  Type: name,
  Id: z.nullish(id),
  DisplayName: name,
  Name: name,
});

export const propertySchema = z.looseObject({
  PropertyTypeId: z.nullish(id),
  Name: z.string(),
  BasePropertyType: name,
  TextOrChoiceValue: name,
  IsRichText: flag,
  IsReadOnly: flag,
  NumberValue: z.nullish(z.number()),
  DateValue: name,
  Choices: z.nullish(z.array(z.unknown())),
  UsersAndGroups: z.nullish(z.array(personSchema)),
});

export const commentSchema = z.looseObject({
  Id: id,
  Version: z.nullish(id),
  Description: name,
  Status: name,
  IsClosed: flag,
  LastModified: name,
  Author: z.nullish(personSchema),
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
  Traces: z.nullish(z.array(traceSchema)),
  Attachments: z.nullish(z.array(attachmentSchema)),
  Properties: z.nullish(z.array(propertySchema)),
  Comments: z.nullish(z.array(commentSchema)),
  Status: z.nullish(z.looseObject({ IsLocked: flag, IsReadOnly: flag })),
});

/** The JSON answer is a bare array; the XML one is read into the same. */
export const artifactsSchema = z.array(artifactSchema);

export type BlueprintArtifact = z.infer<typeof artifactSchema>;
export type BlueprintTrace = z.infer<typeof traceSchema>;
export type BlueprintAttachment = z.infer<typeof attachmentSchema>;
export type BlueprintProperty = z.infer<typeof propertySchema>;
export type BlueprintComment = z.infer<typeof commentSchema>;
export type BlueprintPerson = z.infer<typeof personSchema>;
