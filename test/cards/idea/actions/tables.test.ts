import { actions } from '../../../../src/cards/idea/actions/index';
import { ideaActions, offerNames, offers, panelFor, panels } from '../../../../src/cards/idea/actions/tables';
import { verbs } from '../../../../src/cards/verbs';
import { limits } from '../../../../src/domain/idea/words';

test('what a press holds by one name is read in one way, whatever its command', () => {
  const { shape } = verbs.act;
  const read = Object.values(actions).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([name, reader]) =>
      shape[name as keyof typeof shape] !== reader || name in limits ? [name] : [],
    ),
  );
  expect(read).toEqual([]);
});

test('every command that has a form comes back to one that can be open', () => {
  for (const name of ideaActions) expect([undefined, ...panels]).toContain(panelFor(name));
});

test('an offer gives the command of its module, or only shows something', () => {
  const gives = offerNames.map((name) => offers[name].gives);
  expect(new Set(gives.filter((command) => command === undefined)).size).toBe(1);
  for (const { type, offers: own } of Object.values(actions)) {
    for (const name of Object.keys(own)) expect(offers[name as keyof typeof offers].gives).toBe(type);
  }
});
