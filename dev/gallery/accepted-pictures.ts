import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { firstLanguage } from '../../src/domain/languages';
import type { CardStage, Look } from './card-stage';
import { type DrawnCard, drawCards } from './drawn-cards';

const ROOT = join(__dirname, '..', '..');

/** One accepted picture of each card: the typical sample in the first language, light, on a phone. */
export const ACCEPTED = join(ROOT, 'test', 'pictures');
export const acceptedLook: Look = { language: firstLanguage, theme: 'light', width: 360 };

export const picturedCards = (): DrawnCard[] => drawCards({ language: acceptedLook.language, sample: 'typical' });

export const acceptedPicture = (name: string): string => join(ACCEPTED, `${name}.png`);

/** The card as it looks now. */
export async function presentPicture(stage: CardStage, { card }: DrawnCard): Promise<Buffer> {
  await stage.show(card, acceptedLook);
  return stage.picture();
}

/** Takes the cards as they look now for right, and drops the pictures of cards that are gone. */
export async function acceptPictures(stage: CardStage): Promise<number> {
  await mkdir(ACCEPTED, { recursive: true });
  const cards = picturedCards();
  for (const drawn of cards) await writeFile(acceptedPicture(drawn.name), await presentPicture(stage, drawn));
  for (const name of await acceptedNames()) {
    if (!cards.some((card) => card.name === name)) await rm(acceptedPicture(name));
  }
  return cards.length;
}

/** The cards of which there is an accepted picture. */
export const acceptedNames = async (): Promise<string[]> =>
  (await readdir(ACCEPTED)).filter((file) => file.endsWith('.png')).map((file) => basename(file, '.png'));

export const readAccepted = (name: string): Promise<Buffer> => readFile(acceptedPicture(name));
