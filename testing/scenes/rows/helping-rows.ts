import { askedHelp, askHelpers, helps, thanksFor } from '../../../src/domain/helping/help.js';
import { newHelper } from '../../../src/domain/helping/helper.js';
import { alwaysOpen } from '../../../src/domain/organisation/calendar/calendar.js';
import { openHelpRequests } from '../../../src/store/helping/help-requests.js';
import { openHelpers } from '../../../src/store/helping/helpers.js';
import type { Storage } from '../../../src/store/storage.js';
import { ID, OTHER, TOWN } from './sample-rows.js';

const TODAY = '2026-11-16';
const [THANKED, ASKED] = ['0123456789ABCDEF', '0123456789ABCDEG'];
const HELPER = 'pHELPS';
const RESTS = 'pRESTS';

/** The stores of both. */
function openHelping(storage: Storage) {
  const helpers = openHelpers(storage, TOWN);
  return { helpers, helpRequests: openHelpRequests(storage, TOWN, helpers) };
}

/** Somebody has helped with an idea, and is asked about another; somebody else rests. */
export async function writeHelp(storage: Storage): Promise<void> {
  const { helpRequests, helpers } = openHelping(storage);
  const offers = { areas: ['effect', 'it'], hours: '2' } as const;
  await helpers.keep(undefined, { ...newHelper(HELPER, TODAY), ...offers, tellsManager: true });
  await helpers.keep(undefined, { ...newHelper(RESTS, TODAY), ...offers, restUntil: '2027-02-14' });
  for (const [idea, name] of [
    [ID, THANKED],
    [OTHER, ASKED],
  ] as const) {
    const line = 'Vad sparar vi i tid?';
    await helpRequests.add(askedHelp({ idea, name, by: 'pONE', area: 'effect', line }, TODAY), TODAY);
    const added = await helpRequests.named(idea, name);
    if (!added) continue;
    const asked = askHelpers(added.help, [HELPER, 'pTWO'], TODAY, alwaysOpen);
    await helpRequests.keep(added, asked, TODAY);
    const waits = await helpRequests.named(idea, name);
    if (name === ASKED || !waits) continue;
    await helpRequests.keep(waits, helps(waits.help, HELPER, TODAY), TODAY);
    const helped = await helpRequests.named(idea, name);
    const toldIn = { week: '2026-W47', department: 'SBK', unit: 'PARK' };
    if (helped) await helpRequests.keep(helped, thanksFor(helped.help, 'Fyra timmar i veckan.', TODAY, toldIn), TODAY);
  }
}

/** What stands of it, who can be asked, and what a manager reads. */
export async function helpIn(storage: Storage) {
  const { helpRequests, helpers } = openHelping(storage);
  const withoutEtag = <T extends { etag: string }>({ etag: _, ...one }: T) => one;
  return [
    ...(await Promise.all([ID, OTHER].map(async (id) => (await helpRequests.of(id)).map(withoutEtag)))),
    ...(await Promise.all([HELPER, RESTS].map(async (ref) => (await helpers.of(ref))?.helper))),
    await helpers.leastAsked('it', 10),
    await helpers.rested('2027-02-14', 10),
    (await helpRequests.due(TODAY)).map(({ idea, name }) => [idea, name]),
    await helpRequests.heldBy(HELPER),
    await helpRequests.thankedIn('2026-W47', 'SBK'),
  ];
}
