/** Letters of an address that can stand in a link as they are; the rest is written with percent signs. */
const ADDRESS = /^https:\/\/[\w.-]+(?::\d{1,5})?(?:[/?#][\w.~:/?#@!$&'()*+,;=%[\]-]*)?$/;

/**
 * The address of a document as it is kept: by https, to a host with a name, without anybody's password in it. Undefined for anything
 * else. It is shown as a link, and never fetched.
 */
export function documentLink(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && !url.username && !url.password && url.hostname.includes('.') && ADDRESS.test(url.href)
    ? url.href
    : undefined;
}

/** Where a link leads. */
export const hostOf = (link: string): string => new URL(link).hostname;
