import { useQuery } from '@tanstack/react-query';
import { CopyPlus } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { copyArtifactWrite } from '~/api/artifacts/create';
import type { Artifact } from '~/api/artifacts/read';
import { explain } from '~/api/explain';
import { projectTrackersQuery, type Tracker, trackerQuery } from '~/api/trackers';
import { mayCreate } from '~/fields/initialFields';
import { paths } from '~/paths';
import { ShowRequest } from '~/requests/ShowRequest';
import type { UnknownCreate } from '~/saving/create/createArtifact';
import { SendNow } from '~/saving/steps/SendNow';
import { Button } from '~/ui/button/Button';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { Dialog } from '~/ui/overlay/Dialog';
import { Banner } from '~/ui/show/Banner';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { MaybeCreated } from '../saving/MaybeCreated';
import { copyState } from './copied';
import { useTitleCopy } from './useTitleCopy';
import './copy.css';
import { sentence } from '~/lib/words/sentence';

function searchWords({ search, maybe }: UnknownCreate): string {
  if (search === 'failed') return 'Looking for it failed as well.';
  return maybe.length === 0
    ? 'It is not among the newest artifacts of the tracker; trying again looks once more before it sends.'
    : 'You created other things there since, with other titles. Look whether one of them is it before you try again:';
}

/** It may be there: the next try looks first and sends only what is not. */
function Unclear({ outcome }: { outcome: UnknownCreate }) {
  return (
    <Banner tone="warning" role="alert">
      <strong>It is not known whether the copy was created.</strong>{' '}
      {sentence(outcome.error.message)} {searchWords(outcome)}
      <MaybeCreated maybe={outcome.maybe} />
    </Banner>
  );
}

/** How the try to copy ended, where it did not end on the page of the copy. */
function Ending({ creating }: { creating: ReturnType<typeof useTitleCopy>['creating'] }) {
  const { outcome, fault } = creating;
  return (
    <>
      {outcome?.kind === 'refused' ? (
        <ErrorPanel words={explain(outcome.error, 'copy it', true)} />
      ) : null}
      {outcome?.kind === 'unknown' ? <Unclear outcome={outcome} /> : null}
      {fault ? <ErrorPanel words={explain(fault)} /> : null}
    </>
  );
}

/** Why nothing can be made in a tracker; undefined where it can. */
function whyNotInto(tracker: Tracker | undefined, error: Error | null): string | undefined {
  if (error) return 'That tracker could not be read';
  if (!tracker) return 'The tracker is being read';
  return mayCreate(tracker) ? undefined : `You may not create artifacts in ${tracker.label}`;
}

/** The trackers of the project, the artifact's own first. */
function IntoTracker(props: {
  artifact: Artifact;
  trackerId: number;
  onTracker(id: number): void;
  isUnclear: boolean;
}) {
  const { artifact, trackerId, onTracker, isUnclear } = props;
  const { data = [] } = useQuery(projectTrackersQuery(artifact.project.id));
  const others = data.filter(({ id }) => id !== artifact.tracker.id);
  return (
    <NativeSelect
      label="Into the tracker"
      value={String(trackerId)}
      // What is sent again is that copy: another tracker here would not be where it goes.
      disabledReason={isUnclear ? 'Trying again makes the copy there, or finds it' : undefined}
      onChange={(id) => onTracker(Number(id))}
      options={[artifact.tracker, ...others].map(({ id, label }) => ({ value: String(id), label }))}
    />
  );
}

/** Where the copy goes, and what it takes along: all that fits, into a form; or the title alone, at once. */
export function CopyDialog({ artifact, onClose }: { artifact: Artifact; onClose(): void }) {
  const navigate = useNavigate();
  const [trackerId, setTrackerId] = useState(artifact.tracker.id);
  const { data: tracker, error } = useQuery(trackerQuery(trackerId));
  const { creating, copyInto } = useTitleCopy(artifact);
  const whyNot = whyNotInto(tracker, error);
  return (
    <>
      <Dialog
        title={`Copy ${artifact.xref}`}
        onClose={onClose}
        note={<ShowRequest look="text" plan={() => [copyArtifactWrite(trackerId, artifact.id)]} />}
        actions={
          <>
            <Button
              isPending={creating.step !== null}
              disabledReason={whyNot ?? (artifact.title ? undefined : 'It has no title to copy')}
              onClick={() => copyInto(trackerId)}
            >
              Create with the title alone
            </Button>
            <Button
              variant="primary"
              icon={<CopyPlus size={16} strokeWidth={1.75} aria-hidden="true" />}
              disabledReason={whyNot}
              onClick={() =>
                void navigate(paths.newArtifact(trackerId), { state: copyState(artifact.id) })
              }
            >
              Fill in a form
            </Button>
          </>
        }
      >
        <div className="copy">
          <Ending creating={creating} />
          <p>
            A form holds all values that fit, the links with their types among them; nothing is
            created until you send it. Files and comments stay with {artifact.xref}.
          </p>
          <IntoTracker
            artifact={artifact}
            trackerId={trackerId}
            onTracker={setTrackerId}
            isUnclear={creating.outcome?.kind === 'unknown'}
          />
        </div>
      </Dialog>
      <SendNow what="The copy" question={creating.question} />
    </>
  );
}
