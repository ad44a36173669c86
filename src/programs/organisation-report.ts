import type { MovingIdeas } from '../app/idea/clock/ideas-of-units.js';
import type { OrganisationEffects, QueueEffect } from '../app/idea/clock/organisation-effects.js';
import type { GroupFound, LookedAtGroup, LookedAtGroups } from '../app/organisation/groups/look-at-groups.js';
import type { Contact, Organisation } from '../domain/organisation/organisation.js';
import { aboutOf } from '../domain/organisation/overlay/change.js';
import type { Difference } from '../domain/organisation/overlay/difference.js';
import type { OverlayEntry, Rebased } from '../domain/organisation/overlay/overlay.js';
import { groupRulesOf, type HeldGroup, namedFor } from '../domain/organisation/sources/group-posts.js';
import { postCode } from '../domain/organisation/sources/sources-schema.js';

/** What operators read of an organisation file before it is applied: one line for each thing. */

export const differenceLines = (all: readonly Difference[]): string[] =>
  all.length === 0 ? ['Nothing differs from what is in force.'] : all.map(lineOf);

function lineOf(difference: Difference): string {
  switch (difference.kind) {
    case 'placeCame':
      return `${difference.place}: comes (${difference.name}).`;
    case 'placeWent':
      return `${difference.place}: goes (${difference.name}).`;
    case 'placeMerged':
      return `${difference.place}: becomes a part of ${difference.into} (${difference.name}).`;
    case 'unitMoved':
      return `${difference.place}: becomes a part of ${difference.into} (${difference.name}).`;
    case 'placeChanged':
      return `${difference.place}: ${difference.what.join(', ')} changed.`;
    case 'post': {
      const { place, post, gone, come } = difference;
      const parts = [
        ...(gone.length > 0 ? [`${names(gone)} out`] : []),
        ...(come.length > 0 ? [`${names(come)} in`] : []),
      ];
      return `${[place, post].filter(Boolean).join(' ')}: ${parts.join(', ')}.`;
    }
    case 'setting':
      return `${difference.what}: changed.`;
  }
}

const MOST_NAMES = 5;
/** By address: two may have one name. */
const names = (contacts: readonly Contact[]): string => (contacts.length === 0 ? 'nobody' : addresses(contacts));

function addresses(contacts: readonly Pick<Contact, 'email'>[]): string {
  const shown = contacts.slice(0, MOST_NAMES).map(({ email }) => email);
  const more = contacts.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** What becomes of changes that were made beside the file in force. */
export const overlayLines = ({ kept, newlyAsked, folded, lost }: Rebased<OverlayEntry>): string[] => {
  const lines = (entries: readonly OverlayEntry[], what: string) =>
    entries.map(({ change }) => `${aboutOf(change)}: ${what}`);
  const asked = kept.filter((entry) => entry.asked || newlyAsked.includes(entry));
  return [
    ...lines(folded, 'was changed in the chat, and the file says the same now.'),
    ...lines(
      asked,
      'was changed in the chat, and the file says something else: the chat counts until the office answers.',
    ),
    ...lines(lost, 'was changed in the chat, and the file leaves no place for it: that change is lost.'),
  ];
};

export const effectLines = ({ queues, sums, empty, thin }: OrganisationEffects): string[] => [
  ...queues.map(queueLine),
  ...sums.map(({ id, department, sum, limit, above }) =>
    above
      ? `${id}: ${sum} SEK is above the new limit of ${department}, ${limit} SEK; who is asked already may still decide.`
      : `${id}: ${sum} SEK is within the new limit of ${department}, ${limit} SEK; the office, which is asked already, decides.`,
  ),
  ...empty.map(({ post, department }) => `${department}: nobody is left in ${post}.`),
  ...thin.map(({ department, on }) => `${department}: fewer than two people could decide on ${on}.`),
];

/** Which ideas would follow their units to other departments. */
export const movingLines = (moving: readonly MovingIdeas[]): string[] =>
  moving.map(({ from, into, units, ideas }) => {
    const count = ideas === 1 ? '1 idea that waits' : `${ideas} ideas that wait`;
    return `${count}, and those that have ended, would go along with ${units.join(', ')} from ${from} to ${into}.`;
  });

const queueLine = ({ whose, place, ideas, before, after }: QueueEffect): string => {
  const count = ideas === 1 ? '1 idea waits' : `${ideas} ideas wait`;
  const then = after.length === 0 ? 'nobody, and go on to the next who can decide' : names(after);
  return `${count} as ${whose} of ${place}: for ${names(before)}; then for ${then}.`;
};

/** Posts that a file gives to a group at which nobody has looked yet. */
export function unseenGroupLines(organisation: Organisation, held: readonly HeldGroup[]): string[] {
  const seen = new Set(held.filter(({ unread }) => !unread).map(({ post }) => post));
  const kept = new Set(held.map(({ post }) => post));
  const rules = groupRulesOf(organisation).filter((rule) => namedFor(organisation, rule)?.length === 0);
  return rules
    .filter((rule) => !seen.has(postCode(rule)))
    .map(
      (rule) =>
        `${postCode(rule)}: whoever is in the group ${rule.group}, which is looked at when the file is in force.${kept.has(postCode(rule)) ? ' Until then it stays with who has it.' : ''}`,
    );
}

/** What a look at the groups has found, a line for each post. */
export function groupLines({ groups, version }: LookedAtGroups, write: boolean): string[] {
  const lines = groups.map(groupLine);
  const end =
    version === undefined
      ? 'Nothing has changed.'
      : `In force as version ${version}: every instance has it within five seconds.`;
  return [...lines, write ? end : 'Nothing is written without --write.'];
}

const groupOutcomes: Readonly<Record<GroupFound, string>> = {
  same: 'as before',
  changed: 'changes',
  empty: 'nobody is in the group, and who had the post keeps it: look at the group',
  waits:
    'most are gone at once, and who had the post keeps it until the group has said so for a day; --sure does it now',
  named: 'the organisation names people for it itself, who count',
  noPlace: 'there is no such place: correct the organisation file',
  unreadable: 'the group cannot be read, and who had the post keeps it: correct the organisation file',
  tooMany: 'too many are in the group, and who had the post keeps it: name another',
};

function groupLine({ post, found, people, come, gone, leftOut, why }: LookedAtGroup): string {
  const parts = [
    `${groupOutcomes[found]}${why ? ` (${why})` : ''}`,
    ...(gone.length > 0 ? [`${addresses(gone)} out`] : []),
    ...(come.length > 0 ? [`${addresses(come)} in`] : []),
    ...(found === 'same' ? [`${people.length} people`] : []),
    ...(leftOut > 0 ? [`${leftOut} members can have no post`] : []),
  ];
  return `${post}: ${parts.join(', ')}.`;
}
