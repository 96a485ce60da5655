import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { KeptSession } from '../session';
import { makeKey, seal, sealedSchema, unseal } from './vault';

const kept: KeptSession = {
  session: {
    connection: { id: 'here', label: 'Here', url: '', color: 'teal', kind: 'tuleap' },
    person: { id: 102, username: 'anna', realName: 'Anna Berger' },
  },
  credentials: { way: 'accessKey', key: 'tlp-k1-7.secretsecret', endsAt: 1_800_000_000_000 },
  keep: 'device',
};

const passphrase = 'café au lait'.normalize('NFD');

test('C7: what is sealed opens with its passphrase alone, however its letters are composed', async () => {
  const vault = await seal(kept, await makeKey(passphrase));
  expect(z.safeParse(sealedSchema, vault).success).toBe(true);
  const opened = await unseal(vault, 'café au lait'.normalize('NFC'));
  expect(opened?.credentials).toEqual(kept.credentials);
  expect(await unseal(vault, 'cafe au lait')).toBeNull();
});

test('C7: neither the secret nor the passphrase stands in a vault; the way and the end do', async () => {
  const text = JSON.stringify(await seal(kept, await makeKey(passphrase)));
  expect(text).not.toMatch(/secret|caf|lait/);
  expect(text).not.toContain(btoa('secretsecret').slice(0, 12));
  expect(JSON.parse(text)).toMatchObject({ way: 'accessKey', endsAt: 1_800_000_000_000 });
});

test('C7: 600,000 rounds at least, salt and vector fresh each time, the key not to be taken out', async () => {
  const first = await makeKey(passphrase);
  const second = await makeKey(passphrase);
  expect(first.salt).not.toBe(second.salt);
  await expect(crypto.subtle.exportKey('raw', first.key)).rejects.toThrow();
  const vaults = [await seal(kept, first), await seal(kept, first)];
  expect(vaults[0]?.iv).not.toBe(vaults[1]?.iv);
  expect(vaults[0]?.rounds).toBeGreaterThanOrEqual(600_000);
  const weak = { ...vaults[0], rounds: 1_000 };
  expect(z.safeParse(sealedSchema, weak).success).toBe(false);
});

test('C7: a vault that was led to another server or person does not open', async () => {
  const vault = await seal(kept, await makeKey(passphrase));
  const { session } = vault;
  const elsewhere = { ...session.connection, url: 'https://evil.example' };
  const moved = { ...vault, session: { ...session, connection: elsewhere } };
  expect(await unseal(moved, passphrase)).toBeNull();
  const other = { ...vault, session: { ...session, person: { ...session.person, id: 103 } } };
  expect(await unseal(other, passphrase)).toBeNull();
});
