/** The message extension as the manifest has it: a search for each list that `sök` has, the form of an idea, and the links that unfold. */
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import { searchTabs } from '../../src/app/search/search-ideas';
import type { Language } from '../../src/domain/languages';
import { texts } from '../../src/text';

type MessageExtension = NonNullable<TeamsManifestLatest['composeExtensions']>[number];

/** Beside a message, and where nobody has written one yet. */
const formContexts: Record<'fromMessage' | 'newIdea', ('compose' | 'commandBox' | 'message')[]> = {
  fromMessage: ['message'],
  newIdea: ['compose', 'commandBox'],
};

/** With its words in one language. */
export function messageExtension(language: Language): MessageExtension {
  const words = texts[language];
  const searches = searchTabs.map((tab) => ({
    id: tab,
    type: 'query' as const,
    title: words[`search.tab.${tab}`],
    description: words[`extension.command.${tab}`],
    context: ['compose' as const, 'commandBox' as const],
    initialRun: true,
    parameters: [
      {
        name: 'query',
        inputType: 'text' as const,
        title: words['extension.parameter'],
        description: words['search.placeholder'],
      },
    ],
  }));
  const forms = (['fromMessage', 'newIdea'] as const).map((form) => ({
    id: form,
    type: 'action' as const,
    title: words[`extension.title.${form}`],
    description: words[`extension.command.${form}`],
    context: formContexts[form],
    fetchTask: true,
  }));
  return {
    botId: '{{MicrosoftAppId}}',
    canUpdateConfiguration: false,
    commands: [...searches, ...forms],
    messageHandlers: [{ type: 'link', value: { domains: ['{{BOT_DOMAIN}}'], supportsAnonymizedPayloads: false } }],
  };
}
