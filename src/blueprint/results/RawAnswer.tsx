import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ArtifactsPage } from '~/api/blueprint/artifacts';
import { saveBlob } from '~/attachments/bytes/saveBlob';
import { Button } from '~/ui/button/Button';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { Segments } from '~/ui/form/Segments';
import { indented } from './indented';

/** More than this is not drawn at once: the whole is in the saved file. */
const MOST = 100_000;

const isXml = ({ contentType }: ArtifactsPage): boolean => /\bxml\b/.test(contentType);

function factsOf({ status, rangeText, text, contentType }: ArtifactsPage): string {
  const bytes = new TextEncoder().encode(text).length;
  const size = `${bytes.toLocaleString()} bytes`;
  const range = rangeText === null ? 'no Content-Range' : `Content-Range: ${rangeText}`;
  return [`Status ${status}`, range, contentType, size].join(' · ');
}

/** The answers to the letter, page by page, with everything in them that Parterre does not know. */
export function RawAnswer({ pages, projectId }: { pages: ArtifactsPage[]; projectId: number }) {
  const [offset, setOffset] = useState(pages[0]?.offset ?? 0);
  const [form, setForm] = useState<'indented' | 'asSent'>('indented');
  const page = pages.find((each) => each.offset === offset) ?? pages[0];
  if (!page) return null;
  const extension = isXml(page) ? 'xml' : 'json';
  const text = form === 'indented' ? indented(page.text, extension) : page.text;
  return (
    <div className="blueprint-raw">
      <div className="blueprint-raw-head">
        {pages.length > 1 ? (
          <NativeSelect
            label="Page"
            value={String(page.offset)}
            onChange={(value) => setOffset(Number(value))}
            options={pages.map((each) => ({
              value: String(each.offset),
              label: `From ${each.offset}, ${each.artifacts.length} artifacts`,
            }))}
          />
        ) : null}
        <Segments<'indented' | 'asSent'>
          label="How it is shown"
          value={form}
          onChange={setForm}
          segments={[
            { value: 'indented', label: 'Indented' },
            { value: 'asSent', label: 'As sent' },
          ]}
        />
        <Button
          icon={<Download size={16} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() =>
            saveBlob(
              new Blob([page.text]),
              `blueprint-${projectId}-from-${page.offset}.${extension}`,
            )
          }
        >
          Save the answer
        </Button>
      </div>
      <p className="meta">{factsOf(page)}</p>
      <pre className="blueprint-raw-text">{text.slice(0, MOST)}</pre>
      {text.length > MOST ? (
        <p className="meta">
          The first {MOST.toLocaleString()} of {text.length.toLocaleString()} characters. The whole
          is in the saved answer.
        </p>
      ) : null}
    </div>
  );
}
