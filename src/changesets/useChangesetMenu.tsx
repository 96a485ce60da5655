import { GitCompareArrows, Link2, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useHref, useNavigate } from 'react-router-dom';
import type { Field } from '~/api/trackers';
import { paths } from '~/paths';
import type { MenuItem } from '~/ui/overlay/Menu';
import { toast } from '~/ui/overlay/toasts';
import type { RestorePlace } from './restore';
import type { Step } from './timeline';

const look = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface MenuFacts {
  artifactId: number;
  fields: readonly Field[];
  place: RestorePlace;
}

/**
 * What can be done with each changeset: its address, a comparison with any other, and all its values as a draft. `picked`
 * is the one that a comparison starts from, while the other one is looked for.
 */
export function useChangesetMenu({ artifactId, fields, place }: MenuFacts) {
  const navigate = useNavigate();
  const root = useHref('/');
  const [picked, setPicked] = useState<number | null>(null);
  const compare = (from: number, to: number | null) => {
    const side = (changeset: number | null) =>
      changeset === null ? String(artifactId) : `${artifactId}.${changeset}`;
    const [a, b] = to !== null && to < from ? [to, from] : [from, to];
    void navigate(paths.compareArtifacts({ a: side(a), b: side(b) }));
  };

  function copyAddress(changeset: number): void {
    const path = paths.artifact(artifactId, { tab: 'comments', changeset });
    navigator.clipboard.writeText(location.origin + root.replace(/\/$/, '') + path).then(
      () => toast(`The address of changeset ${changeset} is copied.`),
      () => toast('The browser does not allow copying: take the address of its number instead.'),
    );
  }

  function pick(changeset: number): void {
    setPicked(changeset);
    toast(`Comparing from changeset ${changeset}: choose the other one in its menu.`);
  }

  function comparing({ changeset: { id }, previous }: Step): MenuItem[] {
    const icon = <GitCompareArrows {...look} />;
    const withPicked: MenuItem =
      picked === null
        ? {
            key: 'pick',
            label: 'Compare from here…',
            note: 'then choose the other one',
            icon,
            onSelect: () => pick(id),
          }
        : picked === id
          ? { key: 'unpick', label: 'Do not compare', icon, onSelect: () => setPicked(null) }
          : {
              key: 'compare',
              label: `Compare with changeset ${picked}`,
              icon,
              onSelect: () => compare(picked, id),
            };
    const before: MenuItem[] = previous
      ? [
          {
            key: 'before',
            label: 'Compare with the one before',
            icon,
            onSelect: () => compare(previous.id, id),
          },
        ]
      : [];
    return [
      withPicked,
      ...before,
      { key: 'now', label: 'Compare with now', icon, onSelect: () => compare(id, null) },
    ];
  }

  const menuOf = (step: Step): MenuItem[] => {
    const { changeset } = step;
    return [
      {
        key: 'address',
        label: 'Copy its address',
        icon: <Link2 {...look} />,
        onSelect: () => copyAddress(changeset.id),
      },
      ...comparing(step),
      ...(place.whyNot === undefined
        ? [
            {
              key: 'restore',
              label: 'Bring all values back',
              note: 'as unsaved changes',
              icon: <RotateCcw {...look} />,
              onSelect: () => place.restore(changeset, fields),
            },
          ]
        : []),
    ];
  };
  return { menuOf, picked };
}
