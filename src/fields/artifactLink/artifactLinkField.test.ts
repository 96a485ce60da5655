import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aField } from '../../../tests/fixtures/fields';
import { mergeField } from '../contract';
import { artifactLinkField } from './artifactLinkField';
import { type ArtifactLinks, mergeLinks } from './mergeLinks';

const field = aField('art_link', {
  allowed_types: [
    { shortname: '_covered_by', forward_label: 'Covered by', reverse_label: 'Covers' },
  ],
});

const links = (...ends: [number, string][]): ArtifactLinks => ({
  forward: ends.map(([id, type]) => ({ id, type })),
  reverse: [],
});

const types = fc.constantFrom('', '_is_child', 'blocks');
const anyLinks = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 8 }), types), { selector: ([id]) => id })
  .map((ends) => links(...ends.sort(([a], [b]) => a - b)));

const merge = (base: ArtifactLinks, mine: ArtifactLinks, theirs: ArtifactLinks) =>
  mergeField(artifactLinkField, field, { base, mine, theirs });

test('L4: the whole set goes out, each link with its type, untyped ones with the empty one', () => {
  expect(artifactLinkField.write?.(links([640, '_covered_by'], [12, '']), field)).toEqual({
    field_id: field.field_id,
    links: [
      { id: 12, type: '' },
      { id: 640, type: '_covered_by' },
    ],
  });
});

test('L4: reverse links and null types are read, and never written', () => {
  const tracker = { id: 1, label: 'Tests', color: 'teddy-brown' };
  const value = artifactLinkField.read(
    {
      field_id: 7,
      type: 'art_link',
      label: 'Links',
      links: [{ id: 12, uri: 'artifacts/12', tracker, type: null }],
      reverse_links: [{ id: 7, uri: 'artifacts/7', tracker, type: '_is_child' }],
    },
    field,
  );
  expect(value).toEqual({
    forward: [{ id: 12, type: '' }],
    reverse: [{ id: 7, type: '_is_child' }],
  });
  expect(artifactLinkField.write?.(value, field)).toEqual({
    field_id: 7,
    links: [{ id: 12, type: '' }],
  });
});

test('L1: one line has every link as a sentence; an empty value has none', () => {
  const value = {
    forward: [
      { id: 12, type: '' },
      { id: 640, type: '_covered_by' },
      { id: 641, type: '_covered_by' },
    ],
    reverse: [{ id: 7, type: '_covered_by' }],
  };
  const text = 'is covered by #640 #641, links to #12, covers #7';
  expect(artifactLinkField.toText(value, field)).toBe(text);
  expect(artifactLinkField.toSource?.(value, field)).toBe(
    'is covered by #640\nis covered by #641\nlinks to #12\ncovers #7',
  );
  expect(artifactLinkField.toText(links(), field)).toBe('');
});

describe('two people', () => {
  test('L4: both additions survive, and what either took out is gone', () => {
    const base = links([1, 'blocks'], [2, '']);
    expect(
      merge(base, links([1, 'blocks'], [5, '']), links([1, 'blocks'], [2, ''], [6, ''])),
    ).toEqual({
      outcome: 'merged',
      value: links([1, 'blocks'], [5, ''], [6, '']),
    });
  });

  test('L4: another type on one side is a change of that side', () => {
    const base = links([1, 'blocks']);
    expect(merge(base, links([1, '_is_child']), links([1, 'blocks'], [2, '']))).toEqual({
      outcome: 'merged',
      value: links([1, '_is_child'], [2, '']),
    });
  });

  test.each([
    ['two types', [1, '_is_child'], [1, '']],
    ['a type and a removal', [1, '_is_child'], undefined],
    ['a removal and a type', undefined, [1, '']],
  ] as const)(
    'L4: %s for one link are a conflict; each side keeps the others',
    (_, mine, theirs) => {
      const base = links([1, 'blocks']);
      const side = (end: readonly [number, string] | undefined, more: number) =>
        links(...(end ? [[...end] as [number, string]] : []), [more, '']);
      const sides = { base, mine: side(mine, 5), theirs: side(theirs, 6) };
      const { outcome, value } = merge(sides.base, sides.mine, sides.theirs);
      expect(outcome).toBe('conflict');
      // Also what a person goes on from without choosing a side.
      expect(value).toEqual(artifactLinkField.takeSide?.('mine', sides));
      for (const name of ['mine', 'theirs'] as const) {
        const taken = artifactLinkField.takeSide?.(name, sides).forward ?? [];
        expect(taken.find(({ id }) => id === 1)).toEqual(
          sides[name].forward.find(({ id }) => id === 1),
        );
        expect(taken.map(({ id }) => id)).toEqual(expect.arrayContaining([5, 6]));
      }
    },
  );

  test('L4: for any three sets each link is as who changed it wanted, and nothing is invented', () => {
    fc.assert(
      fc.property(anyLinks, anyLinks, anyLinks, (base, mine, theirs) => {
        const { links: merged, clashes } = mergeLinks({ base, mine, theirs }, 'mine');
        const typeIn = (set: ArtifactLinks, id: number) =>
          set.forward.find((link) => link.id === id)?.type;
        for (let id = 1; id <= 8; id++) {
          const [b, m, t] = [typeIn(base, id), typeIn(mine, id), typeIn(theirs, id)];
          const isClash = m !== t && b !== m && b !== t;
          expect(clashes.includes(id)).toBe(isClash);
          expect(typeIn(merged, id)).toBe(isClash || m !== b ? m : t);
        }
        const ids = merged.forward.map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
      }),
    );
  });

  test('L4: who comes first makes no difference where nothing clashes', () => {
    fc.assert(
      fc.property(anyLinks, anyLinks, anyLinks, (base, mine, theirs) => {
        const one = mergeLinks({ base, mine, theirs }, 'mine');
        const other = mergeLinks({ base, mine: theirs, theirs: mine }, 'mine');
        expect(one.clashes).toEqual(other.clashes);
        if (one.clashes.length === 0) expect(one.links).toEqual(other.links);
      }),
    );
  });

  test('L4: links that others set to this artifact meanwhile are theirs, and no conflict', () => {
    const theirs = { forward: [], reverse: [{ id: 9, type: 'blocks' }] };
    expect(merge(links(), links([1, '']), theirs)).toEqual({
      outcome: 'merged',
      value: { forward: [{ id: 1, type: '' }], reverse: [{ id: 9, type: 'blocks' }] },
    });
  });
});
