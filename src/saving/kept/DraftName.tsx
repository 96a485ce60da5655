import { RelativeTime } from '~/ui/show/RelativeTime';
import { countWords } from '../countWords';
import type { DraftHead } from './head';

/** What a draft that came back is called: "Your draft from 2 hours ago: 3 changes and a comment". */
export function DraftName({ head }: { head: DraftHead }) {
  return (
    <strong>
      {head.undoes === undefined ? 'Your draft' : 'The undo'} from{' '}
      <RelativeTime value={new Date(head.savedAt).toISOString()} />:{' '}
      {countWords(head.changed.length, head.hasComment)}
    </strong>
  );
}
