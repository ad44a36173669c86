import type { ContainerClient } from '@azure/storage-blob';
import type { DeliveriesSource } from '../../src/delivery/deliveries';
import type { TeamsPort } from '../../src/delivery/teams-port';

/** When an instance dies: before one of its calls to storage or Teams, counted from 0. It makes that call and all later ones never. */
export interface Death {
  died: Promise<void>;
  /** The calls that it made. */
  calls(): number;
}

const never = new Promise<never>(() => {});
/** A list whose first page never comes. */
const neverListed = { byPage: () => ({ next: () => never, [Symbol.asyncIterator]: () => ({ next: () => never }) }) };

/** A client of which a method does something else where `instead` says what. */
export const intercepted = <T extends object>(
  client: T,
  instead: (method: string | symbol) => (() => unknown) | undefined,
): T =>
  new Proxy(client, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        const other = instead(name);
        return other ? other() : Reflect.apply(member, target, given);
      };
    },
  });

/** A death at this call, and what makes a client die of it: what it is asked for after that neither happens nor is answered. */
export function mortality(call: number) {
  let calls = 0;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const isDead = (): boolean => {
    if (calls >= call) die();
    return calls++ >= call;
  };
  const guarded = <T extends object>(client: T): T =>
    intercepted(client, (method) => (isDead() ? () => (method === 'listEntities' ? neverListed : never) : undefined));
  const death: Death = { died, calls: () => calls };
  return { death, guarded };
}

/**
 * What an instance is built of, made so that the instance dies as a killed process does: what it has asked for happens,
 * and nothing follows from it. `guarded` and `guardedFiles` give it something more that ends with it.
 */
export function mortal(source: DeliveriesSource, call: number) {
  const { death, guarded } = mortality(call);
  /** With what is asked of each of its blobs. */
  const guardedFiles = (container: ContainerClient): ContainerClient =>
    new Proxy(guarded(container), {
      get: (target, name) =>
        name === 'getBlockBlobClient'
          ? (blob: string) => guarded(container.getBlockBlobClient(blob))
          : Reflect.get(target, name, target),
    });
  const { storage, teams } = source;
  const guardedTeams: TeamsPort = guarded(teams);
  const dying: DeliveriesSource = {
    ...source,
    teams: guardedTeams,
    storage: {
      ideas: guarded(storage.ideas),
      deliveries: guarded(storage.deliveries),
      wakeUps: guarded(storage.wakeUps),
      restWakeUps: guarded(storage.restWakeUps),
      versions: storage.versions,
    },
  };
  return { source: dying, death, guarded, guardedFiles };
}
