import { expect, describe as group, test } from 'vitest';
import {
  ascii,
  extended,
  gifHeader,
  jpegHeader,
  lossless,
  lossy,
  of,
  pngHeader,
} from '../../../tests/fixtures/fileHeaders';
import { expectKind, type Sample } from '../../../tests/fixtures/setups/fileSample';
import {
  base64Bytes,
  blinkingGif,
  joined,
  screenPng,
} from '../../../tests/sandbox/seed/attachments/bytes';
import { imageFacts } from './image/imageFacts';

const samples: readonly Sample[] = [
  {
    what: 'a PNG',
    name: 'a.png',
    bytes: screenPng(32, 20, [1, 2, 3]),
    id: 'image',
    words: 'PNG image, 32 × 20',
  },
  {
    what: 'a PNG without extension',
    name: 'a',
    bytes: pngHeader(1, 1),
    id: 'image',
    words: 'PNG image, 1 × 1',
  },
  {
    what: 'a PNG called HTML',
    name: 'a.html',
    bytes: pngHeader(3, 2),
    id: 'image',
    words: 'PNG image, 3 × 2',
  },
  {
    what: 'a PNG called JPEG',
    name: 'a.jpg',
    bytes: pngHeader(3, 2),
    id: 'image',
    words: 'PNG image, 3 × 2',
    isMislabelled: true,
  },
  {
    what: 'a PNG of 40 million pixels',
    name: 'a.png',
    bytes: pngHeader(8_000, 5_000),
    id: 'image',
    words: 'PNG image, 8000 × 5000',
  },
  {
    what: 'a PNG of one more',
    name: 'a.png',
    bytes: pngHeader(8_001, 5_000),
    id: 'none',
    words: 'PNG image, 8001 × 5000',
  },
  {
    what: 'a PNG bomb',
    name: 'a.png',
    bytes: pngHeader(0xffffffff, 0xffffffff),
    id: 'none',
    words: 'PNG image, 4294967295 × 4294967295',
  },
  {
    what: 'a PNG without pixels',
    name: 'a.png',
    bytes: pngHeader(0, 5),
    id: 'none',
    words: 'Binary file',
    isMislabelled: true,
  },
  {
    what: 'a PNG signature alone',
    name: 'a.png',
    bytes: pngHeader(1, 1).subarray(0, 8),
    id: 'none',
    words: 'Binary file',
    isMislabelled: true,
  },
  {
    what: 'a PNG whose signature lost its line end',
    name: 'a.png',
    bytes: of(0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a, 0, 0),
    id: 'none',
    words: 'Binary file',
    isMislabelled: true,
  },
  {
    what: 'a JPEG',
    name: 'a.jpeg',
    bytes: jpegHeader(640, 480),
    id: 'image',
    words: 'JPEG image, 640 × 480',
  },
  {
    what: 'a progressive JPEG',
    name: 'a.JPG',
    bytes: jpegHeader(640, 480, 0xc2),
    id: 'image',
    words: 'JPEG image, 640 × 480',
  },
  {
    what: 'a JPEG bomb',
    name: 'a.jpg',
    bytes: jpegHeader(65_535, 65_535),
    id: 'none',
    words: 'JPEG image, 65535 × 65535',
  },
  {
    what: 'a JPEG whose data comes first',
    name: 'a.jpg',
    bytes: of(0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3, 4, 5),
    id: 'none',
    words: 'Binary file',
    isMislabelled: true,
  },
  {
    what: 'a JPEG with a hole between segments',
    name: 'a.jpg',
    bytes: of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0, 0, 0, 0, 0, 0, 0),
    id: 'none',
    words: 'Binary file',
    isMislabelled: true,
  },
  {
    what: 'a JPEG cut in its first segment',
    name: 'a.jpg',
    bytes: of(0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0),
    id: 'none',
    words: 'Binary file',
    isMislabelled: true,
  },
  {
    what: 'a table of a JPEG is no frame',
    name: 'a.jpg',
    bytes: jpegHeader(640, 480, 0xc4),
    id: 'none',
    words: 'Binary file',
    isMislabelled: true,
  },
  {
    what: 'an animated GIF',
    name: 'a.gif',
    bytes: blinkingGif(),
    id: 'image',
    words: 'GIF image, 8 × 8',
  },
  {
    what: 'an old GIF',
    name: 'a.gif',
    bytes: gifHeader('GIF87a', 300, 200),
    id: 'image',
    words: 'GIF image, 300 × 200',
  },
  {
    what: 'a GIF of no version',
    name: 'a.gif',
    bytes: gifHeader('GIF88a', 300, 200),
    id: 'none',
    words: 'Binary file',
    isMislabelled: true,
  },
  {
    what: 'a GIF bomb',
    name: 'a.gif',
    bytes: gifHeader('GIF89a', 65_535, 65_535),
    id: 'none',
    words: 'GIF image, 65535 × 65535',
  },
  {
    what: 'a lossy WebP',
    name: 'a.webp',
    bytes: lossy,
    id: 'image',
    words: 'WebP image, 320 × 240',
  },
  {
    what: 'a lossless WebP',
    name: 'a.webp',
    bytes: lossless,
    id: 'image',
    words: 'WebP image, 320 × 240',
  },
  {
    what: 'an extended WebP',
    name: 'a.webp',
    bytes: extended,
    id: 'image',
    words: 'WebP image, 320 × 240',
  },
  {
    what: 'a RIFF that is a sound',
    name: 'a.webp',
    bytes: joined(ascii('RIFF'), of(40, 0, 0, 0), ascii('WAVEfmt '), new Uint8Array(20)),
    id: 'none',
    words: 'Binary file',
    isMislabelled: true,
  },
  {
    what: 'a real JPEG',
    name: 'hall.jpg',
    bytes: base64Bytes('/9j/4AAQSkZJRgABAQAAAQABAAD/wAALCAAgADABAREA/9o='),
    id: 'image',
    words: 'JPEG image, 48 × 32',
  },
];

group('kinds of files', () => {
  test.each(samples)('F6: $what is $id: $words', expectKind);

  test('F6: headers cut at any byte are read without a fault, and never as a larger picture', () => {
    const wholes = [
      pngHeader(9, 9),
      jpegHeader(9, 9),
      gifHeader('GIF89a', 9, 9),
      lossy,
      lossless,
      extended,
    ];
    for (const whole of wholes) {
      const full = imageFacts(whole)?.size;
      for (let length = 0; length < whole.length; length += 1) {
        const size = imageFacts(whole.subarray(0, length))?.size ?? null;
        expect([null, full]).toContainEqual(size);
      }
    }
  });
});
