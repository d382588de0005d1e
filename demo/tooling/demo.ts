import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { embedFiles } from './embed-files.js';
import { portalFrame } from './portal-frame.js';
import { securityHeaders } from './security-headers.js';

const page = (name: string) => fileURLToPath(new URL(`../${name}.html`, import.meta.url));

/** Every page of the demo. A check of all of them that lacks one doesn't compile. */
export const PAGE_NAMES = [
  'index',
  'enrollment',
  'dates',
  'date',
  'products',
  'product',
  'certificates',
  'certifications',
  'feed',
  'trainer',
  'imports',
  'webhooks',
  'script-tag',
  '404',
] as const;

export type PageName = (typeof PAGE_NAMES)[number];

export const demoPages = PAGE_NAMES.map(page);

/** What the demo needs of Vite. */
export const demoPlugins = (): Plugin[] => [portalFrame(), securityHeaders(), embedFiles()];
