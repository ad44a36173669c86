/**
 * Draws the app's two icons: a light bulb (the idea) with a compass needle in it (the pilot).
 * `npm run write:icons [-- FOLDER]` writes them to the folder, or to manifest/. Each pixel is the mean of 64 samples.
 *
 * The mark has units of its own: its glass has radius 1 and its centre at 0,0; y grows downwards.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';

type Point = { x: number; y: number };
type Line = { from: Point; to: Point };
type Colour = { red: number; green: number; blue: number };
/** True where the point is covered. */
type IconShape = (point: Point) => boolean;
type Layer = { shape: IconShape; colour: Colour };
/** How the mark lies in the picture, in pixels: the picture's side, the length of one unit, the centre of the glass. */
type Placing = { side: number; unit: number; centre: Point };

const SAMPLES_PER_SIDE = 8;

const DEEP_TEAL: Colour = { red: 0x0b, green: 0x4a, blue: 0x5e };
const PALE_TEAL: Colour = { red: 0xb9, green: 0xd8, blue: 0xdf };
const AMBER: Colour = { red: 0xff, green: 0xb0, blue: 0x1f };
const WHITE: Colour = { red: 0xff, green: 0xff, blue: 0xff };

const NORTH_EAST = Math.PI / 4;
const SOUTH_WEST = NORTH_EAST + Math.PI;

/** 192 × 192 pixels, full bleed. The mark keeps within the 120 × 120 pixels that every mask of Teams leaves whole. */
function drawColourIcon(): PNG {
  const layers: Layer[] = [
    { shape: () => true, colour: DEEP_TEAL },
    { shape: filled(glass()), colour: WHITE },
    { shape: outlined(glass(), 0.1), colour: WHITE },
    { shape: bar(0.36, 1.5, 0.2), colour: PALE_TEAL },
    { shape: bar(0.16, 1.85, 0.2), colour: PALE_TEAL },
    { shape: filled(needleHalf(NORTH_EAST, 0.74, 0.22)), colour: AMBER },
    { shape: filled(needleHalf(SOUTH_WEST, 0.74, 0.22)), colour: DEEP_TEAL },
    { shape: bar(0, 0, 0.16), colour: WHITE },
  ];
  return draw(layers, { side: 192, unit: 40, centre: { x: 96, y: 78 } });
}

/** 32 × 32 pixels, white on transparent: the same mark as a line drawing whose straight edges lie on whole pixels. */
function drawOutlineIcon(): PNG {
  const layers: Layer[] = [
    { shape: outlined(glass(), 0.2), colour: WHITE },
    { shape: bar(0.3, 1.5, 0.2), colour: WHITE },
    { shape: filled(needleHalf(NORTH_EAST, 0.66, 0.22)), colour: WHITE },
    { shape: filled(needleHalf(SOUTH_WEST, 0.66, 0.22)), colour: WHITE },
  ];
  return draw(layers, { side: 32, unit: 10, centre: { x: 16, y: 13 } });
}

/** The glass: a circle that narrows into a neck. The right half from the top down, then its mirror image back up. */
function glass(): Point[] {
  const bend = (50 * Math.PI) / 180;
  const circle = Array.from({ length: 49 }, (_, step): Point => {
    const angle = Math.PI - ((Math.PI - bend) * step) / 48;
    return { x: Math.sin(angle), y: Math.cos(angle) };
  });
  const start: Point = { x: Math.sin(bend), y: Math.cos(bend) };
  const tangent: Point = { x: start.x - 0.3 * Math.cos(bend), y: start.y + 0.3 * Math.sin(bend) };
  const right = [...circle, ...curve(start, tangent, { x: 0.5, y: 0.96 }, { x: 0.5, y: 1.2 })];
  return [...right, ...right.map(({ x, y }) => ({ x: -x, y })).reverse()];
}

/** Points of the cubic Bézier curve from a to d, without a itself. */
function curve(a: Point, b: Point, c: Point, d: Point): Point[] {
  return Array.from({ length: 16 }, (_, step) => {
    const t = (step + 1) / 16;
    const s = 1 - t;
    const at = (axis: 'x' | 'y') =>
      s ** 3 * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t ** 3 * d[axis];
    return { x: at('x'), y: at('y') };
  });
}

