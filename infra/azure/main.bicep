// One bot in Azure: a web app, its tables, its bot registration and the Teams channel.
// Not deployed by any test of this project; read `what-if` before you trust it:
//   az deployment group what-if -g <group> -f infra/azure/main.bicep -p name=<name> microsoftAppId=<id> ...
//
// What it does not do: register the app (that needs a person who may), load the school file (put its text where
// LANTERN_SCHOOL says, or import on first start), back up the tables, or keep LANTERN_KEY for you. Keep a copy of
// LANTERN_KEY outside Azure: without it no record can be opened again.

@description('Short name; it becomes part of public addresses.')
@minLength(3)
@maxLength(18)
param name string

param location string = resourceGroup().location

@description('Application (client) id of the app registration.')
param microsoftAppId string

@secure()
param microsoftAppPassword string

@description('The tenant of the school; the bot is single-tenant.')
param microsoftAppTenantId string

@description('The secret that locks every record: 16 characters or more, random.')
@secure()
@minLength(16)
param lanternKey string

@description('Zone-redundant storage, so that one building that burns down takes no record with it.')
@allowed(['Standard_ZRS', 'Standard_GZRS', 'Standard_LRS'])
param storageSku string = 'Standard_ZRS'

var storageName = toLower(take('${replace(name, '-', '')}${uniqueString(resourceGroup().id)}', 24))
var siteName = '${name}-${uniqueString(resourceGroup().id)}'

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageName
  location: location
  kind: 'StorageV2'
  sku: { name: storageSku }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: 'B1' }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: siteName
  location: location
  kind: 'app,linux'
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|20-lts'
      appCommandLine: 'node dist/bot/main.js'
      // Reminders and escalations run on a clock of their own: the app must not be put to sleep.
      alwaysOn: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      // `/ready`, not `/health`: one person who blocked the bot must not have it restarted.
      healthCheckPath: '/ready'
      appSettings: [
        { name: 'HOST', value: '0.0.0.0' }
        { name: 'PORT', value: '8080' }
        { name: 'WEBSITES_PORT', value: '8080' }
        { name: 'PUBLIC_URL', value: 'https://${siteName}.azurewebsites.net' }
        { name: 'LANTERN_KEY', value: lanternKey }
        { name: 'MicrosoftAppType', value: 'SingleTenant' }
        { name: 'MicrosoftAppId', value: microsoftAppId }
        { name: 'MicrosoftAppPassword', value: microsoftAppPassword }
        { name: 'MicrosoftAppTenantId', value: microsoftAppTenantId }
        {
          name: 'AZURE_TABLES_CONNECTION_STRING'
          value: 'DefaultEndpointsProtocol=https;AccountName=${storage.name};AccountKey=${storage.listKeys().keys[0].value};EndpointSuffix=${environment().suffixes.storage}'
        }
      ]
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Lantern'
    endpoint: 'https://${site.properties.defaultHostName}/api/messages'
    msaAppId: microsoftAppId
    msaAppType: 'SingleTenant'
    msaAppTenantId: microsoftAppTenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

output address string = 'https://${site.properties.defaultHostName}'
