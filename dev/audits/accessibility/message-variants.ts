import { IntlMessageFormat } from 'intl-messageformat';
import { firstLanguage, languages } from '../../../src/domain/languages';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What stands for a value in a text: one short word, so that a text is judged by its own words. */
const VALUE = 'xx';
const NUMBER = '3';

/** Every sentence that a text of src/text can become: one for each choice of its `plural` and `select`, values filled in. */
export function variantsOf(message: string): string[] {
  const ast = new IntlMessageFormat(message, languages[firstLanguage].locale, undefined, { ignoreTag: true }).getAst();
  return joined(ast).map((text) => text.replace(/\s+/g, ' ').trim());
}

const joined = (elements: readonly Element[]): string[] =>
  elements.reduce<string[]>(
    (texts, element) => {
      const endings = readings(element);
      return texts.flatMap((text) => endings.map((ending) => text + ending));
    },
    [''],
  );

function readings(element: Element): string[] {
  if ('options' in element) return Object.values(element.options).flatMap(({ value }) => joined(value));
  // A literal (type 0) and a value have the same members in the syntax tree; "#" (type 7) has none.
  if (element.type === 0) return [element.value];
  return [element.type === 7 || element.type === 2 ? NUMBER : VALUE];
}
