import * as z from 'zod/mini';
import { type FaultyServer, serverSchema } from './servers';

const named = z.looseObject({ label: z.string().check(z.minLength(1)) });
const addressed = z.looseObject({ url: z.string() });

const keyWords: Record<string, string> = {
  id: '"id" wants a short name of its own, such as "main".',
  label: '"label" wants the name that people read.',
  url: '"url" wants an address such as "https://tuleap.example.org", or "" for the host that serves Parterre.',
  color: '"color" wants teal, purple, orange or blue.',
  kind: '"kind" wants "tuleap".',
  people: '"people" is for the sandbox only. Leave it out.',
};

/** Why an address, listed or typed, is none that can be asked; undefined when it is one. */
export function whyNotAddress(written: string): string | undefined {
  const text = written.trim();
  if (text === '') return undefined;
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) {
    return `"${text}" has no scheme. Write "https://" before it.`;
  }
  const url = URL.parse(text);
  // Chromium takes blanks in a host and writes them as %20.
  if (!url || /%/.test(url.hostname)) {
    const hint = /:\/\/[^/@]*:[^/@]*:/.test(text)
      ? ' IPv6 stands in brackets: "http://[::1]".'
      : '';
    return `"${text}" is not an address.${hint}`;
  }
  if (!/^https?:$/.test(url.protocol)) return `${url.protocol} is not a way to ask a Tuleap.`;
  // Never said back: it may hold a password.
  if (text.includes('@')) return 'An address with a user name in it is not asked. Leave that out.';
  if (/[?#]/.test(text) || url.pathname !== '/') {
    return `Tuleap answers at the root of its host: write "${url.origin}", without "${text.slice(url.origin.length)}".`;
  }
  return undefined;
}

/** What an entry of `parterre.json` that is not offered is called, as far as it says, and why it is not (C1). */
export function faultOf({ index, entry, isRepeated }: FaultyServer): {
  label: string;
  why: string;
} {
  const label = z.safeParse(named, entry).data?.label ?? `Entry ${index + 1}`;
  if (isRepeated) return { label, why: 'An entry before it has the same "id".' };
  const url = z.safeParse(addressed, entry).data?.url;
  const whyUrl = url === undefined ? undefined : whyNotAddress(url);
  if (whyUrl) return { label, why: whyUrl };
  const { error } = z.safeParse(serverSchema, entry);
  const [key] = error?.issues[0]?.path ?? [];
  return {
    label,
    why: keyWords[String(key)] ?? 'It wants "id", "label", "url", "color" and "kind".',
  };
}
