import { z } from 'zod';
import { fetchRecord, keepDiary, sayThatTheyRead } from '../../../app/archive/fetch-record.js';
import { recordCopies } from '../../../app/archive/record-of-idea.js';
import { recordFormats } from '../../../cards/archive/archive-verbs.js';
import { recordFileOf } from '../../../cards/archive/record-file.js';
import { recordId } from '../../../cards/press-data.js';
import type { VerbData } from '../../../cards/verbs.js';
import type { Refusal } from '../../../domain/idea/refusal.js';
import type { Answer } from '../../turns/answer.js';
import { fileKind, offered } from '../../turns/file-kind.js';
import type { Turn } from '../../turns/turn.js';
import { panelAgain } from '../idea/idea-acts.js';

/** "Hämta akten": the record of one idea, for whoever may have it when they say yes to it. */
export const recordKind = fileKind({
  name: 'record',
  of: z.object({ idea: recordId, copy: z.enum(recordCopies), format: z.enum(recordFormats) }),
  about: ({ t }, { idea: id, copy }) => t('record.file.about', { id, copy }),
  gone: 'record.file.gone',
  async make({ deps, person, context }, { idea, copy, format }) {
    const record = await fetchRecord(deps, person, idea, copy);
    return record && recordFileOf(context, record, format);
  },
});

/** The panel as it was, with the number that was typed. */
export const recordAgain = (turn: Turn, data: VerbData<'record'>, fault?: Refusal): Promise<Answer> =>
  panelAgain(turn, data, 'record', { diary: data.diary ?? '' }, fault);

export async function record(turn: Turn, data: VerbData<'record'>): Promise<Answer> {
  const { idea, copy = 'masked', format = 'page', diary, idempotencyKey } = data;
  if (diary) await keepDiary(turn.deps, turn.person, idea, diary);
  if (copy === 'whole') await sayThatTheyRead(turn.deps, turn.person, { id: idea, idempotencyKey });
  return offered(turn, recordKind, { idea, copy, format });
}