/** The half of a compass needle that points to the bearing, in radians clockwise from straight up. */
function needleHalf(bearing: number, length: number, halfWidth: number): Point[] {
  const along: Point = { x: Math.sin(bearing), y: -Math.cos(bearing) };
  return [
    { x: along.x * length, y: along.y * length },
    { x: -along.y * halfWidth, y: along.x * halfWidth },
    { x: along.y * halfWidth, y: -along.x * halfWidth },
  ];
}

/** A level bar with round ends: half as long as given to each side of the middle, plus its round ends. */
function bar(halfLength: number, y: number, width: number): IconShape {
  const line: Line = { from: { x: -halfLength, y }, to: { x: halfLength, y } };
  return (point) => isNear(point, line, width / 2);
}

/** The inside of the polygon: a ray from such a point crosses an odd number of sides. */
function filled(polygon: readonly Point[]): IconShape {
  const lines = sides(polygon);
  return onlyAround(polygon, 0, ({ x, y }) => {
    let inside = false;
    for (const { from, to } of lines) {
      const crosses = from.y > y !== to.y > y && x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x;
      if (crosses) inside = !inside;
    }
    return inside;
  });
}

/** A line of the given width along the polygon's sides, with round corners. */
function outlined(polygon: readonly Point[], width: number): IconShape {
  const lines = sides(polygon);
  return onlyAround(polygon, width / 2, (point) => lines.some((line) => isNear(point, line, width / 2)));
}

/** The shape, asked only about points in the polygon's bounding box and its margin: most of a picture lies outside. */
function onlyAround(polygon: readonly Point[], margin: number, shape: IconShape): IconShape {
  const xs = polygon.map(({ x }) => x);
  const ys = polygon.map(({ y }) => y);
  const [left, right] = [Math.min(...xs) - margin, Math.max(...xs) + margin];
  const [top, bottom] = [Math.min(...ys) - margin, Math.max(...ys) + margin];
  return (point) => point.x >= left && point.x <= right && point.y >= top && point.y <= bottom && shape(point);
}

function sides(polygon: readonly Point[]): Line[] {
  return polygon.map((to, i) => ({ from: polygon.at(i - 1) ?? to, to }));
}

function isNear({ x, y }: Point, { from, to }: Line, limit: number): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squaredLength = dx * dx + dy * dy;
  const share = squaredLength === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / squaredLength;
  const nearest = Math.min(1, Math.max(0, share));
  return (x - from.x - nearest * dx) ** 2 + (y - from.y - nearest * dy) ** 2 <= limit * limit;
}

/** Paints the layers over one another. What no layer covers stays transparent. */
function draw(layers: readonly Layer[], { side, unit, centre }: Placing): PNG {
  const png = new PNG({ width: side, height: side });
  const samples = Array.from({ length: SAMPLES_PER_SIDE ** 2 }, (_, n) => ({
    x: ((n % SAMPLES_PER_SIDE) + 0.5) / SAMPLES_PER_SIDE,
    y: (Math.floor(n / SAMPLES_PER_SIDE) + 0.5) / SAMPLES_PER_SIDE,
  }));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const seen = samples.flatMap((sample) => {
        const point: Point = { x: (x + sample.x - centre.x) / unit, y: (y + sample.y - centre.y) / unit };
        return layers.findLast(({ shape }) => shape(point))?.colour ?? [];
      });
      png.data.set(mixed(seen), (y * side + x) * 4);
    }
  }
  return png;
}

/** Red, green, blue and opacity: the mean colour of the covered samples, as opaque as their share of all samples. */
function mixed(seen: readonly Colour[]): number[] {
  const mean = (part: keyof Colour) =>
    seen.length === 0 ? 255 : Math.round(seen.reduce((sum, colour) => sum + colour[part], 0) / seen.length);
  return [mean('red'), mean('green'), mean('blue'), Math.round((255 * seen.length) / SAMPLES_PER_SIDE ** 2)];
}

const folder = process.argv[2] ?? join(__dirname, '..', '..', 'manifest');
writeFileSync(join(folder, 'color.png'), PNG.sync.write(drawColourIcon(), { colorType: 2 }));
writeFileSync(join(folder, 'outline.png'), PNG.sync.write(drawOutlineIcon()));
