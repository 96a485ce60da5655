import { Send } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import {
  type ArtifactsOptions,
  artifactsRequest,
  formats,
  traceKinds,
} from '~/api/blueprint/artifactsRequest';
import type { BlueprintServer } from '~/api/blueprint/servers';
import { equal } from '~/lib/equal';
import { Button } from '~/ui/button/Button';
import { Checkbox } from '~/ui/form/Checkbox';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { Segments } from '~/ui/form/Segments';
import { TextField } from '~/ui/form/TextField';
import { type Draft, draftOf, readDraft } from './draft';
import { FilterField } from './FilterField';
import { RequestPreview } from './RequestPreview';
import { switches, traceLabels } from './switches';
import './request.css';

interface RequestFormProps {
  server: BlueprintServer;
  projectId: number;
  /** The request whose answer is shown. */
  sent: ArtifactsOptions;
  isSending: boolean;
  onSend(options: ArtifactsOptions): void;
}

interface DraftPartProps {
  draft: Draft;
  onChange(changes: Partial<Draft>): void;
}

function Switches({ draft, onChange }: DraftPartProps) {
  return (
    <fieldset className="blueprint-switches" aria-label="What is asked for">
      {switches.map(({ name, label, cost }) => (
        <div key={name}>
          <Checkbox
            isSelected={draft.flags[name]}
            onChange={(isSelected) => onChange({ flags: { ...draft.flags, [name]: isSelected } })}
            aria-describedby={`blueprint-${name}`}
          >
            {label}
          </Checkbox>
          <span id={`blueprint-${name}`} className="meta">
            {cost}
          </span>
        </div>
      ))}
    </fieldset>
  );
}

function Numbers({
  draft,
  onChange,
  problems,
}: DraftPartProps & { problems: { offset?: string; limit?: string } | null }) {
  return (
    <div className="blueprint-numbers">
      <NativeSelect
        label="Traces"
        value={draft.traces}
        onChange={(value) =>
          onChange({ traces: traceKinds.find((kind) => kind === value) ?? 'None' })
        }
        options={traceKinds.map((kind) => ({ value: kind, label: traceLabels[kind] }))}
      />
      <TextField
        label="Start at"
        inputMode="numeric"
        value={draft.offset}
        onChange={(offset) => onChange({ offset })}
        error={problems?.offset}
      />
      <TextField
        label="Per page"
        inputMode="numeric"
        value={draft.limit}
        onChange={(limit) => onChange({ limit })}
        error={problems?.limit}
        help="1 to 500"
      />
    </div>
  );
}

/**
 * Every parameter of the request, and the request as it will go out. Nothing is sent before Send; a new address (Back, a
 * link) sets the form anew.
 */
export function RequestForm({ server, projectId, sent, isSending, onSend }: RequestFormProps) {
  const [draft, setDraft] = useState(() => draftOf(sent));
  const [from, setFrom] = useState(sent);
  if (!equal(from, sent)) {
    setFrom(sent);
    setDraft(draftOf(sent));
  }
  const { options, problems } = readDraft(draft);
  const change = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }));
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (options) onSend(options);
  }
  return (
    <form className="blueprint-request" aria-label="Request" onSubmit={submit} noValidate>
      <div className="blueprint-request-fields">
        <Switches draft={draft} onChange={change} />
        <Numbers draft={draft} onChange={change} problems={problems} />
      </div>
      <div className="blueprint-request-text">
        <FilterField value={draft.filter} onChange={(filter) => change({ filter })} />
        <RequestPreview
          server={server}
          request={options && artifactsRequest(projectId, options)}
          isSent={equal(options, sent)}
        />
        <div className="blueprint-request-foot">
          <Segments
            label="Format of the answer"
            value={draft.format}
            onChange={(format) => change({ format })}
            segments={formats.map((value) => ({ value, label: value.toUpperCase() }))}
          />
          <Button
            type="submit"
            variant="primary"
            isPending={isSending}
            disabledReason={options ? undefined : 'Put the numbers right first.'}
            icon={<Send size={16} strokeWidth={1.75} aria-hidden="true" />}
          >
            {equal(options, sent) ? 'Send again' : 'Send'}
          </Button>
        </div>
      </div>
    </form>
  );
}
