import { Link } from 'react-router-dom';
import { paths } from '~/paths';
import { isMissing, isUnclear, type OtherSave } from '~/saving/others/saveOther';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import type { ArtifactEditor } from '../editor/editor';
import { whoAndWhat } from './words';

function reasonOf({ end }: OtherSave, me: number): string {
  if (end.kind === 'refused' || end.kind === 'unclear') return end.message;
  if (end.kind === 'changed') return 'Somebody made this link another one meanwhile.';
  if (end.kind === 'takenBack') return 'It is not there, and you have taken it back.';
  if (end.kind === 'agreed') return '';
  return `${whoAndWhat(end.replaced, me)} had changed links there just before, and the server did not notice. What your save replaced of them is in the history there.`;
}

interface ListProps {
  others: readonly OtherSave[];
  me: number;
}

function Others({ others, me }: ListProps) {
  return (
    <ul>
      {others.map((other) => (
        <li key={other.id}>
          <Link to={paths.artifact(other.id)} target="_blank">
            {other.xref}
          </Link>
          : {reasonOf(other, me)}
        </li>
      ))}
    </ul>
  );
}

interface OtherNoticesProps extends ListProps {
  /** The save that wrote there and can look again; null where it was one of a tab that was killed. */
  saving: ArtifactEditor['saving'] | null;
}

/** Links of other artifacts that a save did not store, or not as a person would expect (features D4, L4). */
export function OtherNotices({ others, me, saving }: OtherNoticesProps) {
  const unclear = others.filter(isUnclear);
  const missing = others.filter((other) => isMissing(other) && !isUnclear(other));
  const takenBack = others.filter(({ end }) => end.kind === 'takenBack');
  const replaced = others.filter(({ end }) => end.kind === 'saved' && end.replaced.length > 0);
  return (
    <>
      {unclear.length === 0 ? null : (
        <Banner
          tone="warning"
          role="alert"
          actions={
            saving ? (
              <Button isPending={saving.step !== null} onClick={saving.lookAgain}>
                Look again
              </Button>
            ) : null
          }
        >
          <strong>Of some links it is not known whether they are saved.</strong>{' '}
          {saving
            ? '“Look again” sends only what is not there and stands here as a change.'
            : 'Look at them there.'}
          <Others others={unclear} me={me} />
        </Banner>
      )}
      {missing.length === 0 ? null : (
        <Banner tone="warning" role="alert">
          <strong>
            Not saved at {missing.length === 1 ? 'another artifact' : 'some artifacts'}.
          </strong>{' '}
          What is missing stands in the form again, as a change that is not saved.
          <Others others={missing} me={me} />
        </Banner>
      )}
      {takenBack.length === 0 ? null : (
        <Banner tone="info" role="status">
          <strong>
            Not saved at {takenBack.length === 1 ? 'another artifact' : 'some artifacts'}.
          </strong>
          <Others others={takenBack} me={me} />
        </Banner>
      )}
      {replaced.length === 0 ? null : (
        <Banner tone="warning" role="alert">
          <Others others={replaced} me={me} />
        </Banner>
      )}
    </>
  );
}
