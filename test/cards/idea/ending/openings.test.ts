import { beganWith, openingField } from '../../../../src/cards/idea/ending/openings';
import { contextFor } from '../../../../testing/samples/card-context';

const { t } = contextFor();

test('a reason begins as was chosen, and goes on in the words of whoever writes it', () => {
  const press = { opening: 'exists', reason: 'planen för 2027.', idea: 'K7M4QX' };
  expect(beganWith(t, press)).toEqual({ reason: 'Det finns redan i planen för 2027.', idea: 'K7M4QX' });
  expect(beganWith(t, { opening: 'real', reason: 'Bilarna räcker inte.' }).reason).toBe(
    'Ni ser ett riktigt problem. Bilarna räcker inte.',
  );
});

test('a beginning alone is no reason: it stays chosen until something is written', () => {
  const press = { opening: 'exists', reason: ' ' };
  expect(beganWith(t, press)).toBe(press);
  expect(beganWith(t, { reason: 'Det finns redan.' })).toEqual({ reason: 'Det finns redan.' });
});

test('own beginnings stand below the six that everybody has, and are used as they are', () => {
  const own = 'Vi har samma problem, men';
  const field = openingField(t, [own], own);
  expect(field.choices).toHaveLength(7);
  expect(field.choices?.at(-1)).toEqual({ title: own, value: own });
  expect(field.value).toBe(own);
  expect(beganWith(t, { opening: own, reason: 'vi löser det så här.' }).reason).toBe(`${own} vi löser det så här.`);
});

test('a beginning that has been taken out of the settings meanwhile is none that is chosen', () => {
  expect(openingField(t, [], 'Vi har samma problem, men').value).toBe('');
});
