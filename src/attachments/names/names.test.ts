import { describe, expect, test } from 'vitest';
import { cleanName } from './cleanName';
import { extensionOf, nameParts, visibleName } from './visibleName';

/** Names as attackers, Windows, Mac and careless people give them: what is shown, and what is saved. */
const names: readonly { name: string; shown: string; saved: string }[] = [
  { name: 'server.log', shown: 'server.log', saved: 'server.log' },
  {
    name: 'Übersicht der Verträge 2026.csv',
    shown: 'Übersicht der Verträge 2026.csv',
    saved: 'Übersicht der Verträge 2026.csv',
  },
  { name: '報告書.pdf', shown: '報告書.pdf', saved: '報告書.pdf' },
  { name: 'דוח.pdf', shown: 'דוח.pdf', saved: 'דוח.pdf' },
  { name: '👩‍💻 notes.md', shown: '👩‍💻 notes.md', saved: '👩💻 notes.md' },
  { name: 'photo\u202Egnp.exe', shown: 'photo[U+202E]gnp.exe', saved: 'photognp.exe' },
  { name: 'a\u2066b\u2069.txt', shown: 'a[U+2066]b[U+2069].txt', saved: 'ab.txt' },
  { name: 'rtl\u200Fmark.txt', shown: 'rtl[U+200F]mark.txt', saved: 'rtlmark.txt' },
  { name: 'zero\u200Bwidth.txt', shown: 'zero[U+200B]width.txt', saved: 'zerowidth.txt' },
  { name: '\uFEFFbom.txt', shown: '[U+FEFF]bom.txt', saved: 'bom.txt' },
  { name: 'soft\u00ADhyphen.txt', shown: 'soft[U+00AD]hyphen.txt', saved: 'softhyphen.txt' },
  { name: 'tag\u{E0041}.txt', shown: 'tag[U+E0041].txt', saved: 'tag.txt' },
  { name: 'line\nbreak.txt', shown: 'line\u240Abreak.txt', saved: 'linebreak.txt' },
  { name: 'nul\0byte.png.exe', shown: 'nul\u2400byte.png.exe', saved: 'nulbyte.png.exe' },
  { name: 'bell\u0007.txt', shown: 'bell\u2407.txt', saved: 'bell.txt' },
  { name: 'del\u007F.txt', shown: 'del\u2421.txt', saved: 'del.txt' },
  { name: 'c1\u0085.txt', shown: 'c1[U+0085].txt', saved: 'c1.txt' },
  { name: 'half\uD83D.txt', shown: 'half[U+D83D].txt', saved: 'half.txt' },
  { name: '../../etc/passwd', shown: '../../etc/passwd', saved: '_.._etc_passwd' },
  { name: 'C:\\Windows\\win.ini', shown: 'C:\\Windows\\win.ini', saved: 'C__Windows_win.ini' },
  { name: '/absolute.txt', shown: '/absolute.txt', saved: '_absolute.txt' },
  { name: '.htaccess', shown: '.htaccess', saved: 'htaccess' },
  { name: '..', shown: '..', saved: 'file-9' },
  { name: '...txt', shown: '...txt', saved: 'txt' },
  { name: '   ', shown: '   ', saved: 'file-9' },
  { name: '', shown: '', saved: 'file-9' },
  { name: 'trailing dot.', shown: 'trailing dot.', saved: 'trailing dot' },
  { name: 'trailing blank.txt ', shown: 'trailing blank.txt ', saved: 'trailing blank.txt' },
  { name: 'CON', shown: 'CON', saved: '_CON' },
  { name: 'nul.txt', shown: 'nul.txt', saved: '_nul.txt' },
  { name: 'com1.log', shown: 'com1.log', saved: '_com1.log' },
  { name: 'console.log', shown: 'console.log', saved: 'console.log' },
  { name: 'a<b>"c"|d?e*f.txt', shown: 'a<b>"c"|d?e*f.txt', saved: 'a_b__c__d_e_f.txt' },
  { name: 'x.png:Zone.Identifier', shown: 'x.png:Zone.Identifier', saved: 'x.png_Zone.Identifier' },
  {
    name: '<img src=x onerror=alert(1)>.png',
    shown: '<img src=x onerror=alert(1)>.png',
    saved: '_img src=x onerror=alert(1)_.png',
  },
  {
    name: 'invoice.pdf                    .exe',
    shown: 'invoice.pdf                    .exe',
    saved: 'invoice.pdf.exe',
  },
];

describe('names', () => {
  test.each(names)(
    'F6: $name is shown as it is, and saved harmlessly',
    ({ name, shown, saved }) => {
      expect(visibleName(name)).toBe(shown);
      expect(cleanName(name, 9)).toBe(saved);
    },
  );

  test('F6: a name of 5,000 characters keeps its extension in view and on disk', () => {
    const name = `${'长'.repeat(5_000)}.tar.gz`;
    expect(nameParts(name).extension).toBe('.gz');
    const saved = cleanName(name, 9);
    expect(saved.endsWith('.gz')).toBe(true);
    expect(new TextEncoder().encode(saved).length).toBeLessThanOrEqual(200);
    expect(saved).not.toContain('\uFFFD');
  });

  test.each([
    ['photo\u202Egnp.exe', '.exe'],
    ['invoice.pdf                    .exe', '.exe'],
    ['README', ''],
    ['.profile', ''],
    [`a.${'x'.repeat(40)}`, ''],
    ['archive.tar.gz', '.gz'],
  ])('F6: the extension of %j is %j', (name, extension) => {
    expect(nameParts(name).extension).toBe(extension);
  });

  test('F6: an extension decides only when it is plain', () => {
    expect(extensionOf('Plan.SVG')).toBe('svg');
    expect(extensionOf('plan.svg ')).toBe('svg');
    expect(extensionOf('plan.s\u200Bvg')).toBe('');
    expect(extensionOf('.svg')).toBe('');
    expect(extensionOf('plan')).toBe('');
  });
});
