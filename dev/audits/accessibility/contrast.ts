import { type ContainerStyle, hostConfigs, type TextColour, type Theme, themes } from '../../gallery/host-config';
import type { Placed } from './card-parts';

/** WCAG 2.1, 1.4.3: 4.5 to 1, and 3 to 1 for large text (24 px, or 18.66 px bold). No size of Teams' is large in bold. */
const LEAST = 4.5;
const LEAST_LARGE = 3;
const LARGE = 'ExtraLarge';

type Rgb = readonly [number, number, number];

/** #RRGGBB or #AARRGGBB laid over what is behind it. */
function over(colour: string, behind: Rgb): Rgb {
  const digits = colour.slice(1).padStart(8, 'f');
  const [alpha = 255, ...parts] = [0, 2, 4, 6].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  const mixed = parts.map((part, at) => (part * alpha + (behind[at] ?? 0) * (255 - alpha)) / 255);
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white), as WCAG 2.1 defines it. */
export function contrast(text: string, background: string): number {
  const behind = over(background, [255, 255, 255]);
  const [one, other] = [luminance(behind), luminance(over(text, behind))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const styleOf = ({ within }: Placed): ContainerStyle =>
  (within.findLast(({ style, type }) => style !== undefined && /^(Container|Column|ColumnSet)$/.test(String(type)))
    ?.style as ContainerStyle) ?? 'default';

/** Text whose colour is too weak on its container, in either theme. Only for parts that hold text. */
export function contrastFaults(placed: Placed): string[] {
  const { node } = placed;
  if (node.type !== 'TextBlock' && node.type !== 'TextRun') return [];
  const colour = String(node.color ?? 'Default').toLowerCase() as TextColour;
  const least = node.size === LARGE ? LEAST_LARGE : LEAST;
  return themes.flatMap((theme: Theme) => {
    const { foregroundColors, backgroundColor } = hostConfigs[theme].containerStyles[styleOf(placed)];
    const ratio = contrast(foregroundColors[colour][node.isSubtle === true ? 'subtle' : 'default'], backgroundColor);
    if (ratio >= least) return [];
    return [`"${node.text}" has contrast ${ratio.toFixed(1)} in the ${theme} theme, less than ${least}`];
  });
}
