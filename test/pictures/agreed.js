import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../stories/pictures/', import.meta.url);

/** The pictures that were agreed on: of which stories, and in which pages. */
export const AGREED = fileURLToPath(new URL('agreed', FOLDER));

/**
 * In which pages pictures are taken: what Storybook's toolbars say, what the system asks for, and the window around a story. As
 * much as one sees at once; the rest of a long list says nothing new, and would be most of all bytes.
 *
 * @type {{ readonly pages: Record<string, { globals: string, colorScheme: 'light' | 'dark', forcedColors: 'none' | 'active', width: number, height: number }>, readonly stories: Record<string, string[]> }}
 */
export const { pages: PAGES, stories: STORIES } = JSON.parse(readFileSync(new URL('pictures.json', FOLDER), 'utf8'));
