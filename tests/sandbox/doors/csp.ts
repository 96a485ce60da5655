/** Pages that show API text run nothing but our own files. Source: shared/product/reliability.md §2. */

/** A faulty address is told on the connect page, and nothing is asked there. */
function originOf(url: string): string[] {
  const parsed = /^https?:/i.test(url) ? URL.parse(url) : null;
  return parsed ? [parsed.origin] : [];
}

/**
 * The content security policy of the app. `serverUrls` are the `url`s of `parterre.json`: no other host is ever asked.
 * A `nonce` is for the dev server only, whose own script and style tags are inline.
 * One Trusted Types policy: the sanitising component gives it to DOMPurify, which then makes none of its own.
 */
export function contentSecurityPolicy(serverUrls: readonly string[], nonce?: string): string {
  const ours = nonce === undefined ? ["'self'"] : ["'self'", `'nonce-${nonce}'`];
  const directives: [string, ...string[]][] = [
    ['default-src', "'none'"],
    ['script-src', ...ours],
    ['style-src', ...ours],
    ['style-src-attr', "'none'"],
    ['img-src', "'self'", 'blob:', 'data:'],
    ['media-src', 'blob:'],
    ['font-src', "'self'"],
    ['connect-src', ...new Set(["'self'", ...serverUrls.flatMap(originOf)])],
    ['frame-src', 'blob:'],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['form-action', "'none'"],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
    ['object-src', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'app-sanitize'],
    ['report-uri', '/csp'],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}

/** Every header that goes with a page of ours; HSTS is left to the server that ends TLS. */
export function securityHeaders(serverUrls: readonly string[], nonce?: string): [string, string][] {
  return [
    ['Content-Security-Policy', contentSecurityPolicy(serverUrls, nonce)],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    [
      'Permissions-Policy',
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=()',
    ],
  ];
}
