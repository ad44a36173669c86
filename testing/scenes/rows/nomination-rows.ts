import type { NominationStore } from '../../../src/store/award/nominations.js';
import { ID, OTHER } from './sample-rows.js';

/** The press by which an idea was nominated. */
const NOMINATION = '0123456789ABCDEF';
/** That of one that waits for the answer of whoever had the idea. */
const WAITING = '0123456789ABCDEG';

/** An idea is nominated, and whoever had it says yes; and another, of which nobody has answered. */
export async function writeNominations(nominations: NominationStore): Promise<void> {
  await nominations.add({
    ...{ idea: ID, name: NOMINATION, by: 'pTWO', asked: 'pONE', class: 'nytt', why: 'Alla har nytta av den.' },
    ...{ on: '2026-11-16', until: '2026-11-30' },
  });
  const nominated = await nominations.named(ID, NOMINATION);
  if (nominated) await nominations.accept(nominated);
  await nominations.add({
    ...{ idea: OTHER, name: WAITING, by: 'pNOMINATES', as: 'leader', asked: 'pASKED', class: 'efter' },
    ...{ why: 'Alla kan göra likadant.', on: '2026-11-16', until: '2026-11-30' },
  });
  for (const due of await nominations.due()) if (due.name === WAITING) await nominations.done(due, '2026-11-30');
}

/** What has been nominated, by whom, what is to be done with it, and what stands in the list of the year. */
export async function nominationsIn(nominations: NominationStore) {
  const withoutEtag = ({ etag: _, ...one }: { etag: string }) => one;
  return [
    (await nominations.of(ID)).map(withoutEtag),
    await nominations.made('pTWO', '2026'),
    (await nominations.due()).map(withoutEtag),
    await nominations.accepted('2026', 10),
    (await nominations.of(OTHER)).map(withoutEtag),
    (await nominations.overdue('2026-12-01')).map(withoutEtag),
  ];
}
