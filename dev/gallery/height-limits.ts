/** One phone screen, in pixels at 360 px width: what somebody decides on fits there with its buttons. */
const ONE_SCREEN = 640;

/** The cards that ask for a decision, and how high each may be in its typical sample. */
export const mostHigh: Readonly<Record<string, number>> = {
  'idea-new': ONE_SCREEN,
  'idea-late': ONE_SCREEN,
  'idea-escalated': ONE_SCREEN,
  'idea-plan': ONE_SCREEN,
  'idea-asks-for-money': ONE_SCREEN,
  'idea-asks-again': ONE_SCREEN,
  'idea-no-delegation': ONE_SCREEN,
  'idea-tested': ONE_SCREEN,
  'idea-result': ONE_SCREEN,
  'idea-asked-to-drive': ONE_SCREEN,
};
