// Everything that Idélotsen needs in Azure, in one resource group: docs/INSTALL.md says how it is used.
// infra/azuredeploy.json is compiled from this file: npm run write:arm

targetScope = 'resourceGroup'

@description('What the names of all resources begin with.')
@minLength(3)
@maxLength(16)
param baseName string = 'idelotsen'

@description('Where it all lies. The bot itself is global.')
param location string = resourceGroup().location

@description('What the bot is called in Azure; people see the name of the app in Teams.')
@maxLength(42)
param botDisplayName string = 'Idélotsen'

@description('App Service plan. B1 is the smallest that is always on.')
param planSku string = 'P0v3'

@description('How many instances run side by side. The deliveries are workers: at least one always runs.')
@minValue(1)
@maxValue(10)
param instances int = 2

@description('Azure Bot: F0 or S1.')
@allowed([
  'F0'
  'S1'
])
param botSku string = 'S1'

@description('How storage is copied: in three zones, or three times in one.')
@allowed([
  'Standard_ZRS'
  'Standard_LRS'
  'Standard_GZRS'
])
param storageSku string = 'Standard_ZRS'

@description('Where the organisation file is: blob:CONTAINER/NAME in the storage account.')
param organisationFile string = 'blob:organisation/organisation.json'

@description('What Prometheus has to show to read /metrics; empty: it is closed.')
@secure()
param metricsToken string = ''

@description('Public IPv4 addresses from which operators reach storage with their own roles; empty: nobody does from outside.')
param operatorAddresses array = []

@description('Object id of a group in Entra whose members may write to storage as operators; empty: nobody.')
param operatorGroup string = ''

@description('Whether logs and requests are kept in a workspace, with Application Insights beside it.')
param applicationInsights bool = false

var suffix = uniqueString(resourceGroup().id, baseName)
var storageName = toLower(take('${replace(baseName, '-', '')}${suffix}', 24))
var siteName = '${baseName}-${suffix}'
var siteHost = '${siteName}.azurewebsites.net'
var services = [
  'table'
  'queue'
  'blob'
]
// Storage Table, Queue and Blob Data Contributor.
var dataRoles = [
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
]
var operatorRoles = empty(operatorGroup) ? [] : dataRoles

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${baseName}-identity'
  location: location
}

resource network 'Microsoft.Network/virtualNetworks@2023-04-01' = {
  name: '${baseName}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.60.0.0/24'
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.60.0.0/26'
          delegations: [
            {
              name: 'app'
              properties: {
                serviceName: 'Microsoft.Web/serverFarms'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.60.0.64/26'
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }
}

// No keys, nothing public. What is erased is to be gone: nothing deleted is kept here, backups are taken by npm run backup.
resource storage 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: storageName
  location: location
  kind: 'StorageV2'
  sku: {
    name: storageSku
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: empty(operatorAddresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: 'Deny'
      ipRules: [for address in operatorAddresses: {
        value: address
        action: 'Allow'
      }]
    }
  }
}

resource organisation 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = {
  name: '${storage.name}/default/organisation'
  properties: {
    publicAccess: 'None'
  }
}

resource roles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in dataRoles: {
  name: guid(storage.id, identity.id, role)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource operators 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in operatorRoles: {
  name: guid(storage.id, operatorGroup, role)
  scope: storage
  properties: {
    principalId: operatorGroup
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [for service in services: {
  name: 'privatelink.${service}.${environment().suffixes.storage}'
  location: 'global'
  properties: {}
}]

resource zoneLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [for service in services: {
  name: 'privatelink.${service}.${environment().suffixes.storage}/${baseName}'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
  dependsOn: [
    zones
  ]
}]

resource endpoints 'Microsoft.Network/privateEndpoints@2023-04-01' = [for service in services: {
  name: '${baseName}-${service}'
  location: location
  properties: {
    subnet: {
      id: '${network.id}/subnets/endpoints'
    }
    privateLinkServiceConnections: [
      {
        name: service
        properties: {
          privateLinkServiceId: storage.id
          groupIds: [
            service
          ]
        }
      }
    ]
  }
}]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2023-04-01' = [for service in services: {
  name: '${baseName}-${service}/default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: service
        properties: {
          privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', 'privatelink.${service}.${environment().suffixes.storage}')
        }
      }
    ]
  }
  dependsOn: [
    endpoints
    zones
  ]
}]

resource plan 'Microsoft.Web/serverfarms@2022-09-01' = {
  name: '${baseName}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2022-09-01' = {
  name: siteName
  location: location
  kind: 'app,linux'
  tags: {
    'azd-service-name': 'bot'
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: '${network.id}/subnets/app'
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node dist/main.js'
      alwaysOn: true
      healthCheckPath: '/readyz'
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      appSettings: [
        {
          name: 'NODE_ENV'
          value: 'production'
        }
        {
          name: 'MicrosoftAppId'
          value: identity.properties.clientId
        }
        {
          name: 'MicrosoftAppType'
          value: 'UserAssignedMsi'
        }
        {
          name: 'MicrosoftAppTenantId'
          value: tenant().tenantId
        }
        {
          name: 'AZURE_STORAGE_ACCOUNT'
          value: storage.name
        }
        {
          name: 'ORGANISATION_FILE'
          value: organisationFile
        }
        {
          name: 'PUBLIC_URL'
          value: 'https://${siteHost}'
        }
        {
          name: 'METRICS_TOKEN'
          value: metricsToken
        }
        {
          name: 'SCM_DO_BUILD_DURING_DEPLOYMENT'
          value: 'true'
        }
      ]
    }
  }
  dependsOn: [
    roles
    zoneGroups
    zoneLinks
  ]
}

resource noBasicFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2022-09-01' = {
  name: '${site.name}/ftp'
  properties: {
    allow: false
  }
}

resource noBasicScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2022-09-01' = {
  name: '${site.name}/scm'
  properties: {
    allow: false
  }
}

resource bot 'Microsoft.BotService/botServices@2021-03-01' = {
  name: '${baseName}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: botSku
  }
  properties: {
    displayName: botDisplayName
    endpoint: 'https://${siteHost}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    msaAppType: 'UserAssignedMSI'
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2021-03-01' = {
  name: '${bot.name}/MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2022-10-01' = if (applicationInsights) {
  name: '${baseName}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = if (applicationInsights) {
  name: '${baseName}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

// What the bot and the platform log: never what people wrote.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (applicationInsights) {
  name: 'logs'
  scope: site
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
  }
}

output BOT_ID string = identity.properties.clientId
output BOT_DOMAIN string = siteHost
output BOT_TENANT_ID string = tenant().tenantId
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = site.id
output STORAGE_ACCOUNT string = storage.name
