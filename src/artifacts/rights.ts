import { changeableFields } from '~/saving/draft/rights';
import type { ArtifactEditor } from './editor/editor';

/** Why editing cannot begin: for the button and its key; undefined when it can. */
export function whyNotEdit({ lock, base }: ArtifactEditor): string | undefined {
  return (
    lock ??
    (changeableFields(base) === 0 ? 'None of its fields can be changed here by you' : undefined)
  );
}
