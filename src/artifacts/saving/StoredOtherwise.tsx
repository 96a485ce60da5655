import type { SaveResult } from '~/saving/useSave';
import { Banner } from '~/ui/show/Banner';
import { storedOtherwise } from './storedOtherwise';

function quoted(text: string): string {
  const short = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return text === '' ? 'nothing' : `“${short}”`;
}

/** The server said yes and stored something else: which fields, what was sent, and what stands there now. */
export function StoredOtherwise({ result }: { result: SaveResult }) {
  const fields = storedOtherwise(result);
  if (fields.length === 0) return null;
  return (
    <Banner tone="warning" role="alert">
      <strong>The server stored this differently from what was sent.</strong>
      <ul>
        {fields.map(({ field, sent, stored }) => (
          <li key={field.field_id}>
            {field.label}: {quoted(stored)} in place of {quoted(sent)}
            {sent === stored ? ', which differs in its source' : ''}.
          </li>
        ))}
      </ul>
    </Banner>
  );
}
