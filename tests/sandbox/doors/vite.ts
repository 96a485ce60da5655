import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Connect, Plugin, ResolvedConfig } from 'vite';
import { securityHeaders } from './csp.ts';
import { chooseMode, isServerPath, type Mode } from './mode.ts';
import { serverList } from './servers.ts';

/** Stands in Vite's transformed page where the nonce of one answer goes. */
const NONCE = 'NONCE-OF-THIS-ANSWER';

const nonces = new WeakMap<IncomingMessage, string>();

function sendText(res: ServerResponse, type: string, text: string): void {
  res.setHeader('Content-Type', `${type}; charset=utf-8`);
  res.setHeader('Cache-Control', 'no-store');
  res.end(text);
}

function logViolation(req: IncomingMessage, res: ServerResponse): void {
  let report = '';
  req.setEncoding('utf8');
  req.on('data', (part: string) => {
    report += part;
  });
  req.on('end', () => {
    console.warn(`Content security policy violation: ${report}`);
    res.statusCode = 204;
    res.end();
  });
}

/** Security headers on everything, `/parterre.json` by the mode, and the server's own paths. */
function front(mode: Mode, config: ResolvedConfig, isDev: boolean): Connect.NextHandleFunction {
  const folder = isDev ? config.publicDir : join(config.root, config.build.outDir);
  return (req, res, next) => {
    const page = new URL(`http://${req.headers.host ?? 'localhost'}`);
    const list = serverList(mode, join(folder, 'parterre.json'), page);
    const nonce = isDev ? randomBytes(16).toString('base64') : undefined;
    if (nonce !== undefined) nonces.set(req, nonce);
    const urls = list.servers.map((server) => server.url);
    for (const [name, value] of securityHeaders(urls, nonce)) res.setHeader(name, value);
    const url = req.url ?? '/';
    if (isServerPath(url)) void mode.handle(req, res);
    else if (url.split('?')[0] === `${config.base}parterre.json`)
      sendText(res, 'application/json', JSON.stringify(list));
    else if (url === '/csp' && req.method === 'POST') logViolation(req, res);
    else next();
  };
}

/**
 * Sends the page for every address of the app (Vite has rewritten those to `/index.html`).
 * Ours instead of Vite's, because the page must carry the nonce of its own answer and may not be cached.
 */
function pages(
  read: (req: Connect.IncomingMessage) => Promise<string>,
): Connect.NextHandleFunction {
  return (req, res, next) => {
    if (req.url?.split('?')[0] !== '/index.html') return next();
    read(req).then(
      (html) => sendText(res, 'text/html', html.replaceAll(NONCE, nonces.get(req) ?? '')),
      next,
    );
  };
}

/**
 * Everything around the app in `npm start` and `npm run preview`: the server of the chosen mode behind this origin
 * (sandbox, `TULEAP_URL`, `PARTERRE_REPLAY`), the list of servers, and the headers that a deployment must send.
 */
export function parterreServer(): Plugin {
  let config: ResolvedConfig;
  const announce = async () => {
    const mode = await chooseMode(process.env, config.root);
    config.logger.info(`\n  Parterre ${mode.line}`);
    return mode;
  };
  return {
    name: 'parterre-server',
    config: (_, { command, isPreview }) =>
      command === 'serve' && !isPreview ? { html: { cspNonce: NONCE } } : {},
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: {
      order: 'pre',
      // Vite's client waits for a server that restarts in a worker made from a blob, which Trusted Types refuse; where there
      // are no such workers it waits in the page, and the page comes back by itself.
      handler: () =>
        config.html?.cspNonce
          ? [{ tag: 'script', children: 'delete window.SharedWorker', injectTo: 'head-prepend' }]
          : [],
    },
    async configureServer(server) {
      if (process.env.VITEST) return;
      const mode = await announce();
      server.middlewares.use(front(mode, config, true));
      server.watcher.on('change', (file) => {
        if (mode.files.has(file)) void server.restart();
      });
      return () => {
        server.middlewares.use(
          pages(async (req) =>
            server.transformIndexHtml(
              req.url ?? '/',
              readFileSync(join(config.root, 'index.html'), 'utf8'),
              req.originalUrl,
            ),
          ),
        );
      };
    },
    async configurePreviewServer(server) {
      server.middlewares.use(front(await announce(), config, false));
      return () => {
        server.middlewares.use(
          pages(async () =>
            readFileSync(join(config.root, config.build.outDir, 'index.html'), 'utf8'),
          ),
        );
      };
    },
  };
}
