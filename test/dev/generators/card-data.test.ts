import { readFileSync } from 'node:fs';
import { writtenFiles } from '../../../dev/generators/card-data';
import { isAlways, shapesOf } from '../../../dev/generators/card-shapes';

it.each(writtenFiles())('%s is what cards/ binds (write it anew with npm run write:card-types)', (file, content) => {
  expect(readFileSync(file, 'utf8')).toBe(content);
});

describe('what a layout binds', () => {
  const namesIn = (layout: object, part: object = {}) => {
    const [shape] = shapesOf({ cards: new Map([['card', layout]]), parts: new Map([['part', part]]) }).cards.values();
    return Object.fromEntries(
      [...(shape?.bindings ?? [])].map(([name, { binding, ...use }]) => [
        name,
        `${binding.kind}${shape && isAlways(shape, use) ? '' : ' perhaps'}`,
      ]),
    );
  };

  it('is a text, a flag or a list, by where it stands', () => {
    const items = { $data: '${rows}', text: '${title}' };
    expect(namesIn({ body: [{ text: 'A ${heading}', isVisible: '${open}', items }] })).toEqual({
      ...{ heading: 'text', open: 'flag', rows: 'list' },
    });
  });

  it('is perhaps there, where a condition says so, unless every branch has it', () => {
    const [one, other] = [
      { $when: '${isOne}', text: '${title}', url: '${link}' },
      { $when: '${isOther}', text: '${title}' },
    ];
    expect(namesIn({ body: [one] })).toEqual({ isOne: 'flag', title: 'text perhaps', link: 'text perhaps' });
    expect(namesIn({ body: [one, other] })).toEqual({
      ...{ isOne: 'flag', isOther: 'flag', title: 'text', link: 'text perhaps' },
    });
  });

  it('is what its parts read at the root as well, and where it puts a part', () => {
    const part = { $data: '${items}', size: '${$root.size}', text: '${title}' };
    expect(namesIn({ body: [{ $part: 'part' }] }, part)).toEqual({ items: 'list', size: 'size' });
    expect(namesIn({ body: [{ $part: 'part', $data: '${others}' }] }, part)).toEqual({ others: 'list', size: 'size' });
  });

  it('cannot be two things at once', () => {
    expect(() => namesIn({ body: [{ text: '${rows}' }, { $data: '${rows}' }] })).toThrow('rows');
  });
});
