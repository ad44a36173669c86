import { ideasOfUnits } from '../../../app/person/posts/department-ideas.js';
import {
  type SplitDepartmentRefusal,
  type SplitForm,
  splitDepartment as splitNow,
  splitThen,
} from '../../../app/person/posts/split-departments.js';
import { NOBODY } from '../../../cards/person/posts/posts-form.js';
import { splitForm, splitShown, splitText } from '../../../cards/person/posts/splitting.js';
import { refusalText } from '../../../cards/refusal-text.js';
import type { VerbData } from '../../../cards/verbs.js';
import { reshapes } from '../../../domain/person/changing-posts.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { posts, refused } from './posts.js';

type SplitPress = VerbData<'splitDepartment'>;

/** Shows what it would do that units go to another department, or make a new one; and does it when that has been seen. */
export async function splitDepartment(turn: Turn, press: SplitPress): Promise<Answer> {
  const { deps, person, context } = turn;
  const { idempotencyKey, from = '', units = '', sure } = press;
  const form = formOf(turn, press);
  if (sure) {
    const made = await splitNow(deps, person, form, idempotencyKey);
    if (!made.ok) return back(turn, press, made.refusal);
    turn.stored();
    const after = turn.become(turn.me);
    const [first = ''] = units.split(',');
    const into = made.value ?? after.context.directory.unit(first)?.department.code ?? from;
    return posts(after, { department: from }, splitText(after.context, from, into));
  }
  const then = await splitThen(deps, person, form);
  const department = context.directory.department(from);
  if (!then.ok || !department) return back(turn, press, then.ok ? 'noPlace' : then.refusal);
  const { change, after } = then.value;
  const ideas = await ideasOfUnits(deps, from, change.units);
  return here(splitShown(context, { from: department, change, ideas, after }));
}

function formOf({ context }: Turn, press: SplitPress): SplitForm {
  const { from = '', units = '', department: into = '', placeName: sv = '', placeNameEn: en = '' } = press;
  const { leader = '', leaderEmail = '', manager = '', managerEmail = '' } = press;
  // What is written goes before who is picked.
  const named = (picked: string, written: string) => written.trim() || (picked === NOBODY ? '' : picked);
  return {
    ...{ from, units, into, name: { sv, en } },
    ...{ leader: named(leader, leaderEmail), manager: named(manager, managerEmail) },
    usual: { leader: context.t('posts.leaders'), manager: context.t('posts.managers') },
  };
}

/** The form with what was chosen and why it is not done; how it stands now where somebody else came first. */
function back(turn: Turn, press: SplitPress, refusal: SplitDepartmentRefusal): Answer | Promise<Answer> {
  const after = turn.become(turn.me);
  const text = refused(after, refusal, 'split');
  return formAgain(after, press, text);
}

function formAgain(turn: Turn, press: SplitPress, fault?: string): Answer | Promise<Answer> {
  const { from = '', idempotencyKey: _, sure: __, ...kept } = press;
  const { directory } = turn.context;
  if (!reshapes(turn.person, directory)) return tell(refused(turn, 'notAllowed', 'split'));
  const department = directory.departments.find(({ code }) => code === from);
  if (!department) return posts(turn, { department: from }, fault);
  return here(splitForm(turn.context, department, kept, fault));
}

/** The form as it was sent, where what was written may be private. */
export const splitAgain = async (
  turn: Turn,
  press: SplitPress,
  fault?: Parameters<typeof refusalText>[1],
): Promise<Answer> => formAgain(turn, press, fault && refusalText(turn.context.t, fault));
