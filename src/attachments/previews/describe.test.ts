import { describe as group, test } from 'vitest';
import { ascii, of } from '../../../tests/fixtures/fileHeaders';
import { expectKind, type Sample } from '../../../tests/fixtures/setups/fileSample';
import { joined, pdf, utf8, utf16, zip } from '../../../tests/sandbox/seed/attachments/bytes';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
const entities = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>';
const doctype =
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
const mail = '<!DOCTYPE html><html><script>fetch("https://evil.example")</script></html>';
const elf = joined(of(0x7f), ascii('ELF'), of(2, 1, 1, 0), new Uint8Array(40));

const samples: readonly Sample[] = [
  { what: 'an SVG', name: 'a.svg', bytes: utf8(svg), id: 'image', words: 'SVG drawing' },
  {
    what: 'an SVG after declaration, comment and document type',
    name: 'A.SVG',
    bytes: utf8(`<?xml version="1.0"?>\n<!-- <html> -->\n${doctype}\n<!-- x -->${svg}`),
    id: 'image',
    words: 'SVG drawing',
  },
  { what: 'an SVG in UTF-16', name: 'a.svg', bytes: utf16(svg), id: 'image', words: 'SVG drawing' },
  {
    what: 'an SVG that defines entities',
    name: 'a.svg',
    bytes: utf8(entities),
    id: 'text',
    words: 'Text, UTF-8, 1 line',
    isMislabelled: true,
  },
  {
    what: 'an SVG called text',
    name: 'a.txt',
    bytes: utf8(svg),
    id: 'text',
    words: 'Text, UTF-8, 1 line',
  },
  {
    what: 'an SVG called PNG',
    name: 'a.png',
    bytes: utf8(svg),
    id: 'text',
    words: 'Text, UTF-8, 1 line',
    isMislabelled: true,
  },
  {
    what: 'HTML called SVG',
    name: 'a.svg',
    bytes: utf8(mail),
    id: 'text',
    words: 'Text, UTF-8, 1 line',
    isMislabelled: true,
  },
  {
    what: 'HTML with an SVG in it, called SVG',
    name: 'a.svg',
    bytes: utf8(`<html>${svg}</html>`),
    id: 'text',
    words: 'Text, UTF-8, 1 line',
    isMislabelled: true,
  },
  {
    what: 'HTML called PNG',
    name: 'holiday.png',
    bytes: utf8(mail),
    id: 'text',
    words: 'Text, UTF-8, 1 line',
    isMislabelled: true,
  },
  { what: 'HTML', name: 'mail.html', bytes: utf8(mail), id: 'text', words: 'Text, UTF-8, 1 line' },
  {
    what: 'a PDF',
    name: 'a.pdf',
    bytes: pdf([['A']]),
    id: 'pdf',
    words: 'PDF document, version 1.4',
  },
  {
    what: 'a PDF called text',
    name: 'a.txt',
    bytes: pdf([['A']]),
    id: 'pdf',
    words: 'PDF document, version 1.4',
  },
  {
    what: 'HTML that ends as a PDF',
    name: 'a.pdf',
    bytes: utf8(`${mail}\n%PDF-1.4`),
    id: 'text',
    words: 'Text, UTF-8, 2 lines',
    isMislabelled: true,
  },
  {
    what: 'a PDF after one blank',
    name: 'a.pdf',
    bytes: joined(utf8(' '), pdf([['A']])),
    id: 'text',
    words: 'Text, UTF-8, 34 lines',
    isMislabelled: true,
  },
  {
    what: 'a log',
    name: 'a.log',
    bytes: utf8('a\r\nb\r\n'),
    id: 'text',
    words: 'Text, UTF-8, 2 lines',
  },
  {
    what: 'a log with colours',
    name: 'a.log',
    bytes: utf8('\u001b[31mred\u001b[0m\n'),
    id: 'text',
    words: 'Text, UTF-8, 1 line',
  },
  { what: 'an empty file', name: 'a.txt', bytes: of(), id: 'text', words: 'Empty file' },
  { what: 'an empty file called PNG', name: 'a.png', bytes: of(), id: 'text', words: 'Empty file' },
  {
    what: 'a zip',
    name: 'a.zip',
    bytes: zip({ 'a.txt': utf8('a') }),
    id: 'none',
    words: 'Binary file',
  },
  {
    what: 'a zip called text',
    name: 'a.txt',
    bytes: zip({ 'a.txt': utf8('a') }),
    id: 'none',
    words: 'Binary file',
  },
  { what: 'a program', name: 'a.bin', bytes: elf, id: 'none', words: 'Binary file' },
  {
    what: 'any bytes',
    name: 'a.bin',
    bytes: Uint8Array.from({ length: 1024 }, (_, at) => (at * 37) % 256),
    id: 'none',
    words: 'Binary file',
  },
];

group('kinds of files', () => {
  test.each(samples)('F6: $what is $id: $words', expectKind);
});
