import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';

/** How long to wait for something to appear, in milliseconds. */
const PATIENCE_MS = 20_000;

const MESSAGE = '.fai-OutputCard';
const CARD = '.ac-adaptiveCard';

/** What one person sees and does in their Agents Playground. Whatever is not there yet is waited for. */
export interface Chat {
  /** Writes a message, which may have several lines, and sends it. */
  say(text: string): Promise<void>;
  /** Presses the button in the last card that has it, also when it is behind the card's "…". */
  press(title: string): Promise<void>;
  /** Presses the row of the last card that has this among its words. */
  open(row: string): Promise<void>;
  /** Writes into the field with this label, in the last card that has it. Dates as 2026-12-01. */
  fill(label: string, text: string): Promise<void>;
  /** Chooses in the list, drop-down or search field with this label, in the last card that has it. */
  choose(label: string, option: string): Promise<void>;
  /** Ticks the box with this title, or takes the tick away. */
  tick(title: string, on?: boolean): Promise<void>;
  /** Searches with the bot's message extension, below the compose box; the result with this title is put into the box as a card. */
  take(query: string, title: string): Promise<void>;
  /** Sends what stands in the compose box. */
  send(): Promise<void>;
  /** Chooses the bot's action beside the message with this text: what comes opens in a dialog, whose card is the last one. */
  makeOf(message: string): Promise<void>;
  /** Gives a link to the bot, and what it unfolds to is shown in a dialog. */
  unfold(url: string): Promise<void>;
  /** Settles when the dialog shows this text. */
  waitForDialog(text: string): Promise<void>;
  closeDialog(): Promise<void>;
  /** What is written in the field with this label, in the last card that has it. */
  valueOf(label: string): Promise<string>;
  /** Settles when something that the bot has said shows this text. Spaces and line breaks count as one space. */
  waitForText(text: string): Promise<void>;
  /** Settles when the last thing that the bot has said shows this text. */
  waitForLast(text: string): Promise<void>;
  /** What the bot has said, in order: each message or card as the text that it shows. */
  messages(): Promise<string[]>;
  lastCardText(): Promise<string>;
  /** The titles of the buttons that the last card shows. */
  buttons(): Promise<string[]>;
  /** The whole window, or only the last card, as a PNG file; folders are made. */
  screenshot(path: string, of?: 'window' | 'last card'): Promise<void>;
  close(): Promise<void>;
}

/** Opens a person's playground, and settles when the bot has been told of it. */
export async function openPlayground(browser: Browser, url: string, locale = 'sv-SE'): Promise<Chat> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, locale, deviceScaleFactor: 2 });
  page.setDefaultTimeout(PATIENCE_MS);
  const origin = new URL(url).origin;
  await page.route(
    (address) => address.origin !== origin && address.protocol.startsWith('http'),
    (route) => route.abort(), // its web fonts: nothing here needs the internet
  );
  await page.goto(url);
  for (const activity of ['installationUpdate', 'conversationUpdate']) {
    await page.getByText(new RegExp(`^${activity} \\d+$`)).waitFor();
  }
  await page.getByRole('button', { name: 'Toggle Log Panel' }).click();
  return new PlaygroundChat(page);
}

class PlaygroundChat implements Chat {
  readonly #composeBox: Locator;
  readonly #lastCard: Locator;
  readonly #dialog: Locator;

  constructor(private readonly page: Page) {
    this.#composeBox = page.locator('[data-lexical-editor=true]');
    this.#lastCard = page.locator(CARD).last();
    this.#dialog = page.getByRole('dialog');
  }

  async say(text: string): Promise<void> {
    await this.#composeBox.click();
    await this.page.keyboard.insertText(text); // a typed Shift+Enter is lost on the way to the bot
    await this.#composeBox.filter({ hasText: text }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.#composeBox.filter({ hasNotText: /\S/ }).waitFor();
  }

  async press(title: string): Promise<void> {
    const button = this.page.locator(CARD).getByRole('button', { name: title, exact: true });
    const inLastCard = this.#lastCard.getByRole('button', { name: title, exact: true });
    const more = this.#lastCard.getByRole('button', { name: 'More options', exact: true });
    await this.#appears(`The button "${title}"`, button.or(more).last());
    if ((await inLastCard.count()) === 0 && (await more.count()) > 0) {
      await more.click();
      const inMenu = this.page.getByRole('menuitem', { name: title, exact: true });
      await this.page.getByRole('menuitem').first().waitFor();
      if ((await inMenu.count()) > 0) return await inMenu.click();
      await this.page.keyboard.press('Escape');
    }
    await button.last().click();
  }

