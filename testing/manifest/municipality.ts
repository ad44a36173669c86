/** Values of the kind that a municipality sets, made up. Nothing is ever fetched from these addresses. */
export const MUNICIPALITY = {
  MicrosoftAppId: '6f1c7b0e-3a52-4d8e-9b17-2c4f5e8a9d30',
  TEAMS_APP_ID: 'a94b3d21-7c60-4f15-8e02-51d7b6c3f8e4',
  BOT_DOMAIN: 'idelotsen.kommunen.se',
  WEBSITE_URL: 'https://kommunen.se/idelotsen/hjalp',
  PRIVACY_URL: 'https://kommunen.se/idelotsen/personuppgifter',
  TERMS_URL: 'https://kommunen.se/idelotsen/villkor',
  DEVELOPER_NAME: 'Kommunen "Norr"',
};
