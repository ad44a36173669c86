import { PNG } from 'pngjs';
import { difference } from '../../../dev/gallery/picture-difference';

/** A white picture with a black box of so many pixels in height across it. */
function picture(height: number, box = 0): Buffer {
  const png = new PNG({ width: 100, height });
  png.data.fill(255);
  for (let at = 0; at < box * 100; at++) png.data.set([0, 0, 0, 255], at * 4);
  return PNG.sync.write(png);
}

test('the same picture does not differ', () => expect(difference(picture(200), picture(200))).toBeUndefined());

test('a little that is different is passed over, more is not', () => {
  expect(difference(picture(200), picture(200, 1))).toBeUndefined();
  expect(difference(picture(200), picture(200, 20))?.what).toBe('10.0 % of it looks different');
});

test('another size is told as such, and the difference can be looked at', () => {
  const found = difference(picture(200), picture(220));
  expect(found?.what).toBe('it is 100 × 220 px and was 100 × 200');
  expect(PNG.sync.read(found?.picture ?? Buffer.alloc(0))).toMatchObject({ width: 100, height: 220 });
});
