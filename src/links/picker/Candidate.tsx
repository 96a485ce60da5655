import type { ReactNode } from 'react';
import { Button } from '~/ui/button/Button';
import { ArtifactFacts } from '../LinkList';
import type { Reach } from '../reach';
import type { Found } from './useCandidates';

/** Why an artifact cannot be taken, with a way out where there is one. */
export interface Hindrance {
  reason: string;
  way?: ReactNode;
}

interface CandidateProps {
  candidate: Found;
  /** What is done with it, before its number: "Add". */
  verb: string;
  icon: ReactNode;
  hindrance: Hindrance | undefined;
  /** Where it is written too: whether that is allowed. */
  reach: Reach | undefined;
  /** Said of a number that nobody here can see. */
  unseenNote: string | undefined;
  onPick(id: number): void;
}

/** One found artifact with the button that takes it, or the reason why it cannot be taken. */
export function Candidate(props: CandidateProps) {
  const { candidate, verb, icon, hindrance, reach, unseenNote, onPick } = props;
  const { id, facts, isUnseen } = candidate;
  const reason = hindrance?.reason ?? (reach?.kind === 'closed' ? reach.reason : undefined);
  const note = isUnseen ? unseenNote : undefined;
  return (
    <li className="link-row">
      <span className="tabular">#{id}</span>
      <span className="link-title">
        {isUnseen ? <span className="soft">no such artifact that you may see</span> : facts?.title}
      </span>
      {facts ? <ArtifactFacts {...facts} /> : null}
      <Button
        size="small"
        aria-label={facts ? `${verb} #${id} ${facts.title}` : `${verb} #${id}`}
        icon={icon}
        disabledReason={reason}
        onClick={() => onPick(id)}
      >
        {verb}
      </Button>
      {reason === undefined && note === undefined ? null : (
        <span className="link-row-note meta">
          {reason ?? note}. {hindrance?.way}
        </span>
      )}
    </li>
  );
}
