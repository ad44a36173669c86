import { z } from 'zod';
import { answerNomination as answers, nominate as nominates } from '../../../app/award/nominate.js';
import { everyNominationOf, nominationsOf } from '../../../app/award/nominations.js';
import { nominationAnswered, nominationSent } from '../../../cards/award/nomination.js';
import { awardForms, nominationsCard } from '../../../cards/award/nominations.js';
import type { VerbData } from '../../../cards/verbs.js';
import { LONGEST_WHY, MOST_NOMINATIONS } from '../../../domain/award/nomination.js';
import type { Refusal } from '../../../domain/idea/refusal.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import { fileKind, offered } from '../../turns/file-kind.js';
import type { Turn } from '../../turns/turn.js';
import { panelAgain } from '../idea/idea-acts.js';

/** "Nominera": says that whoever had the idea is asked, or a line where it could not be done, so that what was written stays in the form. */
export async function nominate(turn: Turn, data: VerbData<'nominate'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const { t } = context;
  const { idea, idempotencyKey: name, why = '' } = data;
  const came = await nominates(deps, person, { idea, name, class: data.class, why });
  if (came === 'notFound') return tell(t('refusal.notFound'));
  if (came === 'noWhy') return tell(t('award.noWhy', { field: t('award.field.why') }));
  if (came !== 'asked') return tell(t(`award.refusal.${came}`, { most: MOST_NOMINATIONS, letters: LONGEST_WHY }));
  turn.stored();
  return here(nominationSent(context, idea));
}

/** The form as it was, with what stood in it. */
export const nominateAgain = (turn: Turn, data: VerbData<'nominate'>, fault?: Refusal): Promise<Answer> =>
  panelAgain(turn, data, 'nominate', { why: data.why ?? '', ...(data.class && { class: data.class }) }, fault);

/** The answer of whoever had the idea, in the place of the question. */
export async function answerNomination(turn: Turn, data: VerbData<'answerNomination'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const { idea, nomination: name, yes } = data;
  const answered = await answers(deps, person, { idea, name, yes });
  if (answered !== 'over') turn.stored();
  return here(nominationAnswered(context, answered, { idea, nomination: name }));
}

/** "Nominerade": a page of the list, or the award's form filled in for each as a file. */
export async function nominations(turn: Turn, { file, year, page }: VerbData<'nominations'>): Promise<Answer> {
  const { deps, person, context } = turn;
  if (file) return offered(turn, awardFormsFile, year === undefined ? {} : { year });
  const found = await nominationsOf(deps, person, { year, page });
  return found
    ? here(nominationsCard(context, found))
    : tell(context.t('award.refusal.notYours', { most: 0, letters: 0 }));
}

export const awardFormsFile = fileKind({
  name: 'award',
  of: z.object({ year: z.string().optional() }),
  about: ({ t }) => t('award.form.file'),
  async make({ deps, person, context }, { year }) {
    const found = await everyNominationOf(deps, person, { year });
    if (!found || found.all.length === 0) return undefined;
    const bytes = Buffer.from(awardForms(context, found), 'utf8');
    return { name: `${context.t('award.form.fileName')}-${found.year}.html`, bytes };
  },
});

/** What the buttons of nominations lead to. */
export const awardButtons = { nominate, answerNomination, nominations };
