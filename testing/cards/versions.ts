import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CardNode, isNode, nodesOf } from './nodes';

interface Described {
  version?: string;
  properties?: Record<string, { version?: string } | undefined>;
  allOf?: { $ref?: string }[];
  anyOf?: Described[];
}

const { definitions } = JSON.parse(readFileSync(join(__dirname, 'adaptive-card-1.5.0.json'), 'utf8')) as {
  definitions: Record<string, Described>;
};

/**
 * What in a card came after this version of Adaptive Cards (such as "1.3") by the published schema, as `Type` or
 * `Type.member`, and what the schema does not know. A link that is unfolded takes no newer card than 1.3.
 */
export function newerThan(version: string, card: unknown): string[] {
  const isAfter = (of = '1.0') => Number(of.split('.')[1]) > Number(version.split('.')[1]);
  return [...nodesOf(card)].flatMap((node) => {
    const type = String(node.type);
    if (type === 'AdaptiveCard' && isAfter(String(node.version))) return [`version ${node.version}`];
    const described = definitions[type];
    if (!described || isAfter(described.version)) return [type];
    return membersOf(node).flatMap((member) => (isAfter(versionOf(described, member)) ? [`${type}.${member}`] : []));
  });
}

const membersOf = (node: CardNode): string[] => Object.keys(node).filter((member) => member !== 'type');

/** "1.99" where the schema has no such member. */
function versionOf(described: Described, member: string): string | undefined {
  const forms = [described, ...(described.anyOf ?? [])];
  const own = forms.find(({ properties }) => isNode(properties?.[member]))?.properties?.[member];
  if (!own) return member.startsWith('$') ? undefined : '1.99';
  if (own.version) return own.version;
  const inherited = (described.allOf ?? []).map(({ $ref = '' }) => definitions[$ref.replace('#/definitions/', '')]);
  return inherited.find((one) => one?.properties?.[member])?.properties?.[member]?.version;
}
