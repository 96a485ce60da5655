import type { Field } from '~/api/trackers';
import { specificProperty } from '~/fields/limits';
import { ServerHtml } from '~/fields/text/ServerHtml';

/** What stands between fields without a value: a rule, a blank line, a text of the tracker's administrator (trackers.md §2.1). */
export function StaticElement({ element }: { element: Field }) {
  if (element.type === 'separator') return <hr className="artifact-separator" />;
  if (element.type === 'linebreak') return <div className="artifact-linebreak" />;
  const html = specificProperty(element, 'static_value');
  return typeof html === 'string' && html !== '' ? <ServerHtml html={html} /> : null;
}
