import type { Drawn } from '../../../cards/card-context.js';
import { help as helpCard } from '../../../cards/conversation/help.js';
import type { Language } from '../../../domain/languages.js';
import type { Settings } from '../../../domain/organisation/settings.js';
import type { SentInstead } from '../../incoming.js';
import { type Answer, below, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** Help says the same to everybody in a language, until the organisation's settings are others. */
const drawnHelp = new WeakMap<Settings, Map<Language, Drawn>>();

export async function help({ context }: Turn): Promise<Answer> {
  const { settings, language } = context;
  const byLanguage = drawnHelp.get(settings) ?? new Map<Language, Drawn>();
  const drawn = byLanguage.get(language) ?? helpCard(context);
  drawnHelp.set(settings, byLanguage.set(language, drawn));
  return below(drawn);
}

export const thanks = async ({ context }: Turn): Promise<Answer> => tell(context.t('reply.thanks'));

/** `status` without an id. */
export const status = async ({ context }: Turn): Promise<Answer> => tell(context.t('reply.status'));

/** A picture that cannot be had, a file, a voice message or an emoji as a picture instead of words. */
export const sent = ({ context }: Turn, what: SentInstead | 'nothing'): Answer =>
  tell(context.t(what === 'smallTalk' ? 'reply.thanks' : `reply.${what}`));
