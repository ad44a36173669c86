import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Activity, Attachment } from 'botbuilder';
import { type Button, buttonsOf, type Card, cardsIn, textsOf, wordsOf } from '../cards/card.js';
import { filledIn } from '../cards/form.js';
import { type Answer, answeredInPlace } from './answer.js';
import type { Connector } from './connector.js';
import { current, type Post, type WaitOptions } from './posts.js';
import type { Member } from './roster.js';

/** One message from the bot, as the person sees it. */
export interface Bubble {
  activityId: string;
  /** All text that is seen: the message's own, then its card's. */
  texts: string[];
  card: Card | undefined;
  /** Everything that this card has been, oldest first; the last one is `card`. */
  cards: Card[];
}

/** A button to press: its title on the newest card that has it, or the button (also a forged one) itself. */
export type Press = string | Pick<Button, 'verb' | 'data'>;

/** A card answered in place, and how many updates by the bot it came after. */
interface InPlace {
  card: Card;
  updatesBefore: number;
}

/** What a person needs of Teams (teams.ts). */
export interface Surroundings {
  readonly connector: Connector;
  readonly bot: { id: string; name: string };
  readonly tenantId: string;
  /** Where the bot is. */
  botUrl: string;
  deliver(person: Person, activity: Partial<Activity>): Promise<Answer>;
}

/** Somebody with the bot open in Teams. Every act settles when the bot has answered the HTTP request. */
export class Person {
  readonly #inPlace = new Map<string, InPlace[]>();

  constructor(
    readonly teams: Surroundings,
    readonly member: Member,
    /** The language of this person's Teams; may be changed. */
    public locale: string,
  ) {}

  get id(): string {
    return this.member.id;
  }
  get name(): string {
    return this.member.name;
  }
  get email(): string {
    return this.member.email;
  }
  get aadObjectId(): string {
    return this.member.aadObjectId;
  }
  get conversationId(): string {
    return this.member.conversationId;
  }

  /** Types a message. Teams sends what was typed as HTML too, as an attachment that is no file. */
  says(text: string): Promise<Answer> {
    const html = text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return this.delivers({
      type: 'message',
      textFormat: 'plain',
      text,
      attachments: [{ contentType: 'text/html', content: `<p>${html}</p>` }],
    });
  }

  /** Sends pictures, files or a voice message, without a text. */
  sends(attachments: Attachment[]): Promise<Answer> {
    return this.delivers({ type: 'message', textFormat: 'plain', text: '', attachments });
  }

  /**
   * Installs the bot. Teams tells it twice, at the same moment and in no promised order; neither has the person's
   * name. Gives the answer to the installationUpdate with the replies to both.
   */
  async installs(): Promise<Answer> {
    this.teams.connector.roster.comeBack(this.member);
    const from = { id: this.id, aadObjectId: this.aadObjectId } as Activity['from'];
    const membersAdded = [from, this.teams.bot];
    const [installed, added] = await Promise.all([
      this.delivers({ type: 'installationUpdate', action: 'add', from }),
      this.delivers({ type: 'conversationUpdate', from, membersAdded }),
    ]);
    return {
      ...installed,
      replies: [...added.replies, ...installed.replies],
      card: installed.card ?? added.card,
      message: installed.message ?? added.message,
    };
  }

  /** From now on Teams refuses whatever the bot sends to this person. */
  uninstalls(): Promise<Answer> {
    this.teams.connector.roster.leave(this.member);
    const from = { id: this.id, aadObjectId: this.aadObjectId } as Activity['from'];
    return this.delivers({ type: 'installationUpdate', action: 'remove', from });
  }

  /**
   * Presses a button. By title: on the newest card in the chat that has it, with the card's own values for inputs that
   * are not given; an Action.Submit is sent as one. By verb and data: whatever the chat shows, so also forged; `on` is
   * the activity id of the pressed card (default: the newest one that ever had just this button).
   */
  async presses(press: Press, inputs: Record<string, unknown> = {}, { on }: { on?: string } = {}): Promise<Answer> {
    if (typeof press !== 'string') {
      const activityId = on ?? this.#bubbleWith((card) => buttonsOf(card).some((it) => isSame(it, press)))?.activityId;
      return this.#executes(press, inputs, activityId);
    }
    const { bubble, button } = this.#find(press, on);
    const values = filledIn(bubble.card, button, inputs);
    if (button.type === 'Action.Execute') return this.#executes(button, values, bubble.activityId);
    if (button.type === 'Action.Submit') return this.submits({ ...button.data, ...values }, { on: bubble.activityId });
    throw new Error(`"${press}" is an ${button.type}: the client acts on it by itself and sends nothing.`);
  }

