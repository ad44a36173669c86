/** Kinds of picture that every Teams client shows, known by how they begin: what a sender calls a file proves nothing. */
const kinds = [
  { type: 'image/jpeg', extension: 'jpg', begins: [0xff, 0xd8, 0xff] },
  { type: 'image/png', extension: 'png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/gif', extension: 'gif', begins: [0x47, 0x49, 0x46, 0x38] },
] as const;

export type PictureKind = (typeof kinds)[number];

/** A phone's photo fits; more would make a card slow where the network is. */
export const MAX_PICTURE_BYTES = 5 * 1024 * 1024;

/** What kind of picture these bytes are; undefined for anything else, and for what is too large. */
export const pictureKind = (bytes: Uint8Array): PictureKind | undefined =>
  bytes.length > MAX_PICTURE_BYTES
    ? undefined
    : kinds.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte));

/** The kind of a stored picture, which its name says. */
export const kindOfName = (name: string): PictureKind | undefined =>
  kinds.find(({ extension }) => name.endsWith(`.${extension}`));

/** What a stored picture is called: nothing that anybody could guess, or that leads anywhere else. */
export const PICTURE_NAME = /^[0-9A-Z]{16}\.(jpg|png|gif)$/;
