// Run before every command (npm's pre-scripts): a fresh clone needs nothing but Node and npm.
// Plain Node without dependencies, because it is what installs them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The sentence for a Node that is too old, or nothing. Vite 8 asks for 20.19, the oldest of what we use. */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `Parterre needs Node 20.19 or newer; this is Node ${version.replace(/^v/, '')}.`;
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/**
 * Whether `node_modules` holds what the lock file asks for. npm writes its own list of what it installed
 * (`node_modules/.package-lock.json`) as the last step, so an interrupted installation does not count.
 * Optional packages are left out: they are other systems' binaries.
 */
export function isInstalled(lock, installed) {
  if (!lock || !installed) return false;
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' || wanted.optional || installed.packages[path]?.version === wanted.version,
  );
}

function install() {
  console.log('Installing dependencies (npm ci)…');
  // Test and build tools are development dependencies; NODE_ENV=production must not leave them out.
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', options, {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
  return done.status === 0;
}

function main() {
  const complaint = nodeComplaint(process.version);
  if (complaint) {
    console.error(complaint);
    return 1;
  }
  const lock = readJson(join(root, 'package-lock.json'));
  if (isInstalled(lock, readJson(join(root, 'node_modules/.package-lock.json')))) return 0;
  if (install()) return 0;
  console.error(
    'The dependencies could not be installed: npm ci failed, its message stands above.',
  );
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
