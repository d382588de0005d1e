import { readFileSync } from 'node:fs';

/** The version of the package. */
export function version(): string {
  const { version: found } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return found;
}

/** How the program calls itself to servers: some answer nobody who doesn't say. */
export function userAgent(): string {
  return `enrollkit/${version()}`;
}
