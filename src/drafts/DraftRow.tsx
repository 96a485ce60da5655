import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { Link } from 'react-router-dom';
import { useSession } from '~/api/session';
import { formatDate, formatDateTime } from '~/lib/dates';
import { joinWords } from '~/lib/words/joinWords';
import { paths } from '~/paths';
import { countWords } from '~/saving/countWords';
import { triedIn } from '~/saving/kept/blankAdapter';
import { DRAFT_DAYS, type DraftHead } from '~/saving/kept/head';
import type { ListedDraft } from '~/saving/kept/list';
import { IconButton } from '~/ui/button/IconButton';
import { RelativeTime } from '~/ui/show/RelativeTime';
import { DraftText } from './DraftText';
import { type Freshness, freshnessQuery, settingsFreshnessQuery } from './freshness';

function placeOf({ place, id, key }: DraftHead): string {
  if (place === 'artifact') return paths.artifact(id);
  return place === 'new' ? paths.newArtifact(id, { draft: key }) : paths.svn(id);
}

/** `checking` while all are asked about at once; `same` when the version is still the one it starts from. */
export type Known = 'checking' | 'same' | 'another' | 'failed';

function wordsOf(known: Known, fresh: Freshness | undefined): Freshness {
  if (known === 'same') return { tone: 'calm', words: 'based on the newest version' };
  if (known === 'failed') return { tone: 'look', words: 'its newest version could not be read' };
  return fresh ?? { tone: 'calm', words: 'looking for newer changes…' };
}

/** What became since of what the draft is of; a new artifact waits for nobody. */
function useFreshness({ artifact, blank, svn, records }: ListedDraft, known: Known): Freshness {
  const ofArtifact = useQuery(freshnessQuery(known === 'another' ? artifact?.state : undefined));
  const ofSettings = useQuery(settingsFreshnessQuery(svn ?? undefined));
  if (blank) {
    return triedIn(records)
      ? { tone: 'look', words: 'sent, its end was not seen: open it to find out' }
      : { tone: 'calm', words: 'not sent yet' };
  }
  if (svn) return wordsOf(ofSettings.isError ? 'failed' : 'another', ofSettings.data);
  return wordsOf(ofArtifact.isError ? 'failed' : known, ofArtifact.data);
}

interface DraftRowProps {
  draft: ListedDraft;
  known: Known;
  onDiscard(): void;
}

/** One draft: what of and at which server, how old, what is changed, from which version, and what became of that since. */
export function DraftRow({ draft, known, onDiscard }: DraftRowProps) {
  const { head } = draft;
  const fresh = useFreshness(draft, known);
  const server = useSession().session?.connection.label;
  const name = [head.name, head.title].filter(Boolean).join(' ');
  // There is no page of it any more: what was typed is all there is, so it is shown at once.
  const isGone = fresh.tone === 'gone';
  return (
    <li className="draft">
      <div className="draft-main">
        {isGone ? (
          <span className="draft-name">{name}</span>
        ) : (
          <Link className="draft-name" to={placeOf(head)} state={{ from: 'drafts' }}>
            {name}
          </Link>
        )}
        <span className="draft-facts">
          {server} · {head.within} · <RelativeTime value={new Date(head.savedAt).toISOString()} />
        </span>
        <span className="draft-facts">
          <strong>{countWords(head.changed.length, head.hasComment)}</strong>
          {head.changed.length === 0 ? '' : `: ${joinWords(head.changed)}`}
        </span>
        <span className="draft-facts">
          {head.version ? `From the version of ${formatDateTime(head.version.date)}: ` : ''}
          <span className={`draft-fresh draft-${fresh.tone}`}>{fresh.words}</span>
        </span>
        {draft.goesAt === null ? null : (
          <span className="draft-fresh draft-look">
            Nothing was typed into it for {DRAFT_DAYS} days: it is deleted after{' '}
            {formatDate(draft.goesAt)}, unless you go on with it.
          </span>
        )}
        <DraftText draft={draft} isOpen={isGone} />
      </div>
      <IconButton
        label={`Discard the draft of ${name}`}
        tooltip="Discard"
        icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />}
        onClick={onDiscard}
      />
    </li>
  );
}
