import { copyArtifact } from '~/api/artifacts/create';
import type { ApiError } from '~/api/error';
import { createArtifact, findCreated } from '~/saving/create/createArtifact';
import { restCreatePort } from '~/saving/create/restCreatePort';
import { ask, begin, draftOf, fieldOf, me, type Operation } from '../wish';

export const create: Operation = {
  name: 'create',
  writes: ['postArtifactWrite'],
  async prepare(world, mark) {
    const draft = await draftOf(begin(world, 0).id);
    const title = fieldOf(draft, 'string');
    const tracker = world.trackers[0]?.id ?? 0;
    const values = [{ field_id: title.field_id, value: mark }];
    const job = { trackerId: tracker, fields: draft.state().base.fields, values, me };
    let lost: { triedAfter: number; error: ApiError } | null = null;
    const send = async () => {
      const first = { ...job, triedAfter: lost?.triedAfter ?? null };
      const found = lost && (await findCreated(first, restCreatePort, lost));
      const isThere = found?.kind === 'created';
      const isDark = found?.kind === 'unknown' && found.search === 'failed';
      return isThere || isDark ? found : createArtifact(first, restCreatePort, { ask });
    };
    return {
      async attempt() {
        const outcome = await send();
        lost = outcome.kind === 'unknown' ? outcome : null;
        if (outcome.kind === 'created') return { kind: 'done' };
        if (outcome.kind === 'unknown') return { kind: 'unknown', error: outcome.error };
        return { kind: 'not', error: outcome.kind === 'refused' ? outcome.error : null };
      },
      count: () =>
        [...world.open.world.artifacts.values()].filter(
          (one) =>
            one.trackerId === tracker && one.changesets[0]?.values.get(title.field_id) === mark,
        ).length,
    };
  },
};

/** A copy takes the title of the other artifact, so that is what it is looked for by. */
export const copy: Operation = {
  name: 'copy',
  writes: ['copyArtifactWrite'],
  async prepare(world, wanted) {
    // Told from what "create" made in the same tracker.
    const mark = `copy ${wanted}`;
    const source = begin(world, 0);
    const draft = await draftOf(source.id);
    const title = fieldOf(draft, 'string');
    const last = source.changesets.at(-1);
    if (last) last.values = new Map(last.values).set(title.field_id, mark);
    const trackerId = world.trackers[0]?.id ?? 0;
    const values = [{ field_id: title.field_id, value: mark }];
    const job = { trackerId, fields: draft.state().base.fields, values, me };
    const port = { ...restCreatePort, create: (id: number) => copyArtifact(id, source.id) };
    let lost: { triedAfter: number; error: ApiError } | null = null;
    return {
      async attempt() {
        const again = { ...job, triedAfter: lost?.triedAfter ?? null };
        const found = lost && (await findCreated(again, port, lost));
        const isKnown =
          found?.kind === 'created' || (found?.kind === 'unknown' && found.search === 'failed');
        const outcome = isKnown ? found : await createArtifact(again, port, { ask });
        lost = outcome.kind === 'unknown' ? outcome : null;
        if (outcome.kind === 'created') return { kind: 'done' };
        if (outcome.kind === 'unknown') return { kind: 'unknown', error: outcome.error };
        return { kind: 'not', error: outcome.kind === 'refused' ? outcome.error : null };
      },
      count: () =>
        [...world.open.world.artifacts.values()].filter(
          (one) => one.id !== source.id && one.changesets[0]?.values.get(title.field_id) === mark,
        ).length,
    };
  },
};
