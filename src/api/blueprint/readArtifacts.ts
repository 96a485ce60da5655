import * as z from 'zod/mini';
import { bodyKind } from '../answers/readAnswer';
import { shapeIssues } from '../answers/shapeIssues';
import { parseXml, XmlError } from '../answers/xml';
import { ApiError } from '../error';
import { artifactsSchema, type BlueprintArtifact } from './artifactSchema';
import type { BlueprintAnswer } from './client';
import { blueprintNamespace, xmlValue } from './xmlValue';

/** The answer as the JSON format would have it. Throws `XmlError` or `SyntaxError` for a text that is neither. */
function jsonOf(text: string, contentType: string): unknown {
  const isXml =
    /\bxml\b/.test(contentType) || (!/\bjson\b/.test(contentType) && /^\s*</.test(text));
  if (!isXml) return JSON.parse(text.replace(/^\ufeff/, ''));
  const root = parseXml(text);
  if (root.name !== 'Artifacts' || root.namespace !== blueprintNamespace) {
    throw new XmlError(`The root is <${root.name}> of "${root.namespace}"`, 1);
  }
  return xmlValue(root);
}

/**
 * The artifacts of an answer, JSON or XML, in the same model (B8). Throws an `ApiError` of kind `shape` that names what
 * cannot be read, with its path.
 */
export function readArtifacts(answer: BlueprintAnswer): BlueprintArtifact[] {
  const { text, contentType, status, headers, asked } = answer;
  const facts = { request: asked, status, headers, body: bodyKind(text, contentType) };
  let value: unknown;
  try {
    value = jsonOf(text, contentType);
  } catch (cause) {
    const message = cause instanceof XmlError ? cause.message : 'It is neither JSON nor XML.';
    const issues = [{ path: '', message }];
    throw new ApiError('shape', 'The answer cannot be read.', { ...facts, issues, cause });
  }
  const result = z.safeParse(artifactsSchema, value);
  if (result.success) return result.data;
  const issues = shapeIssues(result.error.issues);
  throw new ApiError('shape', 'The answer has an unexpected shape.', {
    ...facts,
    body: 'json',
    issues,
  });
}
