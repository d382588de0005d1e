import pictures from '../pictures/pictures.json' with { type: 'json' };

/** A story in one of the pages in which its pictures are taken. */
export interface Picture {
  /** As its file is called: `certificate-upload--chosen-files.dark`. */
  readonly name: string;
  readonly element: string;
  readonly story: string;
  readonly mode: string;
  readonly width: number;
  readonly height: number;
  /** What the toolbars say, as an address has it. */
  readonly globals: string;
  /** The story in Storybook, with the toolbars so; relative to where Storybook is. */
  readonly path: string;
}

export function pagesOf(element?: string): readonly Picture[] {
  return Object.entries(pictures.stories).flatMap(([story, modes]) => {
    const of = story.replace(/--.*/, '');
    if (element !== undefined && element !== of) return [];
    return modes.map((mode) => {
      const { width, height, forcedColors, globals: said } = pictures.pages[mode as keyof typeof pictures.pages];
      const globals = `${said}${forcedColors === 'active' ? ';colours:forced' : ''}`;
      const path = `?path=/story/elements-${story}&globals=${globals}`;
      return { name: `${story}.${mode}`, element: of, story, mode, width, height, globals, path };
    });
  });
}
