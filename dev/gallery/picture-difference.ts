import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** A card may be so much taller or shorter, and show so many other pixels (both as shares), before it counts as changed. */
const SIZE = 0.02;
const PIXELS = 0.01;
/** How unlike two colours must be to count, from 0 to 1; smoothed edges of letters are passed over. */
const UNLIKE = 0.15;

export interface Difference {
  /** "12 % of it looks different" or "it is 380 px tall and was 340". */
  what: string;
  /** What changed, in red over the picture of before. */
  picture: Buffer;
}

/** How two PNG pictures differ, or undefined where nobody would see it. */
export function difference(before: Buffer, now: Buffer): Difference | undefined {
  // Nearly always: the same browser draws and packs the same pixels in the same way.
  if (before.equals(now)) return undefined;
  const [old, fresh] = [PNG.sync.read(before), PNG.sync.read(now)];
  const width = Math.max(old.width, fresh.width);
  const height = Math.max(old.height, fresh.height);
  const marked = new PNG({ width, height });
  const [one, other] = [onCanvas(old, width, height), onCanvas(fresh, width, height)];
  const changed = pixelmatch(one.data, other.data, marked.data, width, height, { threshold: UNLIKE });
  const picture = () => PNG.sync.write(marked);
  const grown = Math.max(
    Math.abs(fresh.height - old.height) / old.height,
    Math.abs(fresh.width - old.width) / old.width,
  );
  if (grown > SIZE) {
    return {
      what: `it is ${fresh.width} × ${fresh.height} px and was ${old.width} × ${old.height}`,
      picture: picture(),
    };
  }
  const share = changed / (width * height);
  return share > PIXELS
    ? { what: `${(100 * share).toFixed(1)} % of it looks different`, picture: picture() }
    : undefined;
}

/** The picture in the upper left corner of a larger, empty one. */
function onCanvas(picture: PNG, width: number, height: number): PNG {
  const canvas = new PNG({ width, height });
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas;
}
