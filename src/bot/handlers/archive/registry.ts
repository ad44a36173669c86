import { z } from 'zod';
import { toRegister as daysDecisions, delegatedDecisions } from '../../../app/archive/registry.js';
import { todayIn } from '../../../app/deps.js';
import { delegatedCard, delegatedPage } from '../../../cards/archive/delegated.js';
import { toRegisterCard } from '../../../cards/archive/to-register.js';
import type { VerbData } from '../../../cards/verbs.js';
import { isDay } from '../../../domain/time.js';
import { type Answer, below as drawnBelow, here, tell } from '../../turns/answer.js';
import { fileKind, offered } from '../../turns/file-kind.js';
import type { Turn } from '../../turns/turn.js';
import { record } from './record-file.js';

/** "Delegationsbeslut" as a page to print, for one board or all. */
export const delegatedFile = fileKind({
  name: 'delegated',
  of: z.object({ period: z.string().optional(), board: z.string().optional() }),
  about: ({ t }) => t('registry.delegated.heading'),
  async make({ deps, person, context }, of) {
    const found = await delegatedDecisions(deps, person, of);
    if (!found || found.decisions.length === 0) return undefined;
    const name = [context.t('registry.fileName'), found.period.name, ...(found.board ? [found.board.code] : [])];
    return {
      name: `${name.join('-')}.html`,
      bytes: Buffer.from(delegatedPage(context, found, deps.now()), 'utf8'),
    };
  },
});

/** "Delegationsbeslut", to be copied; or a file. */
export async function delegated(turn: Turn, data: VerbData<'delegated'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const [period, board] = [data.period || undefined, data.board || undefined];
  if (data.file) return offered(turn, delegatedFile, { ...(period && { period }), ...(board && { board }) });
  const found = await delegatedDecisions(deps, person, { period, board, page: data.page });
  return found ? here(delegatedCard(context, found)) : tell(context.t('registry.notYours'));
}

/** What a day has brought that is to be registered: today where none is named. */
export async function toRegister(turn: Turn, { day, page, below }: VerbData<'toRegister'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const found = await daysDecisions(deps, person, { day: day && isDay(day) ? day : todayIn(deps), page });
  if (!found) return tell(context.t('registry.notYours'));
  const card = toRegisterCard(context, found);
  return below ? drawnBelow(card) : here(card);
}

/** What the buttons of records lead to. */
export const archiveButtons = { record, delegated, toRegister };
