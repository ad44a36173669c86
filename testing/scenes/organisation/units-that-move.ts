import { randomBytes } from 'node:crypto';
import { type Deps, openDeps } from '../../../src/app/deps.js';
import { createDirectory } from '../../../src/domain/organisation/directory.js';
import type { Organisation, Unit } from '../../../src/domain/organisation/organisation-schema.js';
import { movedUnits } from '../../../src/domain/organisation/overlay/moved-units.js';
import { instantOf, millisecondsOf } from '../../../src/domain/time.js';
import type { Storage } from '../../../src/store/storage.js';
import type { Step } from '../../samples/idea/story.js';
import { setting } from '../../samples/idea/story.js';
import { organisationOf } from '../../samples/organisation/small-organisation.js';
import { ideasAtWork } from '../ideas-at-work.js';

const unit = (code: string): Unit => ({
  ...{ code, name: { sv: code, en: code }, aliases: [], headcount: 10 },
  ...{ leaders: [], deputies: [], managers: [{ name: 'chief', email: `${code}@ort.example`, title: 'Chef' }] },
});

/** Three departments, the first with two units. */
export const undivided: Organisation = (() => {
  const posts = (name: string) => ({ leaders: [name], deputies: [`${name}-deputy`], managers: [`${name}-manager`] });
  const organisation = organisationOf({ VOO: posts('leader'), MIL: posts('green'), SBK: posts('builder') });
  return {
    ...organisation,
    departments: organisation.departments.map((one) =>
      one.code === 'VOO' ? { ...one, units: [unit('HTS'), unit('HTN')] } : one,
    ),
  };
})();

/** The same with a unit in another department. */
export function withUnitIn(organisation: Organisation, code: string, into: string): Organisation {
  const moved = organisation.departments.flatMap(({ units }) => units).find((one) => one.code === code);
  return {
    ...organisation,
    departments: organisation.departments.map((one) => {
      const others = one.units.filter((other) => other.code !== code);
      return { ...one, units: one.code === into && moved ? [...others, moved] : others };
    }),
  };
}

/** A story whose idea comes from a unit. */
export const fromUnit = (code: string, steps: readonly Step[]): Step[] =>
  steps.map(([who, command, ...rest]) =>
    command.type === 'submit' || command.type === 'enter'
      ? [who, { ...command, data: { ...command.data, unit: code } } as Step[1], ...rest]
      : [who, command, ...rest],
  );

/** Ideas in a municipality whose units come to other departments, with instances of the bot in any number. */
export async function unitsThatMove() {
  const work = await ideasAtWork();
  let organisation = undivided;
  let standing: string = setting.now;
  const open = (storage: Pick<Storage, keyof Storage> = work.storage): Deps =>
    openDeps(storage, { organisation: () => organisation, now: () => standing, random: (size) => randomBytes(size) });
  const deps = open();

  return {
    ...work,
    deps,
    open,

    /** Another organisation comes into force, as a file or a change of it does. */
    async reorganises(to: Organisation): Promise<void> {
      const { organisationVersions: versions } = deps;
      const before = await versions.inForce();
      const number = (before?.number ?? 0) + 1;
      const moved = movedUnits(createDirectory(organisation), createDirectory(to));
      const version = { number, hash: 'HASH', at: standing, known: ['HASH'], changes: [] };
      await versions.put(version, before, { event: { version: number, at: standing, what: 'file' }, moved });
      organisation = to;
    },

    organisation: () => organisation,

    pass(milliseconds: number): void {
      standing = instantOf(millisecondsOf(standing) + milliseconds);
    },

    /** Where an idea is, and what has happened to it, by kind. */
    async standsIn(id: string): Promise<string> {
      return (await work.stored(id)).idea.department;
    },
    kindsOf: async (id: string): Promise<string[]> => (await work.ideas.history(id)).map(({ type }) => type),
  };
}
