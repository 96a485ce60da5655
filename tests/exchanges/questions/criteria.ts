import type { SandboxTracker } from '../../sandbox/model';
import type { Recording } from '../recordings';

function titleName({ fields, semantics }: SandboxTracker): string | undefined {
  return fields.find(({ id }) => id === semantics.title)?.name;
}

function messageOf({ body }: Recording): string {
  return JSON.stringify(body ?? '');
}

/** Wrong in itself, or about a field that no tracker has: the same in any tracker. */
function isWrongAnywhere(recording: Recording): boolean {
  return /Error during parsing|invalid JSON|We cannot search on|do not exist/.test(
    messageOf(recording),
  );
}

function parsed(text: string): Record<string, unknown> {
  return JSON.parse(text.replaceAll('\\\\', '\\')) as Record<string, unknown>;
}

/** The recorded criteria about the title; undefined where only the recorded field would refuse them. */
function ownCriteria({ status }: Recording, text: string, title: string): string | undefined {
  const values = Object.values(parsed(text));
  if (values.length === 0) return text;
  if (status === 200) return JSON.stringify({ [title]: 'e' });
  const [value] = values;
  // An operator that is no operator, or not one of this field, is refused for texts as for numbers.
  return typeof value === 'object' ? JSON.stringify({ [title]: value }) : undefined;
}

/**
 * The query parameters of a search in a tracker, about this tracker's own title in place of the recorded field (what
 * queries find is held by tql-cases; here only the answer's form is). Undefined when there is no equivalent.
 */
export function ownSearch(
  recording: Recording,
  tracker: SandboxTracker | undefined,
): URLSearchParams | undefined {
  const own = new URLSearchParams(recording.query);
  const text = own.get('query');
  const tql = own.get('expert_query');
  const isPlain = (text ?? '') === '' && (tql ?? '') === '';
  if (isPlain || tracker === undefined || isWrongAnywhere(recording)) return own;
  const title = titleName(tracker);
  if (title === undefined) return undefined;
  if (tql) {
    if (recording.status !== 200) return undefined;
    own.set('expert_query', `${title} = 'e'`);
  }
  if (text) {
    const criteria = ownCriteria(recording, text, title);
    if (criteria === undefined) return undefined;
    own.set('query', criteria);
  }
  return own;
}
