import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { Activity } from 'botbuilder';

/** The part of the SDK's connector client that is used; its own types keep the pipeline private. */
export interface Connector {
  client: { pipeline: Pipeline };
  conversations: {
    sendToConversation(conversation: string, activity: Partial<Activity>, options: Options): Promise<{ id?: string }>;
    updateActivity(
      conversation: string,
      activityId: string,
      activity: Partial<Activity>,
      options: Options,
    ): Promise<{ id?: string }>;
    deleteActivity(conversation: string, activityId: string, options: Options): Promise<unknown>;
    getConversationMember(conversation: string, user: string, options: Options): Promise<unknown>;
  };
}
export interface Options {
  abortSignal: AbortSignal;
}

interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(policy: { name: string; sendRequest: Handover }, order?: { afterPolicies: string[] }): void;
}
interface Request {
  abortSignal?: AbortSignal;
  url: string;
  agent?: Agent;
}
type Handover = <Q extends Request, S>(request: Q, next: (request: Q) => Promise<S>) => Promise<S>;

const SIGNING = 'ServiceClientContext_Credentials_SignRequest';
/**
 * A connection that has stood idle for so many milliseconds is closed from here. The other side, or what lies between, may
 * close it at the moment when it is used again, and then nobody knows whether the message arrived. Node's own servers close
 * after 5 s, load balancers after minutes.
 */
const IDLE_MS = 2000;

/**
 * Readies connectors to ask Teams once for each thing, all over the same few connections: the SDK would post up to four
 * times by itself, follow a redirect with the message and the bot's token to wherever it points, and post on a connection
 * that is just being closed. `leaving` is told of each request when it is signed and on its way to the network.
 */
export function oneTryEach(
  leaving: (request: { abortSignal?: AbortSignal }) => void,
): (connector: Connector | undefined) => void {
  const plain = new Agent({ keepAlive: true, timeout: IDLE_MS });
  const secure = new SecureAgent({ keepAlive: true, timeout: IDLE_MS });
  const sendRequest: Handover = (request, next) => {
    request.agent ??= request.url.startsWith('https:') ? secure : plain;
    leaving(request);
    return next(request);
  };
  const readied = new WeakSet<Pipeline>();
  return (connector) => {
    const pipeline = connector?.client.pipeline;
    if (pipeline === undefined || readied.has(pipeline)) return;
    readied.add(pipeline);
    for (const name of ['defaultRetryPolicy', 'redirectPolicy']) pipeline.removePolicy({ name });
    // After the signing, so that a token that cannot be had is known to have stopped the message before it left.
    pipeline.addPolicy({ name: 'leaving', sendRequest }, { afterPolicies: [SIGNING] });
  };
}
