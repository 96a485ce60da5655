import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withStorage } from '../../tests/fixtures/browserStorage';
import { giveLocks, ModelLocks } from '../../tests/fixtures/webLocks';
import { type Role, Seat } from './seat';

withStorage();

/** A browser with Web Locks, and one without, where seats are leases in local storage. */
const browsers = ['Web Locks', 'a lease'] as const;

interface Tab {
  seat: Seat;
  roles: Role[];
  /** Wants the seat, as this tab. */
  take(): void;
  steal(): void;
  /** Gone without a word. */
  kill(): void;
}

/** Two tabs of one browser that show the same draft. */
function openTabs(browser: (typeof browsers)[number]): [Tab, Tab] {
  const all = new ModelLocks();
  const open = (): Tab => {
    const { locks, kill } = all.tab();
    const roles: Role[] = [];
    const slot = { kind: 'drafts' as const, profile: ['acme', 102] as const, id: 'artifact 431' };
    const seat = new Seat(slot, (role) => roles.push(role));
    const here = () => giveLocks(browser === 'Web Locks' ? locks : undefined);
    return {
      seat,
      roles,
      kill,
      take() {
        here();
        seat.take();
      },
      steal() {
        here();
        seat.steal();
      },
    };
  };
  return [open(), open()];
}

/** Time for the tabs to have seen each other. */
const pass = (milliseconds = 2_000) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  giveLocks(undefined);
});

test.each(browsers)(
  'Z6: by %s the first is the editor, the second follows and comes after it',
  async (browser) => {
    const [one, two] = openTabs(browser);
    one.take();
    await pass();
    two.take();
    await pass();
    expect([one.seat.role, two.seat.role]).toEqual(['editor', 'follower']);
    one.seat.leave();
    await pass();
    expect([one.seat.role, two.seat.role]).toEqual(['none', 'editor']);
    two.seat.leave();
  },
);

test.each(browsers)(
  'Z6: by %s two that want it at once end as one editor and one follower',
  async (browser) => {
    const [one, two] = openTabs(browser);
    one.take();
    two.take();
    await pass();
    expect([one.seat.role, two.seat.role].toSorted()).toEqual(['editor', 'follower']);
    one.seat.leave();
    two.seat.leave();
  },
);

test.each(browsers)(
  'Z6: by %s "edit here instead" takes it, and it comes back when that tab leaves',
  async (browser) => {
    const [one, two] = openTabs(browser);
    one.take();
    await pass();
    two.take();
    await pass();
    two.steal();
    await pass();
    expect([one.seat.role, two.seat.role]).toEqual(['follower', 'editor']);
    two.seat.leave();
    await pass();
    expect([one.seat.role, two.seat.role]).toEqual(['editor', 'none']);
    expect(one.roles).toEqual(['editor', 'follower', 'editor']);
    one.seat.leave();
  },
);

test('Z6: by Web Locks the seat of a killed tab is free at once', async () => {
  const [one, two] = openTabs('Web Locks');
  one.take();
  await pass();
  two.take();
  await pass();
  one.kill();
  await pass(10);
  expect(two.seat.role).toBe('editor');
  two.seat.leave();
});

test('Z6: a lease whose tab was killed ends by itself within five seconds', async () => {
  const [, two] = openTabs('a lease');
  // What a tab leaves behind that was killed this moment.
  const name = 'parterre drafts acme 102 artifact 431';
  localStorage.setItem(name, JSON.stringify({ holder: 'gone', until: Date.now() + 4_000 }));
  two.take();
  await pass(1_000);
  expect(two.seat.role).toBe('follower');
  await pass(4_000);
  expect(two.seat.role).toBe('editor');
  two.seat.leave();
  await pass();
  expect(localStorage.getItem(name)).toBeNull();
});

test('Z6: a lease is kept alive for as long as its tab edits', async () => {
  const [one, two] = openTabs('a lease');
  one.take();
  await pass();
  two.take();
  await pass(60_000);
  expect([one.seat.role, two.seat.role]).toEqual(['editor', 'follower']);
  one.seat.leave();
  two.seat.leave();
});

test('Z6: where nothing can be stored either, every tab edits for itself', async () => {
  vi.stubGlobal('localStorage', undefined);
  const [one, two] = openTabs('a lease');
  one.take();
  two.take();
  await pass();
  expect([one.seat.role, two.seat.role]).toEqual(['editor', 'editor']);
  one.seat.leave();
  two.seat.leave();
});

test.each(browsers)(
  'X11, Z6: with %s the next page of a tab does not take the one before it for another tab',
  async (browser) => {
    const [first, next] = openTabs(browser);
    first.take();
    await pass();
    first.seat.leave();
    next.take();
    await pass();
    expect(next.roles).toEqual(['editor']);
  },
);
