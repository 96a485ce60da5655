import type { Viewer } from '../access';
import { shownText } from '../text/texts';
import type { Shape } from './valuePlace';

/** A step of a test definition as the seed stores it; its texts are Markdown. */
export interface Steps {
  id: number;
  rank: number;
  description: string;
  expected: string;
}

/** The same as the server tells it (artifacts.md §3). */
export function stepShape(viewer: Viewer, step: Steps): Shape {
  const description = shownText(viewer, { content: step.description, format: 'commonmark' });
  const expected = shownText(viewer, { content: step.expected, format: 'commonmark' });
  return {
    id: step.id,
    description: description.raw,
    description_format: 'html',
    commonmark_description: step.description,
    expected_results: expected.raw,
    expected_results_format: 'html',
    commonmark_expected_results: step.expected,
    rank: step.rank,
  };
}
