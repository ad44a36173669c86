import type { NominationStore } from '../../../src/store/award/nominations.js';
import { ID } from './sample-rows.js';

/** The press by which an idea was nominated. */
const NOMINATION = '0123456789ABCDEF';

/** An idea is nominated, and whoever had it says yes. */
export async function writeNominations(nominations: NominationStore): Promise<void> {
  await nominations.add({
    ...{ idea: ID, name: NOMINATION, by: 'pTWO', asked: 'pONE', class: 'nytt', why: 'Alla har nytta av den.' },
    ...{ on: '2026-11-16', until: '2026-11-30' },
  });
  const nominated = await nominations.named(ID, NOMINATION);
  if (nominated) await nominations.accept(nominated);
}

/** What has been nominated, by whom, what is to be done with it, and what stands in the list of the year. */
export async function nominationsIn(nominations: NominationStore) {
  const withoutEtag = ({ etag: _, ...one }: { etag: string }) => one;
  return [
    (await nominations.of(ID)).map(withoutEtag),
    await nominations.made('pTWO', '2026'),
    (await nominations.due()).map(withoutEtag),
    await nominations.accepted('2026', 10),
  ];
}
