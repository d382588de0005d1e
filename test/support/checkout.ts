import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  ...['packages', '.config', 'tsconfig.json', 'package.json', 'package-lock.json'],
  ...['.prettierrc.json', '.oxlintrc.json'],
];
const BUILT = /\/(dist|node_modules)(\/|$)|\.tsbuildinfo$/;

/** A copy of the sources in which a violation can be planted, to see that the guard against it fails. */
export class Checkout {
  readonly folder: string;

  constructor() {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    this.folder = mkdtempSync(join(ROOT, '.cache/checkout-'));
    for (const entry of COPIED)
      cpSync(join(ROOT, entry), join(this.folder, entry), { recursive: true, filter: (path) => !BUILT.test(path) });
    mkdirSync(join(this.folder, '.git')); // Or tools would heed the `.gitignore` above, which says `.cache/`.
    this.write('test/tsconfig.json', readFileSync(join(ROOT, 'test/tsconfig.json'), 'utf8'));
    this.#linkModules();
  }

  write(path: string, content: string): void {
    const target = join(this.folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  /** Changes a file that is there already. */
  edit(path: string, change: (content: string) => string): void {
    this.write(path, change(readFileSync(join(this.folder, path), 'utf8')));
  }

  delete(path: string): void {
    rmSync(join(this.folder, path));
  }

  /** Empties a folder but for these. */
  keepOnly(folder: string, names: readonly string[]): void {
    for (const name of readdirSync(join(this.folder, folder)))
      if (!names.includes(name)) rmSync(join(this.folder, folder, name), { recursive: true });
  }

  run(command: string): { readonly code: number | null; readonly output: string } {
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: this.folder,
      shell: true,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env.PATH}`, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    return { code: status, output: stdout + stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Everything from npm is shared; our own packages are the copies. */
  #linkModules(): void {
    const modules = join(this.folder, 'node_modules');
    mkdirSync(join(modules, '@enrollkit'), { recursive: true });
    for (const name of readdirSync(join(ROOT, 'node_modules')))
      if (name !== '@enrollkit' && name !== '.vite') symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    for (const name of readdirSync(join(this.folder, 'packages')))
      symlinkSync(join(this.folder, 'packages', name), join(modules, '@enrollkit', name));
  }
}
