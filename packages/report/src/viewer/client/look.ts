import { darkTheme, lightTheme, type Theme } from '../../chart/theme.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Colours for the reader's light or dark setting, as it is now. */
export const theme = (): Theme => (dark.matches ? darkTheme : lightTheme);

/** Whether the reader asked for little motion. */
export const reducedMotion = (): boolean => still.matches;

/** Calls back when the reader changes between light and dark. */
export const onThemeChange = (listener: () => void): void => dark.addEventListener('change', listener);

/** The colour of a class. */
export const colourOf = (label: number): string => {
  const { palette } = theme();
  return palette[label % palette.length] as string;
};
