/**
 * In which pages pictures are taken: what Storybook's toolbars say, and the window around a story. As much as one sees at
 * once; the rest of a long list says nothing new, and would be most of all bytes.
 */
export const PAGES = {
  light: { globals: 'theme:light', colorScheme: 'light', width: 720, height: 560 },
  wide: { globals: 'theme:light', colorScheme: 'light', width: 1080, height: 560 },
  dark: { globals: 'theme:dark', colorScheme: 'dark', width: 720, height: 560 },
  phone: { globals: 'theme:light;direction:rtl', colorScheme: 'light', width: 320, height: 720 },
  forced: { globals: 'theme:light', colorScheme: 'light', width: 720, height: 560, forcedColors: 'active' },
};
