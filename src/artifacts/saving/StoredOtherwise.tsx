import type { SaveResult } from '~/saving/useSave';
import { Banner } from '~/ui/show/Banner';
import { storedOtherwise, type StoredOtherwise as Told } from './storedOtherwise';

function quoted(text: string): string {
  const short = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return text === '' ? 'nothing' : `“${short}”`;
}

/** "“1 Jan 1970” in place of “24 Dec 2026”". */
export function storedWords({ sent, stored }: Pick<Told, 'sent' | 'stored'>): string {
  const source = sent === stored ? ', which differs in its source' : '';
  return `${quoted(stored)} in place of ${quoted(sent)}${source}`;
}

/** The server said yes and stored something else: which fields, what was sent, and what stands there now. */
export function StoredOtherwise({ result }: { result: SaveResult }) {
  const fields = storedOtherwise(result);
  if (fields.length === 0) return null;
  return (
    <Banner tone="warning" role="alert">
      <strong>The server stored this differently from what was sent.</strong>
      <ul>
        {fields.map((told) => (
          <li key={told.field.field_id}>
            {told.field.label}: {storedWords(told)}.
          </li>
        ))}
      </ul>
    </Banner>
  );
}
