import { z } from 'zod';
import type { ExtensionQuery, What } from '../../bot/incoming.js';
import { parseIdeaId } from '../../domain/ids.js';
import { text } from '../activity.js';

// What clients send by the message extension. They leave out more than they should: the playground names neither command nor
// parameter, so nothing is judged by what is not there.

/** As many as Teams asks for at a time; who asks for more gets no more. */
const MOST = 25;
/** More than anybody looks for. */
const LONGEST_WORDS = 200;
/** Nobody turns pages for so long. */
const MOST_SKIPPED = 10_000;

const whole = (from: number, to: number, otherwise: number) => z.number().int().min(from).max(to).catch(otherwise);

const parameter = z.object({ name: text(100), value: z.unknown().optional() });
const querySchema = z.object({
  commandId: text(100),
  parameters: z.array(parameter.catch({})).catch([]),
  queryOptions: z
    .object({ skip: whole(0, MOST_SKIPPED, 0), count: whole(1, MOST, MOST) })
    .catch({ skip: 0, count: MOST }),
});

/** What came by the message extension, told by the invoke's name; undefined for another one. */
export function extensionIn(name: string | undefined, value: unknown): What | undefined {
  switch (name) {
    case 'composeExtension/query':
      return { kind: 'extensionQuery', query: queryIn(value) };
    case 'composeExtension/queryLink':
    // Of somebody who has not the app, and so nobody whom the bot could know.
    case 'composeExtension/anonymousQueryLink':
      return { kind: 'extensionItem', id: linkedIn(value) };
    case 'composeExtension/selectItem':
      return { kind: 'extensionItem', id: idOf(item.catch({}).parse(value).idea) };
    default:
      return undefined;
  }
}

/** A client that has only opened the search says so in a parameter of its own, as text. */
const OPENED = 'initialRun';

function queryIn(value: unknown): ExtensionQuery {
  const { commandId, parameters, queryOptions } = querySchema.catch(querySchema.parse({})).parse(value);
  const written = parameters.find(({ name, value: said }) => name !== OPENED && typeof said === 'string');
  const words = typeof written?.value === 'string' ? written.value.slice(0, LONGEST_WORDS).trim() : '';
  return { command: commandId, words, ...queryOptions };
}

const item = z.object({ idea: text(20) });
const link = z.object({ url: text(2000) });

/** Where an idea's link leads is http/server.ts's; whose address it is Teams has looked after. */
const PATH = /^\/ideas\/([0-9A-Za-z]{6})\/?$/;

function linkedIn(value: unknown): string | undefined {
  const { url } = link.catch({}).parse(value);
  return url !== undefined && URL.canParse(url) ? idOf(PATH.exec(new URL(url).pathname)?.[1]) : undefined;
}

const idOf = (written: string | undefined): string | undefined => (written ? parseIdeaId(written) : undefined);
