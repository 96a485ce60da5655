import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import type { SettingsToSend } from '~/api/svn';
import { anySettings, plainSettings, svnSnapshot } from '../../../tests/fixtures/svnSettings';
import type { SvnSaveStep } from '../steps/steps';
import { mergeSettings } from './mergeSettings';
import { changedParts } from './parts';
import { type SvnSavePort, saveSvn } from './saveSvn';
import { lookFor, type SvnSaveJob } from './saveSvnMachine';
import { toSend } from './svnSnapshot';

const request = { method: 'PUT', path: '/api/svn/1' };

function http(status: number): ApiError {
  return new ApiError('http', `Status ${status}`, { request, status });
}

const timeout = new ApiError('network', 'No answer', { request, reason: 'timeout' });

function disable(settings: SettingsToSend): SettingsToSend {
  const access_file = settings.access_file.trim().replace(/^(?=\s*@ghost)/gm, '# ');
  return { ...settings, access_file };
}

/** A server in memory. Each hook stands for somebody else, or for a failure, at that moment. */
function server(
  start: SettingsToSend,
  hooks: Partial<Record<'read' | 'write' | 'answer', () => void>> = {},
) {
  const state = { now: start, writes: [] as SettingsToSend[], reads: 0 };
  const port: SvnSavePort = {
    async read() {
      state.reads += 1;
      hooks.read?.();
      return svnSnapshot(state.now);
    },
    async write(_, settings) {
      hooks.write?.();
      state.writes.push(settings);
      state.now = disable(settings);
      const answer = svnSnapshot(state.now);
      hooks.answer?.();
      return answer;
    },
  };
  return { state, port };
}

function job(mine: SettingsToSend, more: Partial<SvnSaveJob> = {}): SvnSaveJob {
  return { base: svnSnapshot(plainSettings), mine, mayHaveLanded: null, ...more };
}

const mine: SettingsToSend = {
  ...plainSettings,
  access_file: `${plainSettings.access_file}\n\n[/secret]\n@ghost = rw`,
};

test('N10: reads right before the write, sends everything, reads back', async () => {
  const { state, port } = server(plainSettings);
  const steps: SvnSaveStep[] = [];
  const wanted = { ...plainSettings, has_default_permissions: true };
  const outcome = await saveSvn(job(wanted), port, { onStep: (step) => steps.push(step) });
  expect(steps).toEqual(['checking', 'writing', 'auditing', 'done']);
  expect(outcome).toMatchObject({
    kind: 'saved',
    isReadBack: true,
    how: 'answered',
    overtaken: [],
  });
  expect(state.writes).toEqual([wanted]);
});

test('N10: nothing changed, or the server already has it: nothing is written', async () => {
  const { state, port } = server(mine);
  expect((await saveSvn(job(plainSettings), port)).kind).toBe('unchanged');
  expect((await saveSvn(job(mine), port)).kind).toBe('unchanged');
  expect(state.writes).toEqual([]);
});

test('N10: every write keeps what only somebody else changed, and never touches a part both changed', async () => {
  await fc.assert(
    fc.asyncProperty(anySettings, anySettings, anySettings, async (base, my, theirs) => {
      const { state, port } = server(theirs);
      const outcome = await saveSvn(job(my, { base: svnSnapshot(base) }), port);
      const { rows, settings } = mergeSettings(base, my, theirs);
      if (outcome.kind === 'conflict') {
        expect(state.writes).toEqual([]);
        expect(rows.some((row) => row.outcome === 'conflict')).toBe(true);
        return;
      }
      for (const sent of state.writes) expect(changedParts(sent, settings)).toEqual([]);
    }),
  );
});

test('N10: a disabled rule is an outcome of its own', async () => {
  const outcome = await saveSvn(job(mine), server(plainSettings).port);
  expect(outcome).toMatchObject({
    kind: 'savedDifferently',
    differences: { lines: [{ kind: 'disabled', sent: '@ghost = rw', line: 6 }] },
  });
});

test('N10: a part that both changed stops the save with all three versions', async () => {
  const theirs = { ...plainSettings, access_file: '[/]\n* = r' };
  const { state, port } = server(theirs);
  const outcome = await saveSvn(job(mine), port);
  expect(outcome).toMatchObject({
    kind: 'conflict',
    rows: [{ key: 'access_file', theirs: '[/]\n* = r' }],
  });
  expect(state.writes).toEqual([]);
});

test('N10: a refusal stores nothing; a 500 and a lost answer are looked for', async () => {
  const refusing = server(plainSettings, {
    write: () => {
      throw http(400);
    },
  });
  expect(await saveSvn(job(mine), refusing.port)).toMatchObject({ kind: 'refused' });
  expect(refusing.state.reads).toBe(1);
  const broken = server(plainSettings, {
    write: () => {
      throw http(500);
    },
  });
  expect(await saveSvn(job(mine), broken.port)).toMatchObject({
    kind: 'refused',
    error: { status: 500 },
  });
  expect(broken.state.reads).toBe(2);
});

