import { asRead, type MaybeRead, type TypedText } from './analysis/typed-text.js';
import { isProposal } from './proposals.js';
import { plain, slipped } from './spelling.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const askingWords = words(
  'hur vad vem vems vilka vilkas vilken vilket var vart varfran varifran varfor nar how what whats who whos whose which where wheres when whens why',
);
/** These always ask: nothing is told by them. */
const onlyAsking = words('vems vilkas whats whos whose wheres whens');
/** "När det snöar …" tells when; "när får jag …" asks. */
const tellsOn = words(
  'jag du vi ni de dom man det den en ett han hon i you we they it the a an som personal personalen eleverna brukarna barnen',
);
/** A verb before the one whom it is about asks, in both languages: "får jag …", "is it …". "Kan vi få …" is a wish, and so an idea. */
const verbsFirst = words(
  'ar har kan far finns blir kostar fick ska skall behover vill ser syns gar maste tar kommer borde vet raknas galler behovs betyder fungerar funkar hander is are am do does did can could will would should has have may must',
);
const askedOf = words(
  'jag du ni det den detta dessa man min mitt mina ideerna iden nagon nan nagot nat nagra i you it he she they my the this that there anyone somebody someone',
);

/** Those who decide or answer, as a word begins: "har chefen …" asks; "kan kommunen …" is a wish. */
const DECIDES = /^(?:chef|rektor|ledar|innovationsledar|handlaggar|kontoret|manager|boss|leader)/;
const verbsOfDeciders = words('har ar vet ser laser laste far maste svarar svarade has did does is will');

const asker = words('jag du ni man');
const joining = words('om att som da nar innan medan eftersom fast tills ifall dar vad och men eller for sa hej vi de');

/** What people say before they ask, in plain spelling. */
const BEFORE =
  /^(?:(?:hej|hejsan|halla|hi|hello|men|och|sa|okej|ok|ungefar|snalla|please|forresten|alltsa|tack|hjalp(?: mig)?|help(?: me)?|(?:jag har )?(?:bara )?en fraga|fraga|question) )*(?:(?:jag |i )?(?:undrar|wonder) (?:bara )?)?/;

/** A word that asks, as a hurried thumb may write a long one. */
const isAskingWord = (word: string): boolean =>
  askingWords.has(word) || [...askingWords].some((one) => one.length > 4 && slipped(word, one));

/** Whether a sentence asks: a question mark, a word that asks and does not go on to tell, or a verb before whom it is about. */
export function asksIn(sentence: TypedText): boolean {
  if (sentence.asks) return true;
  const [first = '', second = '', third = ''] = sentence.plain.replace(BEFORE, '').split(' ');
  // In Swedish a verb stands second: whoever comes second comes after it, and that asks.
  if (asker.has(second) && !joining.has(first) && !isAskingWord(first)) return true;
  return (
    (isAskingWord(first) && (onlyAsking.has(first) || !tellsOn.has(second))) ||
    (verbsFirst.has(first) && askedOf.has(second)) ||
    (verbsOfDeciders.has(first) && [second, third].some((word) => DECIDES.test(word)))
  );
}

/** Whether something is asked in a text: a question mark anywhere, or a first sentence that asks. */
export function isAsked(text: MaybeRead): boolean {
  return asRead(text).sentences.some((sentence, at) => (at === 0 ? asksIn(sentence) : sentence.asks));
}

/** "Nej, vi är tre grupper": words that begin so, and ask nothing, answer somebody. */
const BEGINS_AS_ANSWER =
  /^(?:ja|jo|japp|jepp|joda|javisst|visst|absolut|kanske|nej|nja|nejda|(?:jag )?vet inte|yes|no|yep|yeah|sure|maybe|nope|i don t know) /;
export const isReply = (text: string): boolean => BEGINS_AS_ANSWER.test(`${plain(text)} `) && !text.includes('?');

/** More words tell something that others may know too. */
const SHORT = 9;

/** Whether somebody says a few words of themselves, and not what ought to be: "jag hänger inte med". */
export function isOfOneself(text: MaybeRead): boolean {
  const [only, ...others] = asRead(text).sentences;
  if (!only || others.length > 0 || isProposal(only)) return false;
  const said = only.words;
  return (said[0] === 'jag' || said[0] === 'i') && said[1] !== 'undrar' && said.length <= SHORT;
}
