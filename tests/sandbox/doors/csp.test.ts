import { expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from './csp';

test('the policy allows our own files, the listed servers and nothing else', () => {
  const policy = contentSecurityPolicy([
    '',
    'https://tuleap.example.org/sub',
    'https://tuleap.example.org',
  ]);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self' https://tuleap.example.org;");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types app-sanitize;");
  expect(policy).not.toMatch(/unsafe|\*|allow-duplicates|nonce/);
});

test('a nonce reaches scripts and style tags, never style attributes', () => {
  const policy = contentSecurityPolicy([], 'abc');
  expect(policy).toContain("script-src 'self' 'nonce-abc';");
  expect(policy).toContain("style-src 'self' 'nonce-abc'; style-src-attr 'none';");
});

test('the other headers of reliability.md section 2 go along', () => {
  expect(securityHeaders([]).map(([name]) => name)).toEqual([
    'Content-Security-Policy',
    'Cross-Origin-Opener-Policy',
    'Cross-Origin-Resource-Policy',
    'Referrer-Policy',
    'X-Content-Type-Options',
    'X-Frame-Options',
    'Permissions-Policy',
  ]);
});
