/** As long as the address of a message may be, in UTF-16 units. */
export const LONGEST_MESSAGE_LINK = 1000;
/** Links to messages as Teams gives them, in either of its addresses. They lead nobody in who may not read the chat. */
const MESSAGE_LINK = /^https:\/\/teams\.(?:microsoft\.com|cloud\.microsoft)\/l\/message\/[\w.~:/?#@!$&'()*+,;=%-]+$/;

/** A chat between two has both people's object ids in its own: its messages lead nobody else anywhere. */
const BETWEEN_TWO = /unq\.gbl\.spaces/i;

/** Whether a text is the address of a message in Teams, and nothing else, and names nobody: only such a one is ever kept and shown as a link. */
export const isMessageLink = (text: string): boolean =>
  text.length <= LONGEST_MESSAGE_LINK && MESSAGE_LINK.test(text) && !BETWEEN_TWO.test(text);
