import { z } from 'zod';

/** What Microsoft Graph answers, as far as it is read: an odd field is as if it were not there, an odd item costs itself. */

const name = z.string().nullish().catch(undefined);

const user = z.object({
  id: z.string().min(1),
  department: name,
  companyName: name,
  officeLocation: name,
  displayName: name,
  mail: name,
  userPrincipalName: name,
  proxyAddresses: z.array(z.string()).nullish().catch(undefined),
  accountEnabled: z.boolean().nullish().catch(undefined),
  userType: name,
  '@removed': z.object({}).optional(),
});
export type GraphUser = z.output<typeof user>;

/** In which fields somebody's addresses stand. */
export const ADDRESS_FIELDS = ['mail', 'userPrincipalName', 'proxyAddresses'] as const;

/** Every address of somebody. Exchange writes of each address by which protocol it is: `SMTP:` the first, `smtp:` the others. */
export const addressesOf = ({
  mail,
  userPrincipalName,
  proxyAddresses,
}: Pick<GraphUser, (typeof ADDRESS_FIELDS)[number]>): string[] => {
  const proxies = (proxyAddresses ?? []).flatMap((one) => /^smtp:(.+)$/i.exec(one)?.[1] ?? []);
  const all = [mail, userPrincipalName, ...proxies].flatMap((one) => one?.trim().toLowerCase() || []);
  return [...new Set(all)];
};

export const oneUser = user;

const items = z.array(z.unknown()).transform((all) =>
  all.flatMap((one) => {
    const parsed = user.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  }),
);

export const usersPage = z.object({
  value: items,
  '@odata.nextLink': z.url().optional(),
  '@odata.deltaLink': z.url().optional(),
});

export const membersPage = z.object({ value: items, '@odata.nextLink': z.url().optional() });

const named = z.object({ id: z.string().min(1) });

/** Apps, or what somebody has installed: their ids. */
export const idsPage = z.object({ value: z.array(named) });
export const oneId = named;

/** A refusal; its message says which permission is lacking, and is shown to nobody. */
export const refusal = z
  .object({ error: z.object({ code: z.string().catch(''), message: z.string().catch('') }) })
  .transform(({ error }) => error)
  .catch({ code: '', message: '' });
export type GraphRefusal = z.output<typeof refusal>;

/** The code of a refusal: "syncStateNotFound", "Authorization_RequestDenied". */
export const refusalCode = z
  .object({ error: z.object({ code: z.string() }) })
  .transform(({ error }) => error.code)
  .catch('');
