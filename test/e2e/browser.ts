export { launchBrowser } from '../../dev/browser';
