import { disownPost } from '../../../app/person/disown-post.js';
import { movePerson } from '../../../app/person/move-person.js';
import { type SettingsForm, saveSettings as save } from '../../../app/person/settings.js';
import { departmentPicker } from '../../../cards/person/department-picker.js';
import { postDisowned } from '../../../cards/person/post-welcome.js';
import { settings as settingsCard } from '../../../cards/person/settings.js';
import { welcome } from '../../../cards/person/welcome.js';
import type { VerbData } from '../../../cards/verbs.js';
import { chosenNews } from '../../../domain/person/day-news.js';
import { digestPaces } from '../../../domain/person/person.js';
import { ownPosts } from '../../../domain/person/welcome.js';
import { type Answer, here, nothing, tell } from '../../turns/answer.js';
import { namesNoPlace } from '../../turns/named-places.js';
import type { Turn } from '../../turns/turn.js';
import { leaders } from './leaders.js';

/** Somebody has installed the bot: they are welcomed, once. That goes out by itself, for nobody has asked for an answer. */
export async function greet(turn: Turn): Promise<Answer> {
  await turn.welcome();
  return nothing;
}

/** Where the person works, asked for once; then what they wanted when they were asked. */
export async function pickDepartment(
  turn: Turn,
  { department = '', wanted }: VerbData<'pickDepartment'>,
): Promise<Answer> {
  const moved = await movePerson(turn.deps, turn.me, { to: department });
  if (!moved.ok) return here(departmentPicker(turn.context, wanted, department));
  const after = turn.become(moved.value.me);
  return wanted === 'leader' ? leaders(after, {}) : here(welcome(after.context, moved.value.place));
}

/** "Det stämmer inte": the post's messages stop here, and a line in the log tells the operators. */
export async function disown(turn: Turn, { post }: VerbData<'disown'>): Promise<Answer> {
  const disowned = await disownPost(turn.deps, turn.me, { post });
  if (!disowned.ok) return tell(turn.context.t('reply.unknownButton'));
  return here(postDisowned(turn.become(disowned.value.me).context, disowned.value.post));
}

export const settings = async ({ deps, person, context }: Turn): Promise<Answer> =>
  here(settingsCard(context, person, ownPosts(person, deps.directory())));

export const changeDepartment = async (turn: Turn): Promise<Answer> => here(departmentPicker(turn.context));

const isOn = (toggle: string | undefined): boolean | undefined =>
  toggle === undefined ? undefined : toggle === 'true';

/** Whether and how often they are told of the week; a form of an earlier version asked only whether. */
function digestWanted(value: string | undefined): Pick<SettingsForm['preferences'], 'digest' | 'digestPace'> {
  const pace = digestPaces.find((one) => one === value);
  if (pace === undefined) return { digest: isOn(value) };
  return pace === 'off' ? { digest: false } : { digest: true, digestPace: pace };
}

/** Saves what the form holds; a date that has passed, or is none, is said, and nothing is saved but all is still there. */
export async function saveSettings(turn: Turn, data: VerbData<'saveSettings'>): Promise<Answer> {
  const { language, department, awayUntil = '', dayCard, newIdeas, digest, reminders, comments, followed } = data;
  const unclear = namesNoPlace(turn.context, department) ? department : undefined;
  const saved = await save(turn.deps, turn.me, {
    language,
    department,
    unclearPlace: unclear !== undefined,
    awayUntil: awayUntil.trim(),
    preferences: {
      newIdeas,
      dayCard: isOn(dayCard),
      ...digestWanted(digest),
      ...{ reminders: isOn(reminders), comments: isOn(comments), followed: isOn(followed) },
    },
    phrases: data.beginnings ? (data.phrases ?? '') : undefined,
    dayNews: Object.fromEntries(chosenNews.map((part) => [part, isOn(data[part])])),
  });
  const { context, person, deps } = saved.ok ? turn.become(saved.value) : turn;
  const shown = saved.ok ? person : saved.refusal.unsaved;
  const note = saved.ok ? 'saved' : saved.refusal.code;
  return here(settingsCard(context, shown, ownPosts(shown, deps.directory()), note, unclear));
}
