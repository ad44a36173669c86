import type { CommandData } from '../../../domain/idea/commands.js';
import { type CheckName, checkNames } from '../../../domain/idea/deciding/check-names.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { mayNotDecide } from '../../../domain/idea/policy.js';
import { newPersonRef } from '../../../domain/ids.js';
import type { Contact } from '../../../domain/organisation/organisation.js';
import type { Settings } from '../../../domain/organisation/settings.js';
import type { Deps } from '../../deps.js';

/** Whom the organisation file names for what is looked at before a test. */
export const contactFor = (
  { beforeTest, procurement }: Pick<Settings, 'beforeTest' | 'procurement'>,
  name: CheckName,
): Contact | undefined => (name === 'buying' ? procurement : beforeTest?.[name]);

/**
 * What a test touches, by names with commas between, and who is asked about each: not whoever leads the work, nor anybody whose
 * idea it is, for then those who decide are. Whoever has not met the bot yet gets a reference here. One round trip's time.
 */
export async function checksAskedOf(
  { settings, people, random }: Pick<Deps, 'settings' | 'people' | 'random'>,
  idea: Idea,
  names: string,
): Promise<CommandData['askChecks']> {
  const named = names.split(',').map((name) => name.trim());
  const checks = checkNames.filter((name) => named.includes(name));
  const found = await Promise.all(
    checks.map(async (name) => {
      const contact = contactFor(settings(), name);
      const ref = contact && (await people.refOf(contact, () => newPersonRef(random)));
      return ref === undefined || ref === idea.driver?.person || mayNotDecide(ref, idea) ? [] : [[name, ref] as const];
    }),
  );
  const each = found.flat();
  return { checks, asked: each.map(([name]) => name), checkers: each.map(([, ref]) => ref) };
}
