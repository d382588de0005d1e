/** Red, green and blue, each 0 to 1. */
export type Rgb = readonly [number, number, number];

export interface Colour {
  /** As browsers write it: whatever else was typed is gone. */
  readonly css: string;
  readonly hex: string;
  readonly rgb: Rgb;
}

/** Two that no one types: what is no colour leaves a canvas the one that it had. */
const BEFORE = ['#010203', '#040506'] as const;

/** Any colour that CSS can write; absent: it is none, or one can look through it. */
export function parseColour(text: string): Colour | undefined {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context || !CSS.supports('color', text)) return undefined;
  const [one, other] = BEFORE.map((before) => {
    context.fillStyle = before;
    context.fillStyle = text;
    return context.fillStyle;
  });
  if (!one || one !== other) return undefined;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  if (alpha < 255) return undefined;
  const rgb = [red / 255, green / 255, blue / 255] as const;
  return { css: one, hex: hexOf(rgb), rgb };
}

/** As style guides write it. */
export function hexOf(colour: Rgb): string {
  const bytes = colour.map((part) => Math.round(part * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A list of fonts as a browser writes it, safe inside a `<style>`; absent: it is none. */
export function parseFont(text: string): string | undefined {
  const { style } = document.createElement('span');
  style.fontFamily = text;
  return style.fontFamily === '' ? undefined : style.fontFamily.replaceAll('<', '\\3c ');
}

/** WCAG 2.2, "contrast ratio". */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Black or white on it, as the kit itself chooses: by the lightness in OKLCH. */
export function textOn(colour: Rgb): Rgb {
  return lightness(colour) < 0.6 ? [1, 1, 1] : [0, 0, 0];
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function lightness(colour: Rgb): number {
  const [red, green, blue] = colour.map(linear) as unknown as Rgb;
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
}
