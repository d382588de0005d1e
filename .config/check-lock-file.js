// The lock file must name versions and checksums, never the registry that somebody's machine happened to use.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const addresses = Object.entries(packages).filter(([, entry]) => /^[a-z+]+:/.test(entry.resolved ?? ''));
for (const [name, { resolved }] of addresses)
  console.error(`${name} is locked to an address: ${new URL(resolved).host}`);

const unchecked = Object.entries(packages).filter(
  ([path, entry]) => path.includes('node_modules/') && !entry.link && !entry.inBundle && !entry.integrity,
);
for (const [name] of unchecked) console.error(`${name} has no checksum.`);

process.exitCode = addresses.length + unchecked.length > 0 ? 1 : 0;