  /** Presses an Action.Submit, the fallback of clients without Action.Execute: a message with a value and no text. */
  submits(data: Record<string, unknown>, { on }: { on?: string } = {}): Promise<Answer> {
    return this.delivers({ type: 'message', value: data, ...(on === undefined ? {} : { replyToId: on }) });
  }

  /** Puts a reaction on the newest message of the bot. */
  reacts(type = 'like'): Promise<Answer> {
    const newest = this.chat().at(-1)?.activityId;
    const reactionsAdded = [{ type }];
    return this.delivers({ type: 'messageReaction', reactionsAdded, ...(newest ? { replyToId: newest } : {}) });
  }

  /** Teams delivers the same once more, under a new activity id, as it does when the bot answered too late. */
  resends({ activity }: Pick<Answer, 'activity'>): Promise<Answer> {
    return this.delivers({ ...activity, id: `f:${randomUUID()}` });
  }

  /** Sends any activity from this person's chat; what is not given is as Teams has it. */
  delivers(activity: Partial<Activity>): Promise<Answer> {
    return this.teams.deliver(this, activity);
  }

  /** The bot's messages as they are seen now, oldest first: updated, answered in place, without deleted ones. */
  chat(): Bubble[] {
    return this.teams.connector
      .sent(this.conversationId)
      .filter((post) => post.activity.type === 'message' && !post.deleted)
      .map((post) => this.#bubble(post));
  }

  cards(): Card[] {
    return this.chat().flatMap(({ card }) => card ?? []);
  }

  /** Settles when the chat shows a message with this text, at once if it does already. */
  async waitsFor(text: string, options: WaitOptions = {}): Promise<Bubble> {
    const mine = (post: Post) => post.conversationId === this.conversationId && !post.deleted;
    const shows = (post: Post) => this.#bubble(post).texts.some((it) => it.includes(text));
    const wish = `"${text}" in the chat of ${this.name}`;
    return this.#bubble(await this.teams.connector.waitFor((post) => mine(post) && shows(post), wish, options));
  }

  async #executes({ verb, data }: Press & object, inputs: Record<string, unknown>, on?: string): Promise<Answer> {
    const answer = await this.delivers({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data: { ...data, ...inputs } }, trigger: 'manual' },
      channelData: { tenant: { id: this.teams.tenantId }, source: { name: 'message' } },
      ...(on === undefined ? {} : { replyToId: on }),
    });
    if (on !== undefined && answeredInPlace(answer) && answer.card !== undefined) {
      const updatesBefore = this.#post(on)?.updates.length ?? 0;
      this.#inPlace.set(on, [...(this.#inPlace.get(on) ?? []), { card: answer.card, updatesBefore }]);
    }
    return answer;
  }

  #find(title: string, on?: string): { bubble: Bubble; button: Button } {
    for (const bubble of this.chat().reverse()) {
      const button = buttonsOf(bubble.card).find((it) => it.title === title && it.isEnabled !== false);
      if (button !== undefined && (on ?? bubble.activityId) === bubble.activityId) return { bubble, button };
    }
    const seen = this.chat().map(
      ({ card, texts }) =>
        `  "${texts[0]}": ${buttonsOf(card)
          .map((it) => it.title)
          .join(', ')}`,
    );
    throw new Error(`${this.name} sees no button "${title}". The chat has:\n${seen.join('\n')}`);
  }

  #bubbleWith(had: (card: Card) => boolean): Bubble | undefined {
    return this.chat().findLast(({ cards }) => cards.some(had));
  }

  #post(activityId?: string): Post | undefined {
    return this.teams.connector.sent(this.conversationId).find(({ id }) => id === activityId);
  }

  #bubble(post: Post): Bubble {
    const inPlace = this.#inPlace.get(post.id) ?? [];
    const versions = [post.activity, ...post.updates];
    const cards = versions.flatMap((version, updates) => [
      ...cardsIn(version),
      ...inPlace.filter(({ updatesBefore }) => updatesBefore === updates).map(({ card }) => card),
    ]);
    const newestInPlace = inPlace.at(-1);
    if (newestInPlace?.updatesBefore === post.updates.length) {
      return { activityId: post.id, cards, card: newestInPlace.card, texts: textsOf(newestInPlace.card) };
    }
    const now = current(post);
    return { activityId: post.id, cards, card: cardsIn(now).at(-1), texts: wordsOf(now) };
  }
}

const isSame = (one: Pick<Button, 'verb' | 'data'>, other: Pick<Button, 'verb' | 'data'>): boolean =>
  one.verb === other.verb && isDeepStrictEqual(one.data, other.data);
