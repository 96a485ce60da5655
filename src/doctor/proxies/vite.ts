import { lines, notAsked, type Recipe, SERVER_PATHS } from './recipe';

const names = notAsked.map((name) => `'${name.toLowerCase()}'`).join(', ');

/** For `server.proxy` of a Vite configuration. */
export const vite: Recipe = {
  id: 'vite',
  label: 'Vite',
  fileName: 'parterre.vite.js',
  lines: (origin) => [
    ...lines('pass', `'^/(${SERVER_PATHS})/': {`, `  target: '${origin}',`),
    ...lines(undefined, '  changeOrigin: true,', '  configure(proxy) {'),
    ...lines(undefined, "    proxy.on('proxyReq', (request) => {"),
    ...lines('etag', '      // Compression mangles or drops the ETag.'),
    ...lines('etag', "      request.setHeader('accept-encoding', 'identity');"),
    ...lines(
      undefined,
      '      // A cookie would be somebody else; the others name this host, which Tuleap would hold against the request.',
      `      for (const name of [${names}]) request.removeHeader(name);`,
      '    });',
      "    proxy.on('proxyRes', ({ headers }) => {",
    ),
    ...lines('challenge', '      // It would raise the browser’s own login box.'),
    ...lines('challenge', "      delete headers['www-authenticate'];"),
    ...lines(
      undefined,
      "      delete headers['set-cookie'];",
      '      // No other site has to read through this address.',
      "      delete headers['access-control-allow-origin'];",
      '    });',
      '  },',
      '},',
    ),
  ],
};
