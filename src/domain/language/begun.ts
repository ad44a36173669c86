/** What somebody says who says that they have an idea. */
export interface Begun {
  /** What they say that it is about, as written; empty where they say no more. */
  about: string;
  /** What follows is what it is about, and no question of how it is sent: "om cykelställ", not "åt en kollega". */
  named: boolean;
  /** They ask whether they may: "kan jag skicka en idé …". */
  asks: boolean;
}

const GREETING = /(?:(?:hej|hejsan|hallå|halla|hi|hello)\b[\s,!.]*)?/.source;
/** "Ja har en idé": a letter is lost where a thumb is in a hurry. */
const WHO = /(?:jag|ja|jg|vi|i|we)/.source;
const SENDS = /(?:skicka|lämna|lamna|send|submit)(?:\s+(?:in|med))?/.source;
const AN_IDEA =
  /(?:precis|just|också|ocksa|nog)?\s*(?:en|ett|an|a)\s+(?:ny|nytt|bra|new|good)?\s*(?:id[eé]a?|förslag|forslag|suggestion)(?!\p{L})(?<stop>[\s,.:;!?-]*)/u
    .source;

/** How people say that they have one, and how they ask whether they may send it. */
const ways: readonly { asks: boolean; said: RegExp }[] = [
  {
    asks: false,
    said: new RegExp(
      `^${GREETING}(?:(?:${WHO}(?:['’]ve)?\\s+)?(?:har|have|had|got|fick|kom\\s+på|kom\\s+pa|vill\\s+${SENDS}|want\\s+to\\s+${SENDS})|(?:jag|i)['’]ve(?:\\s+got)?)\\s+${AN_IDEA}`,
      'iu',
    ),
  },
  {
    asks: true,
    said: new RegExp(
      `^${GREETING}(?:kan|får|far|skulle|can|may|could)\\s+(?:jag|man|vi|i|we|you)\\s+(?:få\\s+|kunna\\s+)?${SENDS}\\s+${AN_IDEA}`,
      'iu',
    ),
  },
];

/** What names what it is about, before it. */
const ABOUT =
  /^(?:om|kring|gällande|gallande|angående|angaende|rörande|rorande|som\s+gäller|som\s+galler|som\s+handlar\s+om|about|on|regarding|concerning)\s+/iu;
/** "… om jag är vikarie" is a condition, and so is "… om chefen inte vill". */
const CONDITION =
  /^(?:jag|man|vi|du|ni|den|det|han|hon|de|dom|någon|nagon|ingen|i|you|we|it|they)\s|^\S+\s+(?:inte|redan|aldrig|är|ar|har|vet|säger|sager|ser|is|has|not|already)\s/iu;
/** What may stand before it, where nothing is asked. */
const BESIDE = /^(?:för|for|på|pa|till)\s+/iu;

/** "Jag har en idé om …", in what people use for it; what follows is the idea. Undefined for what begins otherwise. */
export function ideaBegun(text: string): Begun | undefined {
  for (const { asks, said } of ways) {
    const found = said.exec(text);
    if (!found) continue;
    const rest = text.slice(found[0].length).trim();
    const about = rest.replace(ABOUT, '');
    // "Jag har en idé: fler cyklar" names it by the sign.
    const named = (about !== rest && !CONDITION.test(about)) || (!asks && /[:\n]/.test(found.groups?.stop ?? ''));
    return { about: (about === rest && !asks ? rest.replace(BESIDE, '') : about).trim(), named, asks };
  }
  return undefined;
}
