import { z } from 'zod';
import { dataFileOf, myDataOrFile } from '../../../app/privacy/data-files.js';
import { erasePerson } from '../../../app/privacy/erase-person.js';
import { myDataShown } from '../../../app/privacy/my-data.js';
import { dataFile } from '../../../cards/privacy/data-file.js';
import { erased, erasing } from '../../../cards/privacy/erasing.js';
import { myData as myDataCard, myDataPage } from '../../../cards/privacy/my-data.js';
import type { VerbData } from '../../../cards/verbs.js';
import { listPosts, postsOf } from '../../../domain/person/posts.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import { fileKind } from '../../turns/file-kind.js';
import type { Turn } from '../../turns/turn.js';

/**
 * "mina uppgifter": Teams asks the person whether they want the file, and the card says how to read it without one. Of
 * somebody about whom there is more than one turn reads, the file is made first, and Teams asks when it is there.
 */
export async function myData({ deps, me, context }: Turn): Promise<Answer> {
  const data = await myDataOrFile(deps, me);
  if (!data) return below(myDataCard(context, undefined));
  const { name, bytes } = dataFile(context, data);
  const offers = { name, size: bytes.length, about: context.t('data.fileAbout') };
  return { kind: 'below', drawn: myDataCard(context, data), offers };
}

export const readData = async ({ deps, me, context }: Turn, { page, from }: VerbData<'readData'>): Promise<Answer> =>
  here(myDataPage(context, await myDataShown(deps, me, from), page));

/** The file of the one who answers: it has been made where that takes long, else it is made now. */
export const myDataFile = fileKind({
  name: 'myData',
  of: z.object({}),
  about: ({ t }) => t('data.fileAbout'),
  ...{ declined: 'data.declined', gone: 'data.comes', saved: 'data.saved', notSaved: 'data.notSaved' },
  async make(turn) {
    const made = await dataFileOf(turn.deps, turn.me.person);
    return (await made?.content()) ?? contentNow(turn);
  },
  settle: async ({ deps, me }) => (await dataFileOf(deps, me.person))?.remove(),
});

/** Made anew where that is no more than one turn reads; else it is asked for once more, for it is kept no longer than it is offered. */
async function contentNow({ deps, me, context }: Turn) {
  const data = await myDataOrFile(deps, me);
  return data && dataFile(context, data);
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
