import { useState } from 'react';
import type { LoggedRequest } from '~/api/requests/log';
import { exactTime } from '~/lib/dates';
import { indentedJson } from '~/requests/indentedJson';
import { RequestForms } from '~/requests/RequestForms';
import { shownLogged } from '~/requests/shownRequest';
import { CopyButton } from '~/ui/button/CopyButton';
import { Tabs } from '~/ui/show/Tabs';
import { attemptWords, sizeWords, statusWords, timeWords, toneOf } from './entryWords';
import { limitsOf } from './limits';
import { ReplayPanel } from './replay/ReplayPanel';

type Part = 'answer' | 'request' | 'forms' | 'replay';

const parts: readonly { value: Part; label: string }[] = [
  { value: 'answer', label: 'Answer' },
  { value: 'request', label: 'Request' },
  { value: 'forms', label: 'Take it' },
  { value: 'replay', label: 'Send again' },
];

/** More than this is not drawn; the copy is whole. */
const MOST = 50_000;

function HeaderTable({ headers }: { headers: Readonly<Record<string, string>> }) {
  const pairs = Object.entries(headers);
  if (pairs.length === 0) return <p className="meta soft">No headers.</p>;
  return (
    <dl className="request-headers">
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Body({ text, cut, empty }: { text: string | null; cut: number; empty: string }) {
  const shown = indentedJson(text ?? '');
  return (
    <>
      {shown === '' ? (
        <p className="meta soft">{cut > 0 ? 'The body is no longer kept.' : empty}</p>
      ) : (
        <>
          <div>
            <CopyButton text={shown}>Copy the body</CopyButton>
          </div>
          <pre className="request-text">{shown.slice(0, MOST)}</pre>
        </>
      )}
      {shown.length > MOST || (cut > 0 && shown !== '') ? (
        <p className="meta soft">
          {shown.length > MOST ? 'The beginning; a copy has more. ' : ''}
          {cut > 0 ? `${cut.toLocaleString()} more characters were not kept.` : ''}
        </p>
      ) : null}
    </>
  );
}

/** One request: what was sent and what came, in words and to the letter, and the ways to use it elsewhere. */
export function RequestDetail({ entry }: { entry: LoggedRequest }) {
  const [part, setPart] = useState<Part>('answer');
  const { method, path, server, startedAt, problem } = entry;
  const facts = [timeWords(entry), sizeWords(entry), attemptWords(entry), server.label];
  return (
    <article className="request-detail" aria-label={`${method} ${path}`}>
      <h3 className="request-title">
        {method} <span>{path}</span>
      </h3>
      <p className="meta">
        <span className="request-status" data-tone={toneOf(entry)}>
          {statusWords(entry)}
        </span>
        {[...facts, exactTime(startedAt)].filter((fact) => fact !== '').map((fact) => ` · ${fact}`)}
      </p>
      {problem ? <p>{problem}</p> : null}
      {limitsOf(entry.answerHeaders).map((words) => (
        <p key={words} className="request-limit">
          {words}
        </p>
      ))}
      <Tabs<Part> label="Parts of the request" value={part} onChange={setPart} tabs={parts}>
        <div className="request-part">
          {part === 'answer' ? (
            <>
              <Body text={entry.answerBody} cut={entry.answerCut} empty="The body is empty." />
              <HeaderTable headers={entry.answerHeaders} />
            </>
          ) : null}
          {part === 'request' ? (
            <>
              <HeaderTable headers={entry.requestHeaders} />
              <Body
                text={entry.requestBody}
                cut={entry.requestCut}
                empty="Nothing was sent with it."
              />
            </>
          ) : null}
          {part === 'forms' ? <RequestForms shown={shownLogged(entry)} /> : null}
          {part === 'replay' ? <ReplayPanel entry={entry} /> : null}
        </div>
      </Tabs>
    </article>
  );
}
