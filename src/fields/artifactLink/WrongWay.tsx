import { useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { type Field, trackerQuery } from '~/api/trackers';
import { LinkPlace } from '~/links/LinkPlace';
import type { LinkedArtifact } from '~/links/linkedArtifacts';
import { type LinkSense, phraseOf, turnedRound } from '~/links/linkTypes';
import { isWrongWay } from '~/links/wrongWay';
import { TextButton } from '~/ui/button/TextButton';

interface WrongWayProps {
  sense: LinkSense;
  /** The artifact at the other end; undefined until it is known. */
  facts: LinkedArtifact | undefined;
  field: Field;
  /** Turns it round; absent where it is only read, or where the other way cannot be chosen. */
  onSense?: ((sense: LinkSense) => void) | undefined;
}

/** A link that turns the hierarchy of the two trackers round is told as such (features L3), with the way to mend it. */
export function WrongWay({ sense, facts, field, onSense }: WrongWayProps) {
  const place = use(LinkPlace);
  const there = facts?.tracker;
  const { type, direction } = sense;
  // Of one's own tracker the parent is known; that of the other one says whether this may be its child.
  const isAsked = type === '_is_child' && direction === 'reverse' && there !== undefined;
  const { data } = useQuery({
    ...trackerQuery(there?.id ?? 0),
    enabled: isAsked && there.id !== place?.tracker.id,
  });
  if (!place || !there) return null;
  const here = place.tracker;
  if (!isWrongWay(sense, here, { id: there.id, parentId: data?.parent?.id })) return null;
  const isForward = direction === 'forward';
  const [parents, children] = isForward ? [there, here] : [here, there];
  const turned = turnedRound(sense);
  return (
    <p className="link-row-note meta">
      {parents.label} are the parents of {children.label}: this is the other way round.{' '}
      {onSense ? (
        <TextButton onClick={() => onSense(turned)}>
          Make it “{phraseOf(turned, field.allowed_types ?? [])}”
        </TextButton>
      ) : null}
    </p>
  );
}
