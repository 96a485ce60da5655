import { joinWords } from '~/lib/words/joinWords';
import { TextButton } from '~/ui/button/TextButton';
import { Banner } from '~/ui/show/Banner';
import { doubleOf, type Labels } from './doubles';
import { asOpenValues, type OpenValues } from './openListField';

/** A value out of use is not for us to set: it comes back by the administrator's hand. */
function RetiredDouble({ label, there }: { label: string; there: string }) {
  return (
    <Banner tone="warning" role="status">
      “{label}” would be a new value beside “{there}”, which is retired. The tracker’s administrator
      can bring that one back.
    </Banner>
  );
}

interface DoublesProps {
  value: OpenValues;
  offered: OpenValues;
  labels: Labels;
  onChange(value: OpenValues): void;
}

/** New values that nearly repeat one there is, each with the way back: nobody searches in two places later. */
export function Doubles({ value, offered, labels, onChange }: DoublesProps) {
  return value.flatMap((one) => {
    if (one.id !== null || labels.offered.includes(one.label)) return [];
    const double = doubleOf(one.label, labels);
    if (!double) return [];
    if (double.isRetired) {
      return <RetiredDouble key={one.label} label={one.label} there={double.label} />;
    }
    const there = offered.find(({ label }) => label === double.label);
    if (!there) return [];
    const rest = value.filter((other) => other !== one);
    return (
      <Banner
        key={one.label}
        tone="warning"
        role="status"
        actions={
          <TextButton onClick={() => onChange(asOpenValues([...rest, there]))}>
            Use {there.label}
          </TextButton>
        }
      >
        “{one.label}” would be a new value beside “{there.label}”.
      </Banner>
    );
  });
}

interface NotAddedProps {
  /** All of it. */
  label: string;
  /** The part of it that makes values; `''` where none does. */
  addable: string;
  /** Those that make none. */
  rest: readonly string[];
  onAdd(): void;
  onDrop(): void;
}

/** How to come by what makes no value by itself. */
function restWords(rest: readonly string[], addable: string): string {
  if (rest.length === 0) return '';
  const each = rest.length > 1 ? ', each alone' : '';
  if (addable === '') return ` Only what the list finds can be added${each}.`;
  return ` To be found in the list, each alone: ${joinWords(rest)}.`;
}

/** What was typed and left is not taken for a value without a word, nor lost without one. */
export function NotAdded({ label, addable, rest, onAdd, onDrop }: NotAddedProps) {
  return (
    <Banner
      role="status"
      actions={
        <>
          {addable === '' ? null : <TextButton onClick={onAdd}>Add {addable}</TextButton>}
          <TextButton onClick={onDrop}>Leave it out</TextButton>
        </>
      }
    >
      “{label}” was typed and is not added.
      {restWords(rest, addable)}
    </Banner>
  );
}
