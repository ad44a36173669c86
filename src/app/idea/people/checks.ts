import type { CommandData } from '../../../domain/idea/commands.js';
import { type CheckName, checkNames } from '../../../domain/idea/deciding/check-names.js';
import { saysBuying } from '../../../domain/idea/deciding/checks.js';
import type { Idea, Tier } from '../../../domain/idea/idea.js';
import { mayNotDecide } from '../../../domain/idea/policy.js';
import { newPersonRef } from '../../../domain/ids.js';
import type { Contact } from '../../../domain/organisation/organisation.js';
import type { Settings } from '../../../domain/organisation/settings.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';
import { chainOf, type DecisionChain } from '../../person/post-holders.js';
import { tierFor } from './deciders.js';

/** Whom the organisation file names for what is looked at before a test. */
export const contactFor = (
  { beforeTest, procurement }: Pick<Settings, 'beforeTest' | 'procurement'>,
  name: CheckName,
): Contact | undefined => (name === 'buying' ? procurement : beforeTest?.[name]);

/** Who is asked about one of them: nobody where the organisation names nobody, or it is whoever leads the work or has a part in the idea. */
export async function checkerFor(
  { settings, people, random }: Pick<Deps, 'settings' | 'people' | 'random'>,
  idea: Idea,
  name: CheckName,
): Promise<PersonRef | undefined> {
  const contact = contactFor(settings(), name);
  const ref = contact && (await people.refOf(contact, () => newPersonRef(random)));
  return ref === undefined || ref === idea.driver?.person || mayNotDecide(ref, idea) ? undefined : ref;
}

/**
 * What a test touches, by names with commas between, and who is asked about each: not whoever leads the work, nor anybody whose
 * idea it is, for then those who decide are, but for whoever leads the work: `tier` is where there is somebody else. Whoever has
 * not met the bot yet gets a reference here. One round trip's time, as looking up who decides is.
 */
export async function checksAskedOf(deps: Deps, idea: Idea, names: string): Promise<CommandData['askChecks']> {
  const named = names.split(',').map((name) => name.trim());
  // What the plan has said is not asked in the form.
  const isBought = saysBuying(idea) && idea.answers.procurement === 'yes';
  const checks = checkNames.filter((name) => named.includes(name) || (name === 'buying' && isBought));
  const chain = checks.length > 0 ? chainOf(deps, idea.department) : undefined;
  const found = await Promise.all(
    checks.map(async (name) => {
      const ref = await checkerFor(deps, idea, name);
      return ref === undefined ? [] : [[name, ref] as const];
    }),
  );
  const each = found.flat();
  const tier = chain && each.length < checks.length ? besideDriver(await chain, idea) : undefined;
  return {
    ...{ checks, asked: each.map(([name]) => name), checkers: each.map(([, ref]) => ref) },
    ...(tier && { tier }),
  };
}

/** Who decides beside whoever leads the work; undefined where nobody else does here. */
function besideDriver(chain: DecisionChain, idea: Idea): Tier | undefined {
  if (!idea.driver) return undefined;
  const tier = tierFor(chain, { ...idea, coSubmitters: [...idea.coSubmitters, idea.driver.person] });
  return tier === 'outside' || tier === idea.tier ? undefined : tier;
}
