// Runs in the browser: in the gallery's page and where cards are checked. AdaptiveCards is the vendor's renderer.

/**
 * Draws a card as Teams does. The element is in nobody's page yet.
 * @param {object} card an Adaptive Card
 * @param {{ hostConfig: object, theme: 'light' | 'dark', width: number, language: string }} look
 */
globalThis.drawCard = (card, { hostConfig, theme, width, language }) => {
  const adaptiveCard = new AdaptiveCards.AdaptiveCard();
  adaptiveCard.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  adaptiveCard.parse(card);
  const frame = document.createElement('div');
  frame.className = `teams ${theme}`;
  frame.lang = language;
  frame.style.width = `${width}px`;
  frame.append(adaptiveCard.render());
  for (const input of adaptiveCard.getAllInputs()) showTitleOfChoice(input);
  return frame;
};

/** The one piece of Markdown that our cards have: a link that is a text of its own. Teams draws it as a link. */
const LINK = /^\[([^\]]+)\]\((https:\/\/[^)\s]+)\)$/;
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const [, title, href] = LINK.exec(text) ?? [];
  if (!href) return;
  const link = Object.assign(document.createElement('a'), { href, textContent: title });
  Object.assign(result, { didProcess: true, outputHtml: link.outerHTML });
};

/**
 * A choice that is searched for: the vendor's renderer shows its value and leaves it nameless once it has one. Teams
 * shows its title and names it by its label.
 */
function showTitleOfChoice({ style, label, choices = [], defaultValue, renderedInputControlElement: field }) {
  const chosen = style === 'filtered' && choices.find(({ value }) => value === defaultValue);
  const shown = field?.matches('input') ? field : field?.querySelector('input');
  if (!chosen || !shown) return;
  shown.value = chosen.title;
  shown.ariaLabel = label;
}
