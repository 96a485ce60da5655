/** What stands in the log in place of a secret. */
export const MASK = '•••';

/** Headers that carry a secret, in requests and (Blueprint's sign-in) in answers. */
const secretHeaders = /^(authorization|x-auth-accesskey|x-auth-token|cookie|set-cookie)$/i;

/** Keys of a body whose text is a secret wherever they stand: `POST tokens`, its answer, `GET jwt`, a made access key. */
const secretKeys = /("(?:password|token|passphrase|secret)"\s*:\s*)"(?:[^"\\]|\\.)*"?/gi;

const secretShapes = [
  // Also a mistyped or a cut one: half a key is half a secret. `\/` is how the server writes a slash.
  [/tlp-[a-z0-9]+-[^\s"'<>,;\\]+/gi, MASK],
  [/\b(tokens(?:\\?\/|%2F))[^/?#\s"\\&]+/gi, `$1${MASK}`],
  [/\b(BlueprintToken|Basic|Bearer)\s+[\w+/=.-]+/g, `$1 ${MASK}`],
] as const;

function escaped(text: string): string {
  const json = JSON.stringify(text).slice(1, -1);
  return json.replace(/[\u0080-\uffff]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A secret as it can stand in a text: bare, in JSON, in the server's JSON (slashes and letters escaped), in an address. */
function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  // Half a surrogate pair, which no address can hold, stays as it is in the other forms.
  const address = encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\uFFFD'));
  return [...new Set([secret, json, escaped(secret).replaceAll('/', '\\/'), address])];
}

/**
 * `text` (a path, a body, a message) with every secret as `•••`: those of its own request (`secrets`), whatever has the
 * shape of a key or a token, and the texts of keys such as `"password"`.
 */
export function maskText(text: string, secrets: readonly string[] = []): string {
  const own = secrets.flatMap(formsOf).reduce((clean, form) => clean.replaceAll(form, MASK), text);
  return secretShapes
    .reduce((clean, [shape, mask]) => clean.replace(shape, mask), own)
    .replace(secretKeys, `$1"${MASK}"`);
}

/** Headers as a plain object with lower-case names; the values that are secrets are `•••`. */
export function maskHeaders(
  headers: Headers | Record<string, string>,
  secrets: readonly string[] = [],
): Record<string, string> {
  const masked: Record<string, string> = {};
  for (const [name, value] of new Headers(headers)) {
    masked[name] = secretHeaders.test(name) ? MASK : maskText(value, secrets);
  }
  return masked;
}