test('N10: an answer that is lost after the write is found; before the write it is unknown', async () => {
  const after = server(plainSettings, {
    answer: () => {
      throw timeout;
    },
  });
  expect(await saveSvn(job(mine), after.port)).toMatchObject({
    kind: 'savedDifferently',
    how: 'found',
  });
  const before = server(plainSettings, {
    write: () => {
      throw timeout;
    },
  });
  const unknown = await saveSvn(job(mine), before.port);
  expect(unknown).toMatchObject({ kind: 'unknown', search: 'notFound' });
  if (unknown.kind !== 'unknown') throw new Error('not unknown');
  // It was still on its way: looking once more finds it, sending once more writes nothing twice.
  const late = server(disable(mine));
  const look = await saveSvn(job(mine), late.port, { from: lookFor(unknown.attempt, timeout) });
  expect(look).toMatchObject({ how: 'found' });
  const again = await saveSvn(job(mine, { mayHaveLanded: unknown.attempt.sent }), late.port);
  expect(again).toMatchObject({ kind: 'savedDifferently', how: 'found' });
  expect(late.state.writes).toEqual([]);
});

test('N10: a save that broke off halfway is neither stored nor not stored, and sending again completes it', async () => {
  const wanted = { ...mine, immutable_tags: { paths: [], whitelist: [] } };
  const half = server(plainSettings, {
    write: () => {
      half.state.now = { ...plainSettings, immutable_tags: wanted.immutable_tags };
      throw http(500);
    },
  });
  expect(await saveSvn(job(wanted), half.port)).toMatchObject({ kind: 'unknown', search: 'other' });
  const whole = server(half.state.now);
  expect((await saveSvn(job(wanted), whole.port)).kind).toBe('savedDifferently');
  expect(changedParts(whole.state.now, disable(wanted))).toEqual([]);
});

test('N10: what somebody wrote right after is told apart from what the server made of it', async () => {
  const { state, port } = server(plainSettings, {
    answer: () => {
      state.now = { ...state.now, immutable_tags: { paths: ['/theirs'], whitelist: [] } };
    },
  });
  const outcome = await saveSvn(job({ ...plainSettings, has_default_permissions: true }), port);
  expect(outcome).toMatchObject({ kind: 'saved', overtaken: ['paths', 'whitelist'] });
});

test('N10: unreadable before the write: nothing is sent; after it: the answer stands', async () => {
  const { state, port } = server(plainSettings, {
    read: () => {
      throw http(404);
    },
  });
  expect(await saveSvn(job(mine), port)).toMatchObject({ kind: 'refused', error: { status: 404 } });
  expect(state.writes).toEqual([]);
  const blind = server(plainSettings, {
    read: () => {
      if (blind.state.reads > 1) throw timeout;
    },
  });
  const outcome = await saveSvn(job(mine), blind.port);
  expect(outcome).toMatchObject({ kind: 'savedDifferently', isReadBack: false });
  if (outcome.kind !== 'savedDifferently') throw new Error('not saved');
  expect(toSend(outcome.version.settings).access_file).toContain('# @ghost = rw');
  const mute: SvnSavePort = { read: async () => undefined, write: blind.port.write };
  expect((await saveSvn(job(mine), mute)).kind).toBe('forbidden');
});

/** The sign-in ends once, before the first write. */
function signedOutOnce(hooks: { ask(state: { now: SettingsToSend }): boolean }) {
  let isExpired = true;
  const { state, port } = server(plainSettings, {
    write() {
      if (!isExpired) return;
      isExpired = false;
      throw http(401);
    },
  });
  const steps: SvnSaveStep[] = [];
  const run = () =>
    saveSvn(job(mine), port, {
      onStep: (step) => steps.push(step),
      ask: async () => hooks.ask(state),
    });
  return { state, steps, run };
}

test('J4: after a 401 the settings are read, "send now?" is asked, and what is newest is merged and sent once', async () => {
  const { state, steps, run } = signedOutOnce({
    ask(held) {
      held.now = { ...held.now, immutable_tags: { paths: ['/tags'], whitelist: [] } };
      return true;
    },
  });
  expect(await run()).toMatchObject({ how: 'answered' });
  const asked = ['returning', 'asking', 'checking'];
  expect(steps).toEqual(['checking', 'writing', ...asked, 'writing', 'auditing', 'done']);
  expect(state.writes).toHaveLength(1);
  // What somebody saved while the question stood is kept.
  expect(state.now.immutable_tags.paths).toEqual(['/tags']);
});

test('J4: settings whose first read had to wait for the sign-in are asked about too', async () => {
  for (const isWanted of [true, false]) {
    const { state, port } = server(plainSettings);
    const sender = { ask: async () => isWanted, isBack: () => true };
    expect((await saveSvn(job(mine), port, sender)).kind).toBe(
      isWanted ? 'savedDifferently' : 'held',
    );
    expect(state.writes).toHaveLength(isWanted ? 1 : 0);
  }
});

test('J4: settings that are not to be sent after all are not', async () => {
  const { state, run } = signedOutOnce({ ask: () => false });
  expect(await run()).toEqual({ kind: 'held' });
  expect(state.writes).toEqual([]);
});

test('C4: settings that landed although a 401 came back are found; a second 401 is told', async () => {
  const landed = server(plainSettings, {
    answer() {
      throw http(401);
    },
  });
  expect(await saveSvn(job(mine), landed.port)).toMatchObject({ how: 'found' });
  expect(landed.state.writes).toHaveLength(1);
  const twice = server(plainSettings, {
    write() {
      throw http(401);
    },
  });
  const ask = async () => true;
  expect(await saveSvn(job(mine), twice.port, { ask })).toMatchObject({
    kind: 'refused',
    error: { status: 401 },
  });
});
