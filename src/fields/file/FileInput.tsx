import { useQueryClient } from '@tanstack/react-query';
import { Undo2, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FileInfo } from '~/api/files';
import { AttachmentList } from '~/attachments/AttachmentList';
import type { AttachmentMark } from '~/attachments/AttachmentRow';
import { rememberBytes } from '~/attachments/bytes/fileQueries';
import { visibleName } from '~/attachments/names/visibleName';
import { FilePicker } from '~/attachments/upload/FilePicker';
import { QuotaLine } from '~/attachments/upload/QuotaLine';
import { temporaryFilesQuery } from '~/attachments/upload/quotaQuery';
import { UploadList } from '~/attachments/upload/UploadList';
import type { TakeFiles } from '~/attachments/upload/uploads';
import { useUploads } from '~/attachments/upload/useUploads';
import { IconButton } from '~/ui/button/IconButton';
import { Field, useFieldIds } from '~/ui/form/Field';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import type { Files } from './fileField';
import { GoneFiles, useGoneFiles } from './GoneFiles';

/** What the version that is edited holds and what the draft adds, in one list: a removed file stays in its place. */
function allFiles(base: Files, value: Files): { files: Files; marks: Map<number, AttachmentMark> } {
  const kept = new Set(value.map(({ id }) => id));
  const there = new Set(base.map(({ id }) => id));
  const added = value.filter(({ id }) => !there.has(id));
  const marks = new Map<number, AttachmentMark>();
  for (const { id } of base) if (!kept.has(id)) marks.set(id, 'removed');
  for (const { id } of added) marks.set(id, 'added');
  return { files: [...base, ...added], marks };
}

/** The value as it is when an upload ends: the form's own word for it, else the newest that was drawn or given. */
function useCurrent({ value, current }: Pick<InputProps<Files>, 'value' | 'current'>) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return {
    read: () => current?.() ?? latest.current,
    keep: (next: Files) => {
      latest.current = next;
    },
  };
}

function useAdding(props: InputProps<Files>) {
  const goneIds = useRef<ReadonlySet<number>>(new Set());
  const isGone = (id: number) => goneIds.current.has(id);
  const { field, onChange } = props;
  const queryClient = useQueryClient();
  const { uploads, mine } = useUploads(props.field.field_id);
  const current = useCurrent(props);
  const [sure] = useState(() => new Set<number>());
  const refreshQuota = () => void queryClient.invalidateQueries(temporaryFilesQuery());
  function attach(file: FileInfo, bytes: Blob): void {
    void rememberBytes(queryClient, file, bytes);
    sure.add(file.id);
    // One of the same name that the server no longer has is what this was chosen for again.
    const others = current.read().filter(({ id, name }) => !isGone(id) || name !== file.name);
    const next = [...others, file];
    current.keep(next);
    onChange(next);
    refreshQuota();
  }
  const { field_id: fieldId, max_size_upload: most } = field;
  const add: TakeFiles = (files, onThere) => {
    const both = (file: FileInfo, bytes: Blob) => {
      attach(file, bytes);
      onThere(file);
    };
    return uploads.add({ fieldId, most, attach: both }, files);
  };
  const take = useEffectEvent(add);
  useEffect(
    () => uploads.enrol(fieldId, (files, onThere) => take(files, onThere)),
    [uploads, fieldId],
  );
  return {
    uploads,
    mine,
    goneIds,
    sure,
    add: (files: readonly File[]) => add(files, () => undefined),
    discard: (file: FileInfo) => void uploads.discard(file).then(refreshQuota),
  };
}

/** Attached files while editing: add, mark to remove, undo. Nothing is detached before the save. */
export function FileInput(props: InputProps<Files>) {
  const { value, base = value, onChange, error } = props;
  const { uploads, mine, add, discard, sure, goneIds } = useAdding(props);
  const { files, marks } = allFiles(base, value);
  const there = new Set(base.map(({ id }) => id));
  const gone = useGoneFiles(
    value.filter(({ id }) => !there.has(id)),
    sure,
  );
  useEffect(() => {
    goneIds.current = new Set(gone.map(({ id }) => id));
  });
  const wanted = new Set([
    ...value.map(({ id }) => id),
    ...mine.flatMap(({ fileId }) => fileId ?? []),
  ]);
  const own = inputFacts(props);
  const facts = {
    ...own,
    help: (
      <>
        {own.help ? <>{own.help} · </> : null}
        <QuotaLine wanted={wanted} />
      </>
    ),
  };
  const ids = useFieldIds(facts);

  function actions(file: FileInfo) {
    const mark = marks.get(file.id);
    const name = visibleName(file.name);
    if (mark === 'removed') {
      return (
        <IconButton
          size="small"
          label={`Keep ${name}`}
          tooltip="Keep it"
          icon={<Undo2 size={16} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => onChange(files.filter(({ id }) => wanted.has(id) || id === file.id))}
        />
      );
    }
    return (
      <IconButton
        size="small"
        label={`Remove ${name}`}
        tooltip={mark === 'added' ? 'Remove' : 'Remove when saved'}
        icon={<X size={16} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => {
          onChange(value.filter(({ id }) => id !== file.id));
          if (mark === 'added') discard(file);
        }}
      />
    );
  }

  return (
    <Field ids={ids} {...facts}>
      <FilePicker
        id={ids.control}
        labelledBy={`${ids.control}-label`}
        describedBy={ids.describedBy}
        isInvalid={error !== undefined}
        onFiles={add}
      >
        {files.length === 0 ? null : (
          <AttachmentList files={files} marks={marks} actions={actions} />
        )}
        <GoneFiles
          gone={gone}
          onAddAgain={() => document.getElementById(ids.control)?.click()}
          onTakeOut={() => onChange(value.filter((file) => !gone.includes(file)))}
        />
        <UploadList mine={mine} uploads={uploads} />
      </FilePicker>
    </Field>
  );
}
