import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import type { Config } from '../../config/config.js';
import { type Finding, fault, good, note } from './finding.js';

/** Of the manifest, what has to be as the configuration says. */
const manifestSchema = z.object({
  id: z.string(),
  version: z.string(),
  bots: z.array(z.object({ botId: z.string() })).min(1),
  composeExtensions: z.array(z.object({ botId: z.string() })).default([]),
  validDomains: z.array(z.string()).default([]),
  webApplicationInfo: z.object({ id: z.string() }).optional(),
});
type Manifest = z.output<typeof manifestSchema>;

const AGAIN = 'Make it again with npm run package, and upload it in the Teams admin center.';

/**
 * The app package against the configuration. `named`: by whoever asks, so that one which is not there is a fault. `release`: the
 * version of this program.
 */
export async function* ofPackage(
  { file, named, release }: { file: string; named: boolean; release: string },
  config: Config,
): AsyncGenerator<Finding> {
  if (config.identity.kind === 'none') {
    yield note('package', 'A package needs the bot’s identity: not tried.');
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    yield named
      ? fault('package', `${file} cannot be read.`, 'Make it with npm run package, or name the zip that was uploaded.')
      : note('package', `There is no ${file}: not tried.`, 'Name the zip that was uploaded: --package FILE.');
    return;
  }
  const manifest = manifestIn(bytes);
  if (!manifest) {
    yield fault('package', `${file} is no app package: it has no manifest.json that can be read.`, AGAIN);
    return;
  }
  const faults = [...faultsIn(manifest, config, config.identity.appId, release)];
  for (const says of faults) yield fault('package', says, AGAIN);
  if (faults.length === 0) yield good('package', `${file} is this bot’s, version ${manifest.version}.`);
}

function manifestIn(bytes: Uint8Array): Manifest | undefined {
  try {
    const { 'manifest.json': content } = unzipSync(bytes, { filter: ({ name }) => name === 'manifest.json' });
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(content)));
  } catch {
    return undefined;
  }
}

function* faultsIn(manifest: Manifest, config: Config, appId: string, release: string): Generator<string> {
  const { id, version, bots, composeExtensions, validDomains, webApplicationInfo } = manifest;
  const own = (config.teamsAppId ?? appId).toLowerCase();
  if (JSON.stringify(manifest).includes('{{')) yield 'The manifest has placeholders that nobody has filled in.';
  if (id.toLowerCase() !== own) yield `The manifest’s id is ${id}, and the configuration says ${own}.`;
  for (const botId of new Set([...bots, ...composeExtensions].map((one) => one.botId))) {
    if (botId.toLowerCase() !== appId)
      yield `The manifest’s bot is ${botId}, and MicrosoftAppId is ${appId}: nobody’s messages come here.`;
  }
  if (webApplicationInfo && webApplicationInfo.id.toLowerCase() !== appId)
    yield `webApplicationInfo.id is ${webApplicationInfo.id}, and MicrosoftAppId is ${appId}.`;
  const host = config.publicUrl && new URL(config.publicUrl).host.toLowerCase();
  if (host && !validDomains.some((domain) => domain.toLowerCase() === host))
    yield `validDomains does not name ${host}, where the bot’s links lead.`;
  if (version !== release) yield `The package is of version ${version}, and the bot is ${release}.`;
}
