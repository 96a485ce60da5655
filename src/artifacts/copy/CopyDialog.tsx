import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CopyPlus } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type Artifact, copyArtifactWrite } from '~/api/artifacts';
import { explain } from '~/api/explain';
import { scope } from '~/api/session';
import { projectTrackersQuery, trackerQuery } from '~/api/trackers';
import { mayCreate } from '~/fields/mayCreate';
import { paths } from '~/paths';
import { ShowRequest } from '~/requests/ShowRequest';
import type { UnknownCreate } from '~/saving/create/createArtifact';
import { useCreate } from '~/saving/create/useCreate';
import { SendNow } from '~/saving/steps/SendNow';
import { Button } from '~/ui/button/Button';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { Dialog } from '~/ui/overlay/Dialog';
import { toast } from '~/ui/overlay/toasts';
import { Banner } from '~/ui/show/Banner';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { copyState } from './copied';
import { titleValues } from './titleValues';
import './copy.css';

/** It may be there: the next try looks first and sends only what is not. */
function Unclear({ outcome }: { outcome: UnknownCreate }) {
  return (
    <Banner tone="warning" role="alert">
      <strong>It is not known whether the copy was created.</strong> {outcome.error.message}{' '}
      {outcome.search === 'notFound'
        ? 'It is not among the newest artifacts of the tracker; trying again looks once more before it sends.'
        : 'Looking for it failed as well.'}
    </Banner>
  );
}

/** Where the copy goes, and what it takes along: all that fits, into a form; or the title alone, at once. */
export function CopyDialog({ artifact, onClose }: { artifact: Artifact; onClose(): void }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [trackerId, setTrackerId] = useState(artifact.tracker.id);
  const { data = [] } = useQuery(projectTrackersQuery(artifact.project.id));
  const { data: tracker, error } = useQuery(trackerQuery(trackerId));
  const copy = useCreate({
    onEnd(ended, job) {
      if (ended.kind !== 'created') return;
      const queryKey = [...scope(), 'trackers', job.trackerId, 'rows'];
      void queryClient.invalidateQueries({ queryKey });
      toast(`#${ended.id} is created with the title of ${artifact.xref}.`);
      void navigate(paths.artifact(ended.id));
    },
  });
  const title = artifact.title ?? '';
  const others = data.filter(({ id }) => id !== artifact.tracker.id);
  const { outcome } = copy;

  function whyNot(): string | undefined {
    if (error) return 'That tracker could not be read';
    if (!tracker) return 'The tracker is being read';
    return mayCreate(tracker) ? undefined : `You may not create artifacts in ${tracker.label}`;
  }

  function copyTitle(): void {
    if (outcome?.kind === 'unknown') copy.sendAgain();
    else if (tracker) {
      const values = titleValues(tracker, title);
      const { id, fields } = tracker;
      copy.create({ trackerId: id, fields, values, copyOf: artifact.id });
    }
  }

  return (
    <>
      <Dialog
        title={`Copy ${artifact.xref}`}
        onClose={onClose}
        note={<ShowRequest look="text" plan={() => [copyArtifactWrite(trackerId, artifact.id)]} />}
        actions={
          <>
            <Button
              isPending={copy.step !== null}
              disabledReason={whyNot() ?? (title === '' ? 'It has no title to copy' : undefined)}
              onClick={copyTitle}
            >
              Create with the title alone
            </Button>
            <Button
              variant="primary"
              icon={<CopyPlus size={16} strokeWidth={1.75} aria-hidden="true" />}
              disabledReason={whyNot()}
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
          {outcome?.kind === 'refused' ? (
            <ErrorPanel words={explain(outcome.error, 'copy it', true)} />
          ) : null}
          {outcome?.kind === 'unknown' ? <Unclear outcome={outcome} /> : null}
          {copy.fault ? <ErrorPanel words={explain(copy.fault)} /> : null}
          <p>
            A form holds all values that fit, the links with their types among them; nothing is
            created until you send it. Files and comments stay with {artifact.xref}.
          </p>
          <NativeSelect
            label="Into the tracker"
            value={String(trackerId)}
            // What is sent again is that copy: another tracker here would not be where it goes.
            disabledReason={
              outcome?.kind === 'unknown'
                ? 'Trying again makes the copy there, or finds it'
                : undefined
            }
            onChange={(id) => setTrackerId(Number(id))}
            options={[artifact.tracker, ...others].map(({ id, label }) => ({
              value: String(id),
              label,
            }))}
          />
        </div>
      </Dialog>
      <SendNow what="The copy" question={copy.question} />
    </>
  );
}
