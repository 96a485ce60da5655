import { joinWords } from '~/lib/words/joinWords';
import type { Saved } from '~/saving/machine/states';
import type { OtherSave } from '~/saving/others/saveOther';
import type { SaveResult } from '~/saving/useSave';

/** Named each up to here; more are counted. */
const TOLD = 5;

type Stored = OtherSave & { end: { kind: 'saved' } };

/** "req #12 (changeset 9912) and req #40 (changeset 9913)"; `''` for none. */
function storedAt(others: readonly OtherSave[]): string {
  const stored = others.filter((one): one is Stored => one.end.kind === 'saved');
  if (stored.length > TOLD) return `${stored.length} other artifacts`;
  return joinWords(
    stored.map(({ xref, end: { changeset } }) =>
      changeset === null ? xref : `${xref} (changeset ${changeset})`,
    ),
  );
}

/** What became of the artifact's own part. Nothing of a draft that was discarded meanwhile comes back. */
function savedHere({ changeset, how, news, despite }: Saved, isTakenBack: boolean): string {
  if (!news) return 'Saved. Reading it back failed.';
  if (!changeset) return 'Saved. The server found nothing to change.';
  const lost = despite ? `The server said “${despite.message}”` : 'The answer was lost on the way';
  if (how === 'commented') {
    const left = isTakenBack
      ? ''
      : ' Values that it does not hold as you typed them stand here as changes that are not saved.';
    return `${lost}, but your comment stands in changeset ${changeset.id}.${left}`;
  }
  if (despite) {
    const left = isTakenBack
      ? ''
      : ' Links that are missing there stand here again, as changes that are not saved.';
    return `${lost}, but the artifact is saved as changeset ${changeset.id}.${left}`;
  }
  return how === 'found'
    ? `${lost}, but your change landed as changeset ${changeset.id}.`
    : `Saved as changeset ${changeset.id}.`;
}

/** What a successful save has to say, for the live region and the eye; `''` when there was none. */
export function savedWords(result: SaveResult | null): string {
  if (!result) return '';
  const { outcome, others, isTakenBack = false } = result;
  const elsewhere = storedAt(others);
  if (outcome.kind === 'saved') {
    const here = savedHere(outcome, isTakenBack);
    return elsewhere ? `${here} Also saved: ${elsewhere}.` : here;
  }
  if (outcome.kind !== 'unchanged') return '';
  if (elsewhere) return `Saved at ${elsewhere}. This artifact has no new changeset.`;
  const isNothingLeft = others.every(({ end }) => end.kind === 'agreed');
  return isNothingLeft ? 'Nothing was left to save: the version on the server stands.' : '';
}
