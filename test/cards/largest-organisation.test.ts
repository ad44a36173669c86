import { cardRows } from '../../dev/gallery/samples';
import type { CardContext, Drawn } from '../../src/cards/card-context';
import { hasRoomFor, severalIdeas } from '../../src/cards/conversation/several-ideas';
import { ideaCard } from '../../src/cards/idea-card';
import { MOST_CARD_BYTES } from '../../src/cards/layouts/fitting';
import { departmentPicker } from '../../src/cards/person/department-picker';
import { leaderChoice } from '../../src/cards/person/leaders';
import { postWelcome } from '../../src/cards/person/post-welcome';
import { settings } from '../../src/cards/person/settings';
import { welcome } from '../../src/cards/person/welcome';
import { erasing } from '../../src/cards/privacy/erasing';
import { limits } from '../../src/domain/idea/words';
import { firstLanguage, type Language, languageCodes } from '../../src/domain/languages';
import { searchDepartments } from '../../src/domain/organisation/department-search';
import { defaultPreferences, type Person } from '../../src/domain/person/person';
import type { Post } from '../../src/domain/person/posts';
import { activityFor } from '../../src/teams/outgoing/activity-for';
import { everythingFrom } from '../../testing/cards/opened-views';
import { contextFor } from '../../testing/samples/card-context';
import { given, standings } from '../../testing/samples/idea/story';
import { largestOrganisation } from '../../testing/samples/organisation/largest-organisation';
import { allNamed, people, readers } from '../../testing/samples/person/people';
import { type Content, longContent, typicalContent } from '../../testing/samples/text/content';

/** What the connector gets: all of the message, in UTF-8. */
const MOST_MESSAGE_BYTES = 26 * 1024;
const place = {
  ...{ bot: `28:${'0'.repeat(36)}`, user: `29:${'x'.repeat(90)}`, serviceUrl: 'https://smba.trafficmanager.net/emea/' },
  ...{ conversation: `a:${'x'.repeat(120)}`, tenant: '0'.repeat(36) },
};
const sentBytes = (drawn: Drawn): number => Buffer.byteLength(JSON.stringify(activityFor(place, drawn)));

/** As long as people may write, in Swedish. */
const sentence = 'Varje morgon ringer personalen runt till flera enheter, och ändå blir det ofta fel på vägen dit. ';
/** What the stories also use as a comment, or as an answer to what is needed, may be no longer than that. */
const shorter: Readonly<Record<string, number>> = { answer: limits.comment, tried: 1500 };
const most = (key: string, limit: number): number => shorter[key] ?? limit;
const longest: Content = Object.fromEntries(
  Object.entries(limits).map(([key, limit]) => [key, sentence.repeat(50).slice(0, most(key, limit)).trim()]),
) as Content;
const LONG_NAME = 'Ersättande Innovationsledare Samhällsbyggnadsförvaltningen';

const organisations = {
  'ordinary names': largestOrganisation('ordinary'),
  'the longest names': largestOrganisation('longest'),
};
type Names = keyof typeof organisations;
const kits = Object.fromEntries(
  Object.entries(organisations).map(([names, organisation]) => [names, contextFor(firstLanguage, organisation)]),
) as Record<Names, CardContext>;
/** Who is who takes a second to look up, and is the same in every language. */
const contextWith = (names: Names, language: Language): CardContext => {
  const { settings, directory } = kits[names];
  return { ...contextFor(language), settings, directory, mintIdempotencyKey: () => '0123456789ABCDEF' };
};
const contexts = (Object.keys(organisations) as Names[]).flatMap((names) =>
  languageCodes.map((language): [string, CardContext] => [`${names}, ${language}`, contextWith(names, language)]),
);

/** Which cards are too large. */
const tooLarge = (drawn: Record<string, () => Drawn>): string[] =>
  Object.entries(drawn).flatMap(([name, draw]) => {
    const card = draw();
    const [bytes, sent] = [Buffer.byteLength(JSON.stringify(card.card)), sentBytes(card)];
    return bytes <= MOST_CARD_BYTES && sent <= MOST_MESSAGE_BYTES ? [] : [`${name}: ${bytes} bytes, sent as ${sent}`];
  });

const byName = (context: CardContext) =>
  ({
    typical: [typicalContent(context.language), people],
    long: [longContent(context.language), allNamed(LONG_NAME)],
    longest: [longest, allNamed(LONG_NAME)],
  }) as const;

/** Somebody who has every post that there is. */
const everyPost = ({ directory }: CardContext): Post[] => [
  ...directory.departments.flatMap(({ code, units }): Post[] => [
    { role: 'leader', department: code },
    { role: 'manager', department: code },
    ...units.map((unit): Post => ({ role: 'manager', department: code, unit: unit.code })),
  ]),
  { role: 'office' },
];

