/** Who may look for ideas from a chat in which the bot is not, and have one shown there: docs/RIGHTS.md and test/bot/handlers/search/extension.test.ts. */
export const inChats = {
  employee: { is: 'works in the municipality and has met the bot in a chat of their own', may: true },
  stranger: { is: 'works there and has not met the bot yet', may: false },
  guest: { is: 'is a guest of the tenant', may: false },
  guestLetIn: { is: 'is a guest, where the operator lets guests in', may: true },
  otherTenant: { is: 'writes from another tenant, or in a chat that belongs to one', may: false },
  outsideMember: { is: 'is a member of a shared channel from another organisation', may: false },
  inSharedChannel: { is: 'works in the municipality, in a shared channel, where outsiders may read', may: false },
  anonymous: { is: 'has no identity in Entra, as in a meeting', may: false },
} as const satisfies Record<string, { is: string; may: boolean }>;

export type InChat = keyof typeof inChats;
