import { GitCompareArrows, Link2, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { useHref, useNavigate } from 'react-router-dom';
import type { Field } from '~/api/trackers';
import { paths } from '~/paths';
import { copyText } from '~/ui/copyText';
import type { MenuItem } from '~/ui/overlay/Menu';
import { dismissToast, toast } from '~/ui/overlay/toasts';
import type { RestorePlace } from './restore';
import type { Step } from './timeline';

const look = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface MenuFacts {
  artifactId: number;
  fields: readonly Field[];
  place: RestorePlace;
}

/** The address of a comparison of two states of one artifact, the older one on the left; null is the present. */
function comparison(artifactId: number, from: number, to: number | null): string {
  const side = (changeset: number | null) =>
    changeset === null ? String(artifactId) : `${artifactId}.${changeset}`;
  const [a, b] = to !== null && to < from ? [to, from] : [from, to];
  return paths.compareArtifacts({ a: side(a), b: side(b) });
}

async function copyAddress(address: string, changeset: number): Promise<void> {
  toast(
    (await copyText(address))
      ? `The address of changeset ${changeset} is copied.`
      : 'The browser does not allow copying: take the address of its number instead.',
  );
}

/** The ways to compare one changeset: with any other, the one before it, and the present. */
function useComparing(artifactId: number) {
  const navigate = useNavigate();
  const [picked, setPicked] = useState<number | null>(null);
  const hint = useRef(0);
  const icon = <GitCompareArrows {...look} />;
  const item = (key: string, label: string, onSelect: () => void, note?: string): MenuItem => ({
    ...{ key, label, icon, onSelect },
    ...(note === undefined ? {} : { note }),
  });
  const compare = (from: number, to: number | null) => () => {
    dismissToast(hint.current);
    void navigate(comparison(artifactId, from, to));
  };
  const unpick = () => {
    dismissToast(hint.current);
    setPicked(null);
  };

  function withOther(id: number): MenuItem {
    if (picked === id) return item('unpick', 'Do not compare', unpick);
    if (picked !== null) {
      return item('compare', `Compare with changeset ${picked}`, compare(picked, id));
    }
    const pick = () => {
      setPicked(id);
      hint.current = toast(`Comparing from changeset ${id}: choose the other one in its menu.`);
    };
    return item('pick', 'Compare from here…', pick, 'then choose the other one');
  }

  const itemsOf = ({ changeset: { id }, previous }: Step): MenuItem[] => [
    withOther(id),
    ...(previous ? [item('before', 'Compare with the one before', compare(previous.id, id))] : []),
    item('now', 'Compare with now', compare(id, null)),
  ];
  return { itemsOf, picked };
}

/**
 * What can be done with each changeset: its address, a comparison with any other, and all its values as a draft. `picked`
 * is the one that a comparison starts from, while the other one is looked for.
 */
export function useChangesetMenu({ artifactId, fields, place }: MenuFacts) {
  const root = useHref('/');
  const { itemsOf, picked } = useComparing(artifactId);
  const menuOf = (step: Step): MenuItem[] => {
    const { changeset } = step;
    const path = paths.artifact(artifactId, { tab: 'comments', changeset: changeset.id });
    const address = location.origin + root.replace(/\/$/, '') + path;
    const restore: MenuItem = {
      key: 'restore',
      label: 'Bring all values back',
      note: 'as unsaved changes',
      icon: <RotateCcw {...look} />,
      onSelect: () => place.restore(changeset, fields),
    };
    return [
      {
        key: 'address',
        label: 'Copy its address',
        icon: <Link2 {...look} />,
        onSelect: () => copyAddress(address, changeset.id),
      },
      ...itemsOf(step),
      ...(place.whyNot === undefined ? [restore] : []),
    ];
  };
  return { menuOf, picked };
}
