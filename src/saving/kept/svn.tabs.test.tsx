import { afterEach, expect, test, vi } from 'vitest';
import type * as ApiSession from '~/api/session';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { plainSettings, svnSnapshot } from '../../../tests/fixtures/svnSettings';
import { giveLocks, ModelLocks } from '../../../tests/fixtures/webLocks';
import { formOf } from '../svn/svnForm';
import type * as Session from './session/session';
import type * as SvnAdapter from './svnAdapter';

withStorage();
afterEach(() => {
  giveLocks(undefined);
  vi.unstubAllGlobals();
});

const base = svnSnapshot(plainSettings);

/** One tab that shows the settings of a repository, as modules that nothing but the browser joins to those of another tab. */
async function openTab(locks: ModelLocks) {
  vi.resetModules();
  const { beginSession }: typeof ApiSession = await import('~/api/session');
  const connection = { id: 'x', label: 'X', url: '', color: 'teal', kind: 'tuleap' } as const;
  const person = { id: 102, username: 'anna', realName: 'Anna' };
  beginSession({ connection, person }, { way: 'accessKey', key: 'tlp-k1-1.secret' });
  const { KeptSession }: typeof Session = await import('./session/session');
  const { svnAdapter }: typeof SvnAdapter = await import('./svnAdapter');
  giveLocks(locks.tab().locks);
  let draft: SvnAdapter.SvnDraft = { base, form: formOf(base.settings) };
  const session = new KeptSession(
    svnAdapter({
      read: () => draft,
      become: (next) => {
        draft = next;
      },
      onReopened: () => {},
      onLeft: () => {},
      isEnded: () => false,
    }),
  );
  const stop = session.start();
  await vi.waitFor(() => expect(session.state().isReady).toBe(true));
  return {
    session,
    stop,
    role: () => session.state().role,
    accessFile: () => draft.form.accessFile,
    async type(accessFile: string) {
      draft = { ...draft, form: { ...draft.form, accessFile } };
      session.touch();
      await session.flush();
    },
  };
}

test('Z6: of two tabs with the settings of one repository one edits, the other follows live and takes over what was typed', async () => {
  const locks = new ModelLocks();
  const [one, two] = [await openTab(locks), await openTab(locks)];
  await one.type('[/]\n* = r');
  await vi.waitFor(() => expect(two.role()).toBe('follower'));
  expect([one.role(), two.accessFile()]).toEqual(['editor', '[/]\n* = r']);
  await one.type('[/]\n* = rw');
  await vi.waitFor(() => expect(two.accessFile()).toBe('[/]\n* = rw'));
  // What is typed in a tab that follows is nobody's.
  await two.type('lost');
  await one.type('[/]\n* = rw\n[/secret]');
  await vi.waitFor(() => expect(two.accessFile()).toBe('[/]\n* = rw\n[/secret]'));
  two.session.editHere();
  await vi.waitFor(() => expect([one.role(), two.role()]).toEqual(['follower', 'editor']));
  await two.type('[/]\n* = r\n[/secret]');
  await vi.waitFor(() => expect(one.accessFile()).toBe('[/]\n* = r\n[/secret]'));
  // Saved there: nothing is left to send, here either.
  await two.type(base.settings.access_file);
  await vi.waitFor(() => expect(one.accessFile()).toBe(base.settings.access_file));
  one.stop();
  two.stop();
});
