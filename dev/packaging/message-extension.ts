/** The message extension as the manifest has it: a search for each list that `sök` has, and the links that unfold. */
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import { searchTabs } from '../../src/app/search/search-ideas';
import type { Language } from '../../src/domain/languages';
import { texts } from '../../src/text';

type MessageExtension = NonNullable<TeamsManifestLatest['composeExtensions']>[number];

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
  return {
    botId: '{{MicrosoftAppId}}',
    canUpdateConfiguration: false,
    commands: searches,
    messageHandlers: [{ type: 'link', value: { domains: ['{{BOT_DOMAIN}}'], supportsAnonymizedPayloads: false } }],
  };
}
