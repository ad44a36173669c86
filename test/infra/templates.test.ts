import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArmResource, type ArmTemplate, compileBicep } from '../../dev/generators/arm/compile';
import { armTemplate } from '../../dev/generators/arm/main';

const INFRA = join(__dirname, '../../infra');
const bicep = readFileSync(join(INFRA, 'main.bicep'), 'utf8');
const arm: ArmTemplate = JSON.parse(readFileSync(join(INFRA, 'azuredeploy.json'), 'utf8'));

const ofType = (type: string): ArmResource[] => arm.resources.filter((one) => one.type === type);
const only = (type: string): ArmResource => {
  const [found, ...more] = ofType(type);
  if (!found || more.length > 0) throw new Error(`There is not one ${type}`);
  return found;
};

describe('infra/main.bicep and infra/azuredeploy.json', () => {
  it('are the same: what npm run write:arm makes of the one is the other', () => {
    expect(arm).toEqual(armTemplate());
  });

  // Read from the text alone, so that a fault of what compiles it is seen.
  it('name the same resources, of the same types and versions, in the same order', () => {
    const declared = [...bicep.matchAll(/^resource \w+ '([^'@]+)@([^']+)' = (?:if \((\w+)\) |\[for )?/gm)];
    expect(declared.map(([, type, apiVersion]) => `${type}@${apiVersion}`)).toEqual(
      arm.resources.map(({ type, apiVersion }) => `${type}@${apiVersion}`),
    );
    expect(declared.map(([whole]) => whole.includes('[for '))).toEqual(arm.resources.map((one) => 'copy' in one));
    expect(declared.map(([, , , condition]) => condition && `[parameters('${condition}')]`)).toEqual(
      arm.resources.map(({ condition }) => condition),
    );
  });

  it('name them alike: what is text of a name in the one is in the other', () => {
    const names = [...bicep.matchAll(/^resource [^\n]+\n {2}name: (.+)$/gm)].map(([, name = '']) => name);
    const textsOf = (name: string) =>
      [...name.matchAll(/'((?:[^'$]|\$\{[^}]*\})*)'/g)].flatMap(([, text = '']) =>
        text.split(/\$\{[^}]*\}/).filter((part) => part !== ''),
      );
    expect(names).toHaveLength(arm.resources.length);
    for (const [at, name] of names.entries())
      for (const text of textsOf(name)) expect(arm.resources[at]?.name).toContain(text);
    expect(names.filter((name) => textsOf(name).length > 0).length).toBeGreaterThan(10);
  });

  it('take the same parameters and give the same outputs', () => {
    const words = (word: string) => [...bicep.matchAll(new RegExp(`^${word} (\\w+) (\\w+)`, 'gm'))];
    expect(words('param').map(([, name = '']) => name)).toEqual(Object.keys(arm.parameters));
    expect(words('output').map(([, name = '', type]) => [name, type])).toEqual(
      Object.entries(arm.outputs).map(([name, { type }]) => [name, type]),
    );
    for (const { metadata } of Object.values(arm.parameters)) expect(metadata).toMatchObject({ description: /./ });
  });
});

