import { readAmount } from '../../../amount.js';
import { readHours } from '../../../hours.js';
import { tidy } from '../../../language/tidy.js';
import { accept, type Result, refuse } from '../../../result.js';
import { type Day, isDay, isNear } from '../../../time.js';
import type { CommandContext } from '../../command.js';
import { documentLink } from '../../content/document.js';
import { type Answers, chosenIn, type FieldName, fields, type NeedField } from '../../fields.js';
import type { Refusal } from '../../refusal.js';

/** The answers of a part as they are kept; a field that is left empty is emptied. Refuses what its kind cannot hold. */
export function readAnswers(
  asked: readonly FieldName[],
  { words, today }: Pick<CommandContext, 'words' | 'today'>,
): Result<Answers, Refusal> {
  const answers: Answers = {};
  for (const name of asked) {
    const text = tidy(words[name] ?? '');
    if (text === '') continue;
    const read = readAnswer(name, text, today);
    if (!read.ok) return read;
    answers[name] = read.value;
  }
  return accept(answers);
}

function readAnswer(name: FieldName, text: string, today: Day): Result<string, Refusal> {
  const field: NeedField = fields[name];
  switch (field.kind) {
    case 'text': {
      const kept = field.link ? documentLink(text) : text;
      if (kept === undefined) return refuse({ code: 'badLink', field: name });
      return kept.length > field.limit ? refuse({ code: 'wordsTooLong', field: name }) : accept(kept);
    }
    case 'one':
    case 'several': {
      const { chosen, unknown } = chosenIn(field, text);
      const fits = !unknown && (field.kind === 'several' || chosen.length === 1);
      return fits ? accept(chosen.join(',')) : refuse({ code: 'badChoice', field: name });
    }
    case 'day':
      if (!isDay(text)) return refuse({ code: 'badDate', field: name });
      return isNear(text, today) ? accept(text) : refuse({ code: 'dateFarOff', field: name });
    case 'amount': {
      const amount = readAmount(text);
      return amount === undefined ? refuse({ code: 'badAmount', field: name }) : accept(String(amount));
    }
    case 'hours': {
      const hours = readHours(text);
      return hours === undefined ? refuse({ code: 'badHours', field: name }) : accept(String(hours));
    }
  }
}
