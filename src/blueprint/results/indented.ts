/** One line per tag, two blanks per level; a text between two tags stays in its line, to the letter. */
function indentedXml(text: string): string {
  let depth = 0;
  return text
    .replace(/>\s*</g, '>\n<')
    .split('\n')
    .map((line) => {
      if (/^<\//.test(line)) depth -= 1;
      const shown = `${'  '.repeat(Math.max(0, depth))}${line}`;
      if (/^<[^?!/]/.test(line) && !/\/>$|<\/[^>]+>$/.test(line)) depth += 1;
      return shown;
    })
    .join('\n');
}

/** An answer made readable; what cannot be read comes back as it is. */
export function indented(text: string, format: 'json' | 'xml'): string {
  // In CDATA and comments "><" is text, and an indent would be a change.
  if (format === 'xml') return /<!/.test(text) ? text : indentedXml(text);
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