const person = ({ language, directory }: CardContext): Person => ({
  ...{ ref: 'pLEADER', name: LONG_NAME, emails: ['ledare@soderhamra.example'], language, languageChosen: true },
  ...{ preferences: defaultPreferences, welcomed: [], disowned: [], department: 'VOO' },
  unit: directory.department('VOO')?.units.at(-1)?.code ?? '',
});

test('it is as large as the schema allows, and has a department with as much as one can have', () => {
  for (const { departments, otherChannels, goals } of Object.values(organisations)) {
    expect([departments.length, otherChannels.length, goals.length]).toEqual([500, 20, 50]);
    expect(departments.flatMap(({ units }) => units)).toHaveLength(5000);
    const [VOO] = departments.filter(({ code }) => code === 'VOO');
    expect([VOO?.units.length, VOO?.leaders.length]).toEqual([1000, 50]);
  }
});

describe.each(contexts)('with %s', (_, context) => {
  test.each(Object.entries(byName(context)))(
    'every card of the gallery fits, with %s texts',
    (_name, [content, names]) => {
      // Of a message as long as that one asks whether it is an idea: each of several is measured below, as long as they may be.
      const rows = Object.entries(cardRows).filter(([name]) => content !== longest || name !== 'several-ideas');
      const drawn = rows.map(([name, { samples }]) => [name, () => samples.filled(context, { content, names })]);
      expect(tooLarge(Object.fromEntries(drawn))).toEqual([]);
    },
  );

  test.each([
    ['ordinary letters', 'a'],
    ['letters of three bytes', '„'],
    ['letters that JSON writes in two', '"'],
  ])(
    'so does the one that asks about eight ideas in one message, as long as it has room for, in %s',
    (_name, letter) => {
      const written = (length: number): string[] => Array.from({ length: 8 }, () => letter.repeat(length));
      const whole = (ideas: readonly string[]) => ideas.map((idea, n) => `${n + 1}) ${idea}`).join('\n');
      let length = 1;
      while (hasRoomFor(whole(written(length + 1)))) length++;
      const ideas = written(length);
      expect(tooLarge({ several: () => severalIdeas(context, ideas, whole(ideas)) })).toEqual([]);
    },
  );

  test('so do the cards of somebody who has every post, and every stage of finding a place', () => {
    const posts = everyPost(context);
    const hits = searchDepartments(context.directory, 'hemtjänsten');
    const written = [
      'hemtjänsten',
      'Hemtjänst Söder',
      'rymden',
      '?',
      'VOO',
      context.directory.departments.at(-1)?.name.sv,
    ];
    expect(
      tooLarge({
        welcome: () => welcome(context, undefined),
        posts: () => postWelcome(context, posts),
        erasing: () => erasing(context, posts),
        settings: () => settings(context, person(context), posts, 'saved'),
        found: () => leaderChoice(context, hits.kind === 'several' ? hits.hits : []),
        ...Object.fromEntries(
          written.map((text) => [`picker ${text}`, () => departmentPicker(context, 'leader', text)]),
        ),
        ...Object.fromEntries(
          written.map((text) => [
            `settings ${text}`,
            () => settings(context, person(context), posts, 'unknownDepartment', text),
          ]),
        ),
      }),
    ).toEqual([]);
  });
});

// What an idea card offers is the same in every language, and names are never longer.
test('every panel of an idea fits, in every standing and for readers of every kind, where names are longest', () => {
  const context = contextWith('the longest names', firstLanguage);
  const everywhere = context.directory.departments.map(({ code }) => code);
  const { leader, submitter, driver, adopter, owner, colleague } = readers;
  const those = { leader, submitter, driver, adopter, owner, colleague };
  const stories = Object.entries(standings).map(([name, steps]) => [name, given(...steps)] as const);
  const seen = new Map<string, [string, () => Drawn]>();
  for (const [standing, { idea, events }] of stories) {
    for (const [who, reader] of Object.entries(those)) {
      const view = { idea: { ...idea, concerns: everywhere }, reader, names: allNamed(LONG_NAME), history: events };
      for (const { view: opened, data } of everythingFrom(context, { ...view, asDepartment: 'SBK', follows: false })) {
        const name = `${standing} ${who} ${opened.panel ?? ''} ${opened.part ?? ''}`;
        // A panel is the same on many cards.
        seen.set(JSON.stringify(opened.panel ? { ...data, details: [] } : data), [
          name,
          () => ideaCard(context, opened),
        ]);
      }
    }
  }
  expect(seen.size).toBeGreaterThan(100);
  expect(tooLarge(Object.fromEntries(seen.values()))).toEqual([]);
});
