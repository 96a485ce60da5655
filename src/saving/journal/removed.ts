import type { WriteFacts } from '~/api/requests/write';
import { readingsOf } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';

/** What a deletion takes away: every value of the artifact that says something, for the journal. */
export function removedFacts(base: ArtifactSnapshot): WriteFacts {
  const { xref, title } = base.artifact;
  const changes = [...readingsOf(base).values()].flatMap(({ contract, field, value }) => {
    const before = contract.toText(value, field);
    return before === '' ? [] : [{ label: field.label, before, after: '' }];
  });
  return { name: [xref, title].filter(Boolean).join(' '), changes };
}
