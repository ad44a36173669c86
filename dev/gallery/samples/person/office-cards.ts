import type { ClaimSeen } from '../../../../src/app/identity/claims';
import type { AskedChange } from '../../../../src/app/person/posts/asked-changes';
import type { CardContext } from '../../../../src/cards/card-context';
import { accountAnswered, accountMoved, accountQuestion } from '../../../../src/cards/identity/account-notes';
import { changeQuestion } from '../../../../src/cards/person/asked-changes';
import { staffLoss, staffLossAnswered } from '../../../../src/cards/person/staff-loss';
import { unknownNames } from '../../../../src/cards/person/unknown-names';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { unknownNames as places } from '../../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../../card-row';
import { person } from './people-cards';

/** Somebody with a new account, as the office is asked about them. */
function claimed(context: CardContext, name: string): ClaimSeen {
  const as = (ref: string, objectId: string) => ({
    person: { ...person(context), ref, name, identity: { tenant: 'tenant', objectId } },
    from: { rowKey: '', etag: '' },
  });
  const claim = { by: 'pNEW', of: 'pOLD', at: '2026-11-26T09:00:00.000Z', told: true, etag: '' };
  return { claim, by: as('pNEW', '0000-1204'), of: as('pOLD', '0000-9816') };
}

/** What a file from the personnel system says, as it writes its departments. */
const lost = {
  of: 6120,
  gone: 1840,
  departments: [
    { name: 'Hemtjänst', of: 1210, gone: 1208 },
    { name: 'Äldreboende', of: 890, gone: 620 },
  ],
};

/** What was changed in the chat, where a file that came later says something else. */
function askedOf({ directory }: CardContext): AskedChange[] {
  const file = exampleOrganisation();
  const [out, comes] = [directory.leadersOf('MIL')[0], directory.leadersOf('VOO')[0]];
  if (!out || !comes) throw new Error('Nobody leads MIL or VOO');
  return [
    { id: '0123456789ABCDEF', change: { kind: 'post', department: 'MIL', post: 'leaders', out, in: comes }, file },
    { id: '0123456789ABCDEG', change: { kind: 'aliases', department: 'MIL', was: [], now: ['natur', 'park'] }, file },
  ];
}

/** What only the innovation office is asked. */
export const officeCards = {
  'note-account': {
    view: 'accountQuestion',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context, { names }) => accountQuestion(context, claimed(context, names.get('pSUBMITTER') ?? ''), '2026-12-26'),
      (context) => accountQuestion(context, claimed(context, '?'), '2026-12-26'),
    ),
  },
  'note-account-answered': {
    view: 'accountAnswered',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context, { names }) => accountAnswered(context, { kind: 'moved', name: names.get('pSUBMITTER') ?? '' }),
      (context) => accountAnswered(context, { kind: 'gone', name: '' }),
    ),
  },
  'note-account-moved': {
    view: 'accountMoved',
    command: 'mine',
    written: { sv: 'mina idéer', en: 'my ideas' },
    samples: samplesOf(
      (context) => accountMoved(context),
      (context) => accountMoved(context),
    ),
  },
  'note-staff-loss': {
    view: 'staffLoss',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => staffLoss(context, 'file', lost),
      (context) => staffLoss(context, 'graph', { of: 10, gone: 6, departments: [] }),
    ),
  },
  'note-staff-loss-answered': {
    view: 'staffLossAnswered',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => staffLossAnswered(context, 'file', 'kept'),
      (context) => staffLossAnswered(context, 'graph', 'allowed'),
    ),
  },
  'note-change-asked': {
    view: 'changeQuestion',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => changeQuestion(context, { open: askedOf(context) }),
      (context) => changeQuestion(context, { open: askedOf(context).slice(1), counts: 'chat' }),
    ),
  },
  'note-unknown-names': {
    view: 'unknownNames',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => unknownNames(context, { open: places }),
      (context) =>
        unknownNames(context, {
          open: places.slice(1),
          answered: { name: { name: 'Miljöförv', people: 14 }, place: { department: 'MIL' } },
          written: 'xyz',
          fault: 'unknownDepartment',
        }),
    ),
  },
} satisfies Record<string, CardRow>;
