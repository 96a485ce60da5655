/** The rest of the company: people who appear in lists and groups and never sign in. */

const first = [
  'Marta',
  'Jonas',
  'Aisha',
  'Pavel',
  'Greta',
  'Luca',
  'Ingrid',
  'Tomás',
  'Yuki',
  'Hassan',
  'Elodie',
  'Viktor',
  'Nadia',
  'Søren',
  'Bianca',
  'Oskar',
  'Leila',
  'Matteo',
  'Freja',
  'Kofi',
] as const;

const last = [
  'Lindholm',
  'Weber',
  'Rahman',
  'Novák',
  'Sommer',
  'Conti',
  'Dahl',
  'Herrera',
  'Tanaka',
  'Farouk',
  'Moreau',
  'Petrov',
  'Haddad',
  'Jensen',
  'Ricci',
  'Brandt',
  'Karimi',
  'Greco',
  'Holm',
  'Mensah',
] as const;

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ø', 'o')
    .toLowerCase();

export interface Colleague {
  id: number;
  username: string;
  realName: string;
}

/** Sixty people with ids from 200 and usernames like `marta.lindholm`. */
export const colleagues: readonly Colleague[] = Array.from({ length: 60 }, (_, index) => {
  const name = first[index % first.length] ?? '';
  const family = last[(index * 7 + Math.floor(index / first.length)) % last.length] ?? '';
  return {
    id: 200 + index,
    username: `${plain(name)}.${plain(family)}`,
    realName: `${name} ${family}`,
  };
});
