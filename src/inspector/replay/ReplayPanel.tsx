import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { explain } from '~/api/explain';
import type { LoggedRequest } from '~/api/requests/log';
import { useReadOnly } from '~/api/requests/readOnly';
import { useSession } from '~/api/session';
import { indentedJson } from '~/requests/indentedJson';
import { Button } from '~/ui/button/Button';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { TextArea } from '~/ui/form/TextArea';
import { TextField } from '~/ui/form/TextField';
import { ConfirmDialog } from '~/ui/overlay/ConfirmDialog';
import { DiffText } from '~/ui/show/DiffText';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { statusWords, timeWords } from '../entryWords';
import { draftOf, methods, type ReplayDraft, replay, replayFault } from './replay';

/** The new answer against the one that was logged. */
function Comparison({ before, after }: { before: LoggedRequest; after: LoggedRequest }) {
  const [old, now] = [before, after].map(({ answerBody }) => indentedJson(answerBody ?? ''));
  const isSame = before.status === after.status && old === now;
  return (
    <div className="replay-result">
      <p role="status">
        <strong>
          {isSame ? 'The same answer' : 'Another answer'}: {statusWords(after)}
        </strong>{' '}
        {before.status === after.status ? '' : `(it was ${statusWords(before)}) `}
        {timeWords(after)}
        {after.problem ? `. ${after.problem}` : ''}
      </p>
      {old === now ? null : (
        <div className="request-text">
          <DiffText before={old ?? ''} after={now ?? ''} empty="nothing" around={3} />
        </div>
      )}
      {before.answerCut + after.answerCut > 0 ? (
        <p className="meta soft">Only what is kept of the two answers is compared.</p>
      ) : null}
    </div>
  );
}

interface ReplayFormProps {
  entry: LoggedRequest;
  original: ReplayDraft;
}

function ReplayForm({ entry, original }: ReplayFormProps) {
  const queryClient = useQueryClient();
  const isReadOnly = useReadOnly();
  const { session } = useSession();
  const [draft, setDraft] = useState({ ...original, body: indentedJson(original.body) });
  const [isAsking, setIsAsking] = useState(false);
  const isWrite = draft.method !== 'GET';
  const fault = replayFault(draft);
  const sending = useMutation({
    mutationFn: replay,
    // A write may have changed anything that was read.
    onSettled: () => (isWrite ? queryClient.invalidateQueries() : undefined),
  });
  const isElsewhere = session?.connection.id !== entry.server.id;
  const why = isElsewhere
    ? `It was sent to ${entry.server.label}; you are signed in elsewhere now`
    : isWrite && isReadOnly
      ? 'Read-only is on: no write leaves this browser'
      : fault;
  const { data, error } = sending;
  return (
    <div className="replay">
      <div className="replay-line">
        <NativeSelect
          label="Method"
          value={draft.method}
          onChange={(value) => {
            const method = methods.find((each) => each === value);
            if (method) setDraft({ ...draft, method });
          }}
          options={methods.map((value) => ({ value, label: value }))}
        />
        <TextField
          label="Path below /api/"
          value={draft.path}
          onChange={(path) => setDraft({ ...draft, path })}
          isMono
          spellCheck={false}
          autoComplete="off"
        />
      </div>
      {isWrite ? (
        <TextArea
          label="Body (JSON)"
          value={draft.body}
          onChange={(body) => setDraft({ ...draft, body })}
          rows={8}
          spellCheck={false}
        />
      ) : null}
      {Object.entries(draft.headers).map(([name, value]) => (
        <p key={name} className="meta soft">
          Sent with it: <code>{`${name}: ${value}`}</code>
        </p>
      ))}
      {fault === undefined ? null : <p className="replay-fault">{fault}</p>}
      <div>
        <Button
          icon={<Send size={16} strokeWidth={1.75} aria-hidden="true" />}
          isPending={sending.isPending}
          disabledReason={why}
          onClick={() => (isWrite ? setIsAsking(true) : sending.mutate(draft))}
        >
          {isWrite ? `Send ${draft.method} again…` : 'Send again'}
        </Button>
      </div>
      {isAsking ? (
        <ConfirmDialog
          title={`Send ${draft.method} ${draft.path} to ${entry.server.label}?`}
          confirmLabel={`Send ${draft.method}`}
          isDangerous
          onCancel={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            sending.mutate(draft);
          }}
        >
          <p>
            This writes to the server as {session?.person.realName ?? 'you'}, without the checks of
            Parterre’s own forms. People may be notified.
          </p>
        </ConfirmDialog>
      ) : null}
      {data && 'entry' in data ? <Comparison before={entry} after={data.entry} /> : null}
      {data && 'blocked' in data ? <ErrorPanel words={explain(data.blocked)} /> : null}
      {error ? <ErrorPanel words={explain(error)} /> : null}
    </div>
  );
}

/** Sends a logged request once more, as it was or edited; writes ask first (features A2). */
export function ReplayPanel({ entry }: { entry: LoggedRequest }) {
  const original = draftOf(entry);
  if ('why' in original) return <p>It cannot be sent again from here. {original.why}</p>;
  return <ReplayForm key={entry.id} entry={entry} original={original} />;
}
