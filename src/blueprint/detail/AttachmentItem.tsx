import { useMutation } from '@tanstack/react-query';
import { Download, Paperclip } from 'lucide-react';
import type { BlueprintArtifact, BlueprintAttachment } from '~/api/blueprint/artifactSchema';
import { readAttachment } from '~/api/blueprint/artifacts';
import { explainBlueprint } from '~/api/blueprint/explain';
import { saveBlob } from '~/attachments/bytes/saveBlob';
import { cleanName } from '~/attachments/names/cleanName';
import { FileName } from '~/attachments/names/FileName';
import { Button } from '~/ui/button/Button';
import { Badge } from '~/ui/show/Badge';
import './detail.css';

interface AttachmentItemProps {
  artifact: BlueprintArtifact;
  attachment: BlueprintAttachment;
}

/** One attachment: its name is all that Blueprint says of it in a list; the bytes come when they are asked for. */
export function AttachmentItem({ artifact, attachment }: AttachmentItemProps) {
  const { Id: id, FileName: name, IsReadOnly } = attachment;
  const load = useMutation({
    mutationFn: () => readAttachment(artifact, attachment),
    onSuccess: (blob) => saveBlob(blob, cleanName(name, id)),
  });
  return (
    <li className="blueprint-attachment">
      <Paperclip size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className="blueprint-attachment-name">
        <FileName name={name} />
        <span className="meta">#{id}, size and type are known after the download</span>
      </span>
      {IsReadOnly ? <Badge>Read only</Badge> : null}
      <Button
        size="small"
        isPending={load.isPending}
        aria-label={`Download ${name}`}
        icon={<Download size={14} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => load.mutate()}
      >
        Download
      </Button>
      {load.isError ? (
        <p role="alert" className="field-error">
          {explainBlueprint(load.error).what}
        </p>
      ) : null}
      {load.isSuccess ? (
        <p role="status" className="meta">
          Saved, {load.data.size.toLocaleString()} bytes.
        </p>
      ) : null}
    </li>
  );
}
