/** A copy of the answer whose headers `change` has changed. */
export function withHeaders(response: Response, change: (headers: Headers) => void): Response {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(response.body, { status: response.status, headers });
}

/** Without what tells a browser of another origin that it may read. */
export function withoutCors(response: Response): Response {
  return withHeaders(response, (headers) => {
    for (const name of [...headers.keys()]) {
      if (name.startsWith('access-control-')) headers.delete(name);
    }
  });
}

/**
 * An answer as a deployment's own proxy hands it back (README, nginx): none may raise the browser's login window, and the
 * page's own origin tells no other site that it may read.
 */
export function behindOwnProxy(response: Response): Response {
  return withHeaders(withoutCors(response), (headers) => headers.delete('www-authenticate'));
}
