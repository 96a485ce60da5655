import { useId, useState } from 'react';
import { CopyButton } from '~/ui/button/CopyButton';
import { Segments } from '~/ui/form/Segments';
import { type Format, formatsOf, inFormat } from './formats';
import { isMasked, type ShownRequest } from './shownRequest';
import './requests.css';

const labels: Record<Format, string> = { curl: 'curl', fetch: 'fetch', json: 'JSON', xml: 'XML' };

/** More than this is not drawn; the copy is whole. */
const MOST = 50_000;

function notesOf(shown: ShownRequest, format: Format): string[] {
  const hasSecret = Object.values(shown.headers).some(isMasked);
  return [
    ...(hasSecret
      ? [
          format === 'curl'
            ? 'Your credentials are not in it: the shell fills in the variables.'
            : 'Your credentials are not in it: put them in place of •••.',
        ]
      : []),
    ...(shown.cut > 0
      ? [`The body is cut: ${shown.cut.toLocaleString()} more characters were not kept.`]
      : []),
    ...(format === 'xml' && shown.body !== null
      ? ['In XML, null, an empty text and an empty list are one and the same.']
      : []),
  ];
}

/** One request in every form that it has, ready to copy; no secret is in any. */
export function RequestForms({ shown }: { shown: ShownRequest }) {
  const id = useId();
  const formats = formatsOf(shown);
  const [wanted, setWanted] = useState<Format>('curl');
  const format = formats.includes(wanted) ? wanted : 'curl';
  const formed = inFormat(shown, format);
  const text = 'text' in formed ? formed.text : '';
  return (
    <section className="request-forms" aria-labelledby={id}>
      <div className="request-forms-head">
        <Segments<Format>
          label="Form"
          size="small"
          value={format}
          onChange={setWanted}
          segments={formats.map((value) => ({ value, label: labels[value] }))}
        />
        <CopyButton
          text={text}
          disabledReason={text === '' ? 'There is nothing to copy' : undefined}
        >
          Copy
        </CopyButton>
      </div>
      <h3 id={id} className="visually-hidden">
        The request as {labels[format]}
      </h3>
      {'why' in formed ? (
        <p>{formed.why}</p>
      ) : (
        <pre className="request-text">{text.slice(0, MOST)}</pre>
      )}
      {text.length > MOST ? (
        <p className="meta soft">
          The first {MOST.toLocaleString()} of {text.length.toLocaleString()} characters; a copy is
          whole.
        </p>
      ) : null}
      {notesOf(shown, format).map((note) => (
        <p key={note} className="meta soft">
          {note}
        </p>
      ))}
    </section>
  );
}