describe('what is deployed', () => {
  it('is a bot of Teams that proves itself by a managed identity of its own', () => {
    const bot = only('Microsoft.BotService/botServices');
    expect(bot).toMatchObject({
      ...{ apiVersion: '2021-03-01', kind: 'azurebot', location: 'global' },
      properties: {
        msaAppType: 'UserAssignedMSI',
        msaAppMSIResourceId: expect.stringContaining('Microsoft.ManagedIdentity/userAssignedIdentities'),
        endpoint: expect.stringContaining('/api/messages'),
        disableLocalAuth: true,
      },
    });
    expect(only('Microsoft.BotService/botServices/channels')).toMatchObject({
      name: expect.stringContaining('MsTeamsChannel'),
      properties: { channelName: 'MsTeamsChannel' },
    });
  });

  it('keeps storage without keys, closed to the internet, reached by private endpoints of tables, queues and blobs', () => {
    expect(only('Microsoft.Storage/storageAccounts').properties).toMatchObject({
      ...{ allowSharedKeyAccess: false, allowBlobPublicAccess: false, supportsHttpsTrafficOnly: true },
      minimumTlsVersion: 'TLS1_2',
      publicNetworkAccess: "[if(empty(parameters('operatorAddresses')), 'Disabled', 'Enabled')]",
      networkAcls: { defaultAction: 'Deny', bypass: 'None' },
    });
    expect(arm.variables.services).toEqual(['table', 'queue', 'blob']);
    for (const type of ['privateEndpoints', 'privateDnsZones'])
      expect(only(`Microsoft.Network/${type}`).copy).toMatchObject({ count: "[length(variables('services'))]" });
  });

  it('gives the bot the three roles that it needs, on storage alone', () => {
    expect(arm.variables.dataRoles).toEqual([
      // Storage Table, Queue and Blob Data Contributor: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
      '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
      '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
      'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
    ]);
    for (const role of ofType('Microsoft.Authorization/roleAssignments'))
      expect(role.scope).toBe("[format('Microsoft.Storage/storageAccounts/{0}', variables('storageName'))]");
  });

  it('runs always, at least one instance, on Node.js 24, over https alone', () => {
    expect(only('Microsoft.Web/serverfarms').sku).toMatchObject({ capacity: "[parameters('instances')]" });
    expect(arm.parameters.instances).toMatchObject({ minValue: 1 });
    expect(only('Microsoft.Web/sites').properties).toMatchObject({
      httpsOnly: true,
      siteConfig: {
        ...{ alwaysOn: true, linuxFxVersion: 'NODE|24-lts', appCommandLine: 'node dist/main.js' },
        ...{ healthCheckPath: '/readyz', ftpsState: 'Disabled', minTlsVersion: '1.2' },
      },
    });
  });

  it('tells the bot all that it refuses to start without, and no secret', () => {
    const { siteConfig } = only('Microsoft.Web/sites').properties as {
      siteConfig: { appSettings: { name: string; value: string }[] };
    };
    const settings = Object.fromEntries(siteConfig.appSettings.map(({ name, value }) => [name, value]));
    expect(settings).toMatchObject({ NODE_ENV: 'production', MicrosoftAppType: 'UserAssignedMsi' });
    expect(Object.keys(settings)).toEqual(
      expect.arrayContaining(['MicrosoftAppId', 'MicrosoftAppTenantId', 'AZURE_STORAGE_ACCOUNT', 'PUBLIC_URL']),
    );
    expect(arm.parameters.metricsToken).toMatchObject({ type: 'securestring' });
  });

  it('keeps logs only where that is asked for', () => {
    const asked = "[parameters('applicationInsights')]";
    for (const type of [
      'Microsoft.OperationalInsights/workspaces',
      'Microsoft.Insights/components',
      'Microsoft.Insights/diagnosticSettings',
    ])
      expect(only(type).condition).toBe(asked);
    expect(arm.parameters.applicationInsights).toMatchObject({ type: 'bool', defaultValue: false });
  });
});

describe('what compiles it', () => {
  const variable = (expression: string) =>
    compileBicep(`param one string\nparam many array = []\nvar made = ${expression}`).variables.made;

  it.each([
    ["'plain'", 'plain'],
    ["'[odd'", '[[odd'],
    ["'it\\'s'", "it's"],
    ['one', "[parameters('one')]"],
    ["'a-${one}-b'", "[format('a-{0}-b', parameters('one'))]"],
    ["'${toLower(one)}{x}'", "[format('{0}{{x}}', toLower(parameters('one')))]"],
    ["empty(many) ? 'none' : 'some'", "[if(empty(parameters('many')), 'none', 'some')]"],
    ["one == 'x' && !empty(many)", "[and(equals(parameters('one'), 'x'), not(empty(parameters('many'))))]"],
    ['tenant().tenantId', '[tenant().tenantId]'],
    ['12', 12],
    ['true', true],
  ])('makes of %s what Bicep makes of it', (expression, made) => expect(variable(expression)).toEqual(made));

  it.each(["module it 'other.bicep' = {", 'var made = nobody', "var made = 'open", 'var made = 1 +'])(
    'refuses what it does not understand: %s',
    (line) => expect(() => compileBicep(line)).toThrow(),
  );
});
