import { erasePerson } from '../../../app/privacy/erase-person.js';
import { myData as dataOf } from '../../../app/privacy/my-data.js';
import { dataFile } from '../../../cards/privacy/data-file.js';
import { erased, erasing } from '../../../cards/privacy/erasing.js';
import { myData as myDataCard, myDataPage } from '../../../cards/privacy/my-data.js';
import type { VerbData } from '../../../cards/verbs.js';

import { listPosts, postsOf } from '../../../domain/person/posts.js';
import type { FileAnswer } from '../../incoming.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** "mina uppgifter": Teams asks the person whether they want the file, and the card says how to read it without one. */
export async function myData({ deps, me, context }: Turn): Promise<Answer> {
  const data = await dataOf(deps, me);
  const { name, bytes } = dataFile(context, data);
  return { below: myDataCard(context, data), offers: { name, size: bytes.length, about: context.t('data.fileAbout') } };
}

export const readData = async ({ deps, me, context }: Turn, { page }: VerbData<'readData'>): Promise<Answer> =>
  here(myDataPage(context, await dataOf(deps, me), page));

/** The answer to Teams' question. The file is made anew, of the one who answers: what the question held is not believed. */
export async function fileAnswered(turn: Turn, answer: FileAnswer): Promise<Answer> {
  const { deps, me, context } = turn;
  if (!answer.accepted) return tell(context.t('data.declined'));
  const { name, bytes } = dataFile(context, await dataOf(deps, me));
  const { uploadUrl, contentUrl, uniqueId, fileType } = answer;
  if (!(await turn.upload(uploadUrl, bytes))) return tell(context.t('data.notSaved'));
  return { file: { name, contentUrl, uniqueId, fileType }, tell: context.t('data.saved') };
}

/** "ta bort mina uppgifter": asked first. */
export const eraseMe = async ({ deps, person, context }: Turn): Promise<Answer> =>
  below(erasing(context, listPosts(postsOf(person.emails, deps.directory()))));

export async function eraseMeNow(turn: Turn): Promise<Answer> {
  const done = await erasePerson(turn.deps, turn.person);
  turn.leave();
  turn.changed();
  return here(erased(turn.context, done));
}

export const keepData = async ({ context }: Turn): Promise<Answer> => tell(context.t('erase.kept'));
