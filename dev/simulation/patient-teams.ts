import { randomUUID } from 'node:crypto';
import type { Activity } from '../../testing/teams/activity';
import type { Answer } from '../../testing/teams/answer';
import type { Person } from '../../testing/teams/person';
import { Teams } from '../../testing/teams/teams';

/** So often Teams tries; then the person sees that something went wrong. */
const TRIES = 5;

/** Teams, which delivers an activity again, under another id, where the bot has died in the middle of its answer. */
export class PatientTeams extends Teams {
  /** Settles when there is a bot to deliver to, and gives its address. */
  listens: () => Promise<string> = async () => this.botUrl;

  override async deliver(person: Person, activity: Partial<Activity>): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      this.botUrl = `${await this.listens()}/api/messages`;
      try {
        return await super.deliver(person, { ...activity, id: `f:${randomUUID()}` });
      } catch (error) {
        if (tries === TRIES || !(error instanceof TypeError)) throw error;
      }
    }
  }
}
