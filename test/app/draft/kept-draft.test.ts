import { randomUUID } from 'node:crypto';
import { askAuthor } from '../../../src/app/draft/ask-author';
import {
  endDraft,
  eraseDrafts,
  forgetDraft,
  leftOfDraft,
  meetSimilar,
  type ToSend,
} from '../../../src/app/draft/kept-draft';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import { meetPerson } from '../../../src/app/person/meet-person';
import { createIndexKeeper } from '../../../src/app/search/keep-index';
import { createSearchIndex } from '../../../src/app/search-index/create-search-index';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Person } from '../../../src/domain/person/person';
import { days } from '../../../testing/scenes/city';
import { openScene, type Scene } from '../../../testing/scenes/use-cases';

const words = { title: 'Lådcyklar till hemtjänsten', problem: 'Bilarna räcker inte till alla besök på morgonen.' };
const alike = { title: 'Cyklar i hemtjänsten', problem: 'Det är för få bilar till besöken på morgonen.' };

describe('what somebody writes that is like something that exists', () => {
  let scene: Scene;
  let writer: Person;
  let others: string[];
  let index: ReturnType<typeof createSearchIndex>;
  beforeAll(async () => {
    scene = await openScene();
    const submitter = await scene.arrives('employee');
    writer = await scene.arrives('colleague');
    others = [];
    for (let n = 0; n < 4; n++) others.push((await scene.submits(submitter, { words })).id);
    index = createSearchIndex({ names: [] });
    await createIndexKeeper(scene.deps, index).build();
    scene.deps.searching = {
      search: index.search,
      similar: index.similar,
      compare: index.compare,
      isWhole: () => true,
    };
  });
  afterAll(() => index.close());

  const sending = (more: Partial<ToSend> = {}): ToSend => ({
    ...{ idempotencyKey: newIdempotencyKey(scene.deps.random), words: alike, confidential: false, department: 'UTB' },
    ...more,
  });
  const meets = (one: ToSend, deps = scene.deps) => meetSimilar(deps, writer, one);
  /** Reads it, sends it, and forgets it: what a press does. */
  async function presses(name: string, deps = scene.deps) {
    const left = await leftOfDraft(deps, writer, name);
    if (left.kind !== 'draft') return left.kind === 'sent' ? left.idea.id : undefined;
    const { words, confidential, department } = left.draft;
    const sent = await submitIdea(deps, writer, { idempotencyKey: name, words, confidential, department });
    if (!sent.ok) return undefined;
    await forgetDraft(deps, { person: writer.ref, name }, sent.value.id);
    return sent.value.id;
  }
  const drafts = () => scene.deps.drafts.of(writer.ref, 100);

  it('is kept, and shown three at most', async () => {
    const one = sending();
    const met = await meets(one);
    expect(met?.similar).toHaveLength(3);
    expect(met?.similar.every(({ idea }) => others.includes(idea.id))).toBe(true);
    expect(met?.draft).toMatchObject({ name: one.idempotencyKey, words: alike, until: '2026-12-26T09:00:00.000Z' });
    // The same form once more is the same draft.
    await meets(one);
    expect(await drafts()).toHaveLength(1);
    await eraseDrafts(scene.deps, writer.ref);
    expect(await drafts()).toEqual([]);
  });

  it('goes the usual way where nothing is alike, where it has to be mended, and where it is a colleague’s', async () => {
    expect(
      await meets(sending({ words: { title: 'Mer frukt', problem: 'Vi vill ha äpplen i fikarummet.' } })),
    ).toBeUndefined();
    expect(await meets(sending({ words: { ...alike, title: '' } }))).toBeUndefined();
    expect(await meets(sending({ department: 'XYZ' }))).toBeUndefined();
    expect(await meets(sending({ forColleague: 'kollega@soderhamra.example' }))).toBeUndefined();
    expect(await drafts()).toEqual([]);
  });

  it('never waits for an index that is being built, is slow or has failed', async () => {
    const { searching } = scene.deps;
    const never = () => new Promise<never>(() => {});
    const fails = async () => Promise.reject(new Error('Lost'));
    for (const odd of [{ isWhole: () => false }, { similar: never }, { similar: fails }])
      expect(await meets(sending(), { ...scene.deps, searching: { ...searching, ...odd } })).toBeUndefined();
  });

  it('is one idea, whenever the power goes between two steps and whatever is pressed again', async () => {
    let cuts = 0;
    for (let at = 0; ; at++) {
      const one = sending();
      let calls = 0;
      const dying = cutting(scene.deps, () => calls++ === at);
      const whole = await attempt(async () => {
        await meets(one, dying);
        return presses(one.idempotencyKey, dying);
      });
      if (!whole) cuts += 1;
      // The form is pressed again, and then the button; or what had been shown before.
      await meets(one);
      const id = await presses(one.idempotencyKey);
      expect(id).toBeDefined();
      expect(await presses(one.idempotencyKey)).toBe(id);
      // What comes once more after that keeps nothing again.
      expect(await meets(one)).toBeUndefined();
      expect(await drafts()).toEqual([]);
      if (whole) break;
    }
    expect(cuts).toBeGreaterThanOrEqual(5);
  });

  it('ends after thirty days, with its picture; an idea that it became keeps that', async () => {
    const [picture, other] = ['LEFT.jpg', 'SENT.jpg'];
    const kind = { type: 'image/jpeg', extension: 'jpg', begins: [0xff, 0xd8, 0xff] } as const;
    for (const name of [picture, other]) await scene.deps.pictures.put(name, new Uint8Array([1]), kind, writer.ref);
    const [kept, sent] = [sending({ picture }), sending({ picture: other })];
    for (const one of [kept, sent]) await meets(one);
    await submitIdea(scene.deps, writer, sent);
    scene.pass(days(30) - 1);
    expect(await scene.deps.drafts.due(scene.deps.now(), 10)).toEqual([]);
    scene.pass(1);
    expect((await leftOfDraft(scene.deps, writer, kept.idempotencyKey)).kind).toBe('gone');
    const due = await scene.deps.drafts.due(scene.deps.now(), 10);
    expect(due).toHaveLength(2);
    // Two instances look at once, and one comes late.
    await Promise.all([...due, ...due].map((one) => endDraft(scene.deps, one)));
    for (const one of due) await endDraft(scene.deps, one);
    expect(await drafts()).toEqual([]);
    expect(await scene.deps.drafts.due(scene.deps.now(), 10)).toEqual([]);
    expect(await scene.deps.pictures.get(picture)).toBeUndefined();
    expect(await scene.deps.pictures.get(other)).toBeDefined();
  });
});

