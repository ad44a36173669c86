// Runs in the browser: what is wrong with a card as it is drawn.

/** Puts a card alone on the page, in place of the one before. */
globalThis.showCard = (card, look) => {
  document.documentElement.lang = look.language;
  document.body.replaceChildren(drawCard(card, look));
};

/** All that is wrong with the card that is alone on the page; or of it, what axe-core's rules find. */
globalThis.checkCard = (rules) => findingsIn(document.querySelector('.teams'), rules);
globalThis.axeFindingsOfCard = (rules) => axeFindings(document.querySelector('.teams'), rules);

/** All that is wrong with a drawn card; `rules` are names or tags of axe-core's rules. */
globalThis.findingsIn = async (frame, rules) => [
  ...cutParts(frame),
  ...tabOrderFaults(frame),
  ...(await axeFindings(frame, rules)),
];

/** axe-core's violations of these rules, each with the part it is about. */
async function axeFindings(frame, rules) {
  // axe-core reads neighbouring blocks as one word when it compares a row's text with its name.
  for (const block of frame.querySelectorAll('.ac-selectable div')) block.after(' ');
  const { violations } = await axe.run(frame, { runOnly: rules, resultTypes: ['violations'] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `axe ${id}: ${help}: ${any[0]?.message ?? ''} ${html.slice(0, 120)}`),
  );
}
