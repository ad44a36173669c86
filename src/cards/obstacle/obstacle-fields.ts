import type { ObstacleAsked } from '../../app/obstacle/look-ups.js';
import { obstacleKinds } from '../../domain/obstacle/obstacle.js';
import { obstacleLimits } from '../../domain/obstacle/words.js';
import type { CardContext } from '../card-context.js';
import { choiceField, type Field, textField } from '../fields.js';
import type { FormValuesOf, InputValues } from '../idea/actions/action.js';
import { line, oneOf, recordId } from '../press-data.js';

/** `sameObstacle`: one that there is already, by its id; else what stands in the way in the reader's own words. */
export const obstacleInputs = {
  sameObstacle: recordId.optional().catch(undefined),
  obstacleKind: oneOf(obstacleKinds),
  obstacleLine: line,
};
type ObstacleInputs = typeof obstacleInputs;

/** "Vad hindrar?": of which kind it is, and one line. `optional`: in the form of something else. */
export function obstacleFields(
  { t }: CardContext,
  kept: FormValuesOf<ObstacleInputs>,
  { optional = false }: { optional?: boolean } = {},
): Field[] {
  const kind = t('field.obstacleKind');
  return [
    choiceField(
      {
        ...{ id: 'obstacleKind', label: optional ? t('field.optional', { label: kind }) : kind },
        choices: obstacleKinds.map((one) => ({ title: t(`obstacle.kind.${one}`), value: one })),
        ...{ value: kept.obstacleKind, placeholder: t('field.choose') },
      },
      optional ? {} : { missing: t('field.obstacleKind.missing') },
    ),
    textField(
      t,
      { id: 'obstacleLine', label: 'field.obstacleLine', limit: obstacleLimits.line },
      {
        ...{ value: kept.obstacleLine, lines: 'one', placeholder: 'field.obstacleLine.hint' },
        ...(optional ? { optional } : { required: 'field.obstacleLine.missing' }),
      },
    ),
  ];
}

/** What a press says of it, also where it says nothing. `department`: of which one, where that has not got the idea. */
export const obstacleIn = (
  {
    sameObstacle,
    obstacleKind = 'other',
    obstacleLine = '',
    department,
  }: InputValues<ObstacleInputs> & { department?: string | undefined },
  operation: string,
): ObstacleAsked =>
  sameObstacle
    ? { same: sameObstacle }
    : { kind: obstacleKind, line: obstacleLine, operation, ...(department && { department }) };

/** Whether a press says anything of it: a kind that is chosen asks for its line. */
export const saysObstacle = ({ sameObstacle, obstacleKind, obstacleLine }: InputValues<ObstacleInputs>): boolean =>
  sameObstacle !== undefined || obstacleKind !== undefined || Boolean(obstacleLine?.trim());