/** The stores as they are when the power goes before one of the calls of what writes and reads here. */
function cutting(deps: Scene['deps'], isTime: () => boolean): Scene['deps'] {
  const cut = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const member = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          if (isTime()) throw new PowerCut();
          return Reflect.apply(member, target, given);
        };
      },
    });
  return {
    ...deps,
    drafts: cut(deps.drafts),
    commits: cut(deps.commits),
    ideas: cut(deps.ideas),
    people: cut(deps.people),
  };
}

class PowerCut extends Error {}

/** Whether it was done to its end. */
async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof PowerCut) return false;
    throw error;
  }
}

describe('a question to somebody who has not met the bot', () => {
  let scene: Scene;
  let askers: Person[];
  beforeAll(async () => {
    scene = await openScene();
    askers = [await scene.arrives('employee'), await scene.arrives('colleague')];
  });

  const asks = (asker: Person | undefined, author: string, deps = scene.deps) =>
    askAuthor(deps, asker as Person, { idempotencyKey: newIdempotencyKey(scene.deps.random), author, words });
  const identityOf = (objectId: string) => ({ tenant: askers[0]?.identity?.tenant ?? '', objectId });
  const stands = async (author: string) => {
    const ref = await scene.deps.people.pickedAs(identityOf(author));
    return {
      ref,
      person: ref && (await scene.deps.people.byRef(ref)),
      drafts: ref && (await scene.deps.drafts.of(ref, 10)),
    };
  };
  /** What the clock's work does with those whose time is over; that others are to be told comes before. */
  const ends = async (deps = scene.deps) => {
    for (const due of await scene.deps.drafts.due(scene.deps.now(), 100)) {
      const draft = await scene.deps.drafts.get(due);
      if (draft && draft.until <= scene.deps.now()) await endDraft(deps, due);
    }
  };

  it('is asked by two at once of one person, who is them when they come', async () => {
    const author = randomUUID();
    const asked = await Promise.all([...askers, ...askers].map((asker) => asks(asker, author)));
    expect(asked.every((one) => one.ok && one.value.waits)).toBe(true);
    const { ref, drafts } = await stands(author);
    expect(drafts?.map(({ by }) => by).sort()).toEqual([...askers, ...askers].map((asker) => asker.ref).sort());
    const arrival = { ...scene.arrival('Demo Sen', `${author}@example.org`), identity: identityOf(author) };
    expect((await meetPerson(scene.deps, arrival)).met.person.ref).toBe(ref);
    scene.pass(days(14));
    await ends();
    expect((await scene.deps.people.byIdentity(identityOf(author)))?.person.ref).toBe(ref);
  });

  it('ends with all that stood of them, wherever the power goes, but not while somebody else asks them', async () => {
    const author = randomUUID();
    await asks(askers[0], author);
    scene.pass(days(1));
    await asks(askers[1], author);
    scene.pass(days(13));
    await ends();
    const { ref, drafts } = await stands(author);
    expect(drafts).toHaveLength(1);
    scene.pass(days(1));
    let cuts = 0;
    for (let at = 0; ; at++) {
      let calls = 0;
      const whole = await attempt(() => ends(cutting(scene.deps, () => calls++ === at)));
      if (whole) break;
      cuts += 1;
      if (cuts > 50) throw new Error('It never ends');
    }
    expect(cuts).toBeGreaterThanOrEqual(3);
    expect(await stands(author)).toEqual({});
    expect(await scene.deps.people.byRef(ref ?? '')).toBeUndefined();
    // Who asks after that begins anew.
    expect(await asks(askers[0], author)).toEqual({ ok: true, value: { waits: true } });
    expect((await stands(author)).drafts).toHaveLength(1);
  });

  it('that comes at the moment at which the last one ends is asked all the same', async () => {
    const author = randomUUID();
    await asks(askers[0], author);
    scene.pass(days(14));
    const [asked] = await Promise.all([asks(askers[1], author), ends()]);
    expect(asked.ok).toBe(true);
    const { ref, person, drafts } = await stands(author);
    expect([person?.person.ref, drafts?.filter(({ until }) => until > scene.deps.now()).length]).toEqual([ref, 1]);
  });

  it('that comes when it has just been seen that nothing waits for them is asked all the same', async () => {
    const author = randomUUID();
    await asks(askers[0], author);
    scene.pass(days(14));
    const { drafts } = scene.deps;
    let asked: Awaited<ReturnType<typeof asks>> | undefined;
    const of: typeof drafts.of = async (...who) => {
      const seen = await drafts.of(...who);
      asked ??= await asks(askers[1], author);
      return seen;
    };
    await ends({ ...scene.deps, drafts: { ...drafts, of } });
    expect(asked?.ok).toBe(true);
    const { person, drafts: open } = await stands(author);
    expect([person?.person.ref, open?.filter(({ until }) => until > scene.deps.now()).length]).toEqual([
      expect.any(String),
      1,
    ]);
  });

  it('is not taken away with somebody whom an idea names, too', async () => {
    const author = randomUUID();
    await asks(askers[0], author);
    const { ref = '' } = await stands(author);
    const { id } = await scene.submits(askers[0] as Person, { words });
    await scene.deps.traces.leave([ref], { record: 'idea', id });
    scene.pass(days(14));
    await ends();
    expect((await stands(author)).ref).toBe(ref);
  });
});
