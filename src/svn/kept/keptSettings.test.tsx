import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { endSession, scope } from '~/api/session';
import type { RepositorySettings } from '~/api/svn';
import { listKept } from '~/kept/inventory';
import { sealKept } from '~/kept/lock';
import { closeLocks } from '~/kept/sealing';
import { toSend } from '~/saving/svn/svnSnapshot';
import { refuseWrites, withStorage } from '../../../tests/fixtures/browserStorage';
import { renderAt } from '../../../tests/renderAt';

withStorage();

type Page = Awaited<ReturnType<typeof renderAt>>;

const box = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name });
const keptWords = () => screen.findByText(/^Draft kept in this browser/);

async function drafts(): Promise<number> {
  const listed = await listKept();
  if ('trouble' in listed) return -1;
  return listed.value.sums.find(({ kind }) => kind === 'drafts')?.count ?? 0;
}

async function stored(ask: Page['ask']): Promise<RepositorySettings> {
  return ((await ask('anna', 'GET', 'svn/1')) as { settings: RepositorySettings }).settings;
}

async function changeAsDora(ask: Page['ask'], changes: Partial<ReturnType<typeof toSend>>) {
  await ask('dora', 'PUT', 'svn/1', { settings: { ...toSend(await stored(ask)), ...changes } });
}

async function typed() {
  const page = await renderAt('/svn/1');
  await page.user.type(await box('Whitelist'), '\n/tags/mine');
  await keptWords();
  return page;
}

/** The tab is gone without a word, and the person signs in anew in the same browser and world. */
async function reopen(path = '/svn/1') {
  const world = location.host.replace('.localhost', '');
  cleanup();
  endSession();
  return renderAt(path, { world });
}

test('E15: a draft of settings is there after the tab was closed, and is gone once it landed', async () => {
  await typed();
  const { user, ask } = await reopen();
  expect(await screen.findByText(/Your draft from/)).toHaveTextContent('1 change');
  expect((await box('Whitelist')).value).toMatch(/\n\/tags\/mine$/);
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  await screen.findByText(/^Saved\. Read back/);
  expect((await stored(ask)).immutable_tags.whitelist).toContain('/tags/mine');
  await waitFor(async () => expect(await drafts()).toBe(0));
});

test('E15: a draft of settings comes back over newer ones where nothing overlaps, and the list says so', async () => {
  const { ask } = await typed();
  await changeAsDora(ask, { access_file: '[/]\n* = r' });
  const { user } = await reopen('/drafts');
  const list = await screen.findByRole('list', { name: 'Drafts' });
  expect(list).toHaveTextContent('repo01 SVN settings');
  await waitFor(() =>
    expect(list).toHaveTextContent('the settings were changed since, no overlap'),
  );
  await user.click(within(list).getByText('What you typed'));
  expect(within(list).getByText(/\/tags\/mine/)).toBeVisible();
  await user.click(within(list).getByRole('link', { name: /repo01/ }));
  expect((await box('Access file')).value).toBe('[/]\n* = r');
  await waitFor(async () => expect((await box('Whitelist')).value).toMatch(/\/tags\/mine$/));
});

test('E15: after a save the word of the reopened draft does not come back with the next key', async () => {
  await typed();
  const { user } = await reopen();
  await screen.findByText(/Your draft from/);
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  await screen.findByText(/^Saved\. Read back/);
  await user.type(await box('Whitelist'), '\n/tags/next');
  await keptWords();
  expect(screen.queryByText(/Your draft from/)).not.toBeInTheDocument();
});

test('E15: where both changed a part of the settings, the draft keeps its base and the prompt asks', async () => {
  const { ask } = await typed();
  await changeAsDora(ask, { immutable_tags: { paths: ['/tags'], whitelist: ['/tags/theirs'] } });
  const { user } = await reopen();
  expect(await screen.findByText(/look at Whitelist/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Merge now' }));
  expect(await screen.findByRole('dialog', { name: 'Conflict on repo01' })).toBeVisible();
});

test('E15: settings behind a passphrase that were typed anew before it was given are shown to copy', async () => {
  const page = await renderAt('/svn/1');
  await sealKept(scope(), 'correct horse battery');
  await page.user.type(await box('Whitelist'), '\n/tags/mine');
  await keptWords();
  closeLocks([]);
  const { user } = await reopen();
  await screen.findByText(/lies in this browser behind your passphrase/);
  await user.type(await box('Whitelist'), '\n/tags/anew');
  await user.type(screen.getByLabelText('Passphrase'), 'correct horse battery{Enter}');
  await screen.findByText(/Your draft from/);
  expect((await box('Whitelist')).value).toMatch(/\n\/tags\/anew$/);
  expect(screen.getByText(/\/tags\/mine$/)).toBeInTheDocument();
  const notice = await screen.findByText(/^Not all of your draft has a place here/);
  const banner = notice.closest<HTMLElement>('[role=status]') ?? document.body;
  await user.click(within(banner).getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText(/\/tags\/mine$/)).not.toBeInTheDocument();
});

test('E15: a browser without room says once that the settings are not kept', async () => {
  refuseWrites('QuotaExceededError');
  const { user, router } = await renderAt('/svn/1');
  await user.type(await box('Whitelist'), '\n/tags/mine');
  expect(await screen.findAllByText(/no room left, so your draft is not kept/)).toHaveLength(1);
  expect(screen.queryByText(/Draft kept/)).not.toBeInTheDocument();
  await router.navigate('/projects');
  expect(await screen.findByRole('alertdialog', { name: /without saving/ })).toBeVisible();
});
