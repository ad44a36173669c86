import { todayIn } from '../../app/deps.js';
import {
  endIfOver,
  officeAskedOn,
  openProposal,
  proposalEndsOn,
  proposalName,
} from '../../app/person/posts/proposals.js';
import type { Drawn } from '../../cards/card-context.js';
import { proposalEnded, proposalQuestion } from '../../cards/person/posts/proposal.js';
import { nameOf, type Person } from '../../domain/person/person.js';
import { askedAbout, mayAnswer, officeAskedAbout } from '../../domain/person/proposing.js';
import type { StoredProposal } from '../../store/organisation/proposals.js';
import type { DeliveryDeps } from '../deps.js';
import { contactRefs, oweNote } from './notes.js';

/** Asks whether somebody is to have a post, as another proposes; or why that is not asked any more. */
export async function proposalNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  name: string,
  person: Person,
): Promise<Drawn | string> {
  const open = await openProposal(app, name);
  if (!open) return 'answered';
  if (!mayAnswer(person, open, app.directory())) return 'not theirs to answer';
  const proposer = (await app.people.byRef(open.by))?.person;
  const until = proposalEndsOn(app, open);
  return proposalQuestion(context(person.language), {
    ...{ name, change: open.change, until },
    proposer: proposer && nameOf(proposer),
  });
}

/** Tells whoever has proposed it what came of it; or why that is not told. */
export async function proposalEndedNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  id: string,
  { language, emails }: Person,
): Promise<Drawn | string> {
  const ended = await app.proposals.ended(id);
  if (!ended) return 'forgotten';
  const { what, change } = ended;
  if (what === 'takenBack') return 'theirs to know';
  const isPart = [change.in, change.out].some((one) => one && emails.includes(one.email));
  return what === 'yes' && isPart ? 'told of the post' : proposalEnded(context(language), { what, change });
}

/**
 * Those who can answer a proposal are asked once, and the office after a week without an answer; one that nobody has answered in time ends, as one does that means nothing any
 * more; and whoever proposed is told of each end, whichever instance does it and wherever one dies. Two small requests where there is nothing.
 */
export async function processProposals(deps: DeliveryDeps): Promise<void> {
  const { proposals } = deps.app;
  for (const proposal of await proposals.all()) {
    try {
      await process(deps, proposal);
    } catch (error) {
      const what = { proposal: proposal.id, err: error };
      deps.log.error(what, 'Nobody could be asked about what is proposed for a post; the next look tries again');
    }
  }
  for (const untold of await proposals.untold()) {
    const ended = await proposals.ended(untold.id);
    if (ended) await oweNote(deps, [ended.by], { note: 'proposalEnded', about: untold.id });
    await proposals.paid(untold);
  }
}

async function process(deps: DeliveryDeps, proposal: StoredProposal): Promise<void> {
  const { app } = deps;
  const isSilent = proposal.told === true && !proposal.officeTold && officeAskedOn(app, proposal) <= todayIn(app);
  const asks = !proposal.told || isSilent;
  // Whether somebody is protected is asked where they would be named: not again and again while it waits.
  if ((await endIfOver(app, proposal, { names: asks })) || !asks) return;
  const proposer = (await app.people.byRef(proposal.by))?.person ?? { emails: [] };
  const whoAnswers = isSilent ? officeAskedAbout : askedAbout;
  const asked = await contactRefs(app, whoAnswers(proposal.change, proposer, app.directory()));
  // Of the office, who was asked at once is not asked again: the message is named after the proposal.
  await oweNote(deps, asked, { note: 'postProposed', about: proposalName(proposal) });
  await app.proposals.toldOf(proposal, isSilent ? 'officeTold' : 'told');
}