  async open(row: string): Promise<void> {
    await this.#lastCard.getByRole('button', { name: row }).first().click();
  }

  async fill(label: string, text: string): Promise<void> {
    const field = await this.#field(label);
    await field.fill(text);
    await field.blur();
  }

  async choose(label: string, option: string): Promise<void> {
    const field = await this.#field(label);
    if ((await field.getAttribute('role')) === 'radiogroup') {
      return await field.getByRole('radio', { name: option, exact: true }).check();
    }
    await field.click();
    const named = { name: option, exact: true };
    const oneOfMany = this.page.getByRole('menuitemcheckbox', named);
    await this.page.getByRole('option', named).or(oneOfMany).click();
    // A list from which several can be chosen stays open.
    if ((await oneOfMany.count()) > 0) await this.page.keyboard.press('Escape');
  }

  async tick(title: string, on = true): Promise<void> {
    await this.page.locator(CARD).getByRole('checkbox', { name: title }).last().setChecked(on);
  }

  async take(query: string, title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await this.page.getByRole('menuitem', { name: 'Search Command' }).click();
    await this.page.getByPlaceholder('Enter a search term').fill(query);
    const found = this.page.locator('.fui-PopoverSurface').getByText(title, { exact: true });
    await this.#appears(`The result "${title}"`, found);
    const cards = await this.page.locator(CARD).count();
    await found.click();
    await this.page.locator(CARD).nth(cards).waitFor();
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }

  async makeOf(message: string): Promise<void> {
    // The bot's answer may quote it.
    const own = this.page.getByText(message, { exact: true }).first();
    await own.locator('xpath=preceding::button[@aria-label="Show more information"][1]').click();
    await this.page.getByRole('menuitem', { name: 'Action Command' }).click();
    await this.page.getByRole('button', { name: 'Create', exact: true }).click();
    await this.#dialog.locator(CARD).waitFor();
  }

  async unfold(url: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await this.page.getByRole('menuitem', { name: 'Link Unfurling' }).click();
    await this.#dialog.getByLabel('Enter an URL').fill(url);
    await this.#dialog.locator(CARD).waitFor();
  }

  async waitForDialog(text: string): Promise<void> {
    await this.#until(text, (shown) => shown.at(-1)?.includes(text) === true, this.#dialog);
  }

  async closeDialog(): Promise<void> {
    await this.#dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await this.#dialog.waitFor({ state: 'detached' });
  }

  async valueOf(label: string): Promise<string> {
    return (await this.#field(label)).inputValue();
  }

  waitForText(text: string): Promise<void> {
    return this.#until(text, (shown) => shown.some((one) => one.includes(text)));
  }

  waitForLast(text: string): Promise<void> {
    return this.#until(text, (shown) => shown.at(-1)?.includes(text) === true);
  }

  messages(): Promise<string[]> {
    return shownBy(this.page.locator(MESSAGE));
  }

  async lastCardText(): Promise<string> {
    await this.#lastCard.waitFor();
    return (await shownBy(this.#lastCard)).join('');
  }

  async buttons(): Promise<string[]> {
    return (await shownBy(this.#lastCard.locator('.ac-actionSet button'))).filter((title) => title !== '...');
  }

  async screenshot(path: string, of: 'window' | 'last card' = 'window'): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const what = of === 'window' ? this.page : this.#lastCard;
    await what.screenshot({ path, animations: 'disabled' });
  }

  close(): Promise<void> {
    return this.page.close();
  }

  /** The label as a person reads it; a star marks what is required. */
  async #field(label: string): Promise<Locator> {
    const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const field = this.page
      .locator(CARD)
      .getByLabel(new RegExp(`^${escaped}\\s*\\*?$`))
      .and(this.page.locator('input, textarea, [role=radiogroup]'))
      .last();
    await this.#appears(`The field "${label}"`, field);
    return field;
  }

  /** Settles when it is there; else says what was there instead. */
  async #appears(what: string, element: Locator): Promise<void> {
    await element.waitFor().catch(async () => this.#notShown(what));
  }

  async #notShown(what: string): Promise<never> {
    throw new Error(`${what} was not shown. Shown:\n- ${(await this.messages()).join('\n- ')}`);
  }

  async #until(text: string, isThere: (messages: string[]) => boolean, where?: Locator): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    const look = () => (where ? shownBy(where) : this.messages());
    let shown = await look();
    while (!isThere(shown)) {
      if (Date.now() > deadline) return await this.#notShown(`"${text}"`);
      await setTimeout(50);
      shown = await look();
    }
  }
}

/** What a person can read there: hidden parts are left out, spaces and line breaks count as one space. */
async function shownBy(elements: Locator): Promise<string[]> {
  return (await elements.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}
