import type { Identity } from './identity.js';

/**
 * Where Teams in Microsoft's public cloud takes what bots send ("Send proactive messages" in Microsoft's documentation).
 * Whole names only: anybody can have another one under trafficmanager.net.
 */
export const TEAMS_HOSTS: readonly string[] = ['smba.trafficmanager.net'];

/** Whether the bot may call this address: asked of every activity that comes in and before every message that goes out. */
export type MayCall = (serviceUrl: string) => boolean;

/** Scheme, host and a plain path. No user name, query, fragment or backslash, which programs read in different ways. */
const PLAIN = /^https?:\/\/(\[[\da-f:]+\]|[a-z\d.-]+)(:\d{1,5})?(\/[\w.~/-]*)?$/i;
const THIS_MACHINE = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[::1\])$/;

/** An app with an identity calls the addresses that were configured; without one, only this machine, where the playground is. */
export function mayCallFor(identity: Identity): MayCall {
  const allowed = ({ origin, hostname }: URL): boolean =>
    identity.kind === 'none' ? THIS_MACHINE.test(hostname) : identity.serviceOrigins.includes(origin);
  return (serviceUrl) => PLAIN.test(serviceUrl) && URL.canParse(serviceUrl) && allowed(new URL(serviceUrl));
}
