import { departmentNamedIn } from '../../../../domain/organisation/department-named.js';
import { code } from '../../../press-data.js';
import type { Reading } from '../../reading.js';
import { action } from '../action.js';
import { departmentField, hasOtherDepartment, itsDepartment, reasonField } from '../panel-fields.js';

export const passOn = action('passOn', {
  inputs: { department: code },
  asks: ({ department = '' }) => ({ department }),
  data: (_press, { department }) => department,
  offers: {
    passOn: {
      when: hasOtherDepartment(itsDepartment),
      panel: {
        fields: (reading, kept) => [
          departmentField(reading.context, kept.department ?? suggestedFor(reading), itsDepartment(reading)),
          reasonField(reading, 'panel.passOn.reason', kept),
        ],
      },
    },
  },
});

/** Where the idea's own words say that it belongs. */
const suggestedFor = ({ context, idea, seesWords }: Reading): string | undefined =>
  seesWords
    ? departmentNamedIn(
        context.directory,
        `${idea.words.title}. ${idea.words.problem}`,
        context.directory.codeNow(idea.department),
      )
    : undefined;
