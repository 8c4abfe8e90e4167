import '/assets/log-out.js';

document.documentElement.lang = 'nb';

export default {
  app: { name: 'Cockpit', vendor: 'Tolv' },
  locales: { availableLocales: ['nb'], fallbackLocale: 'nb' },
  customScripts: ['scripts/case-numbers.js'],
  disableWelcomeMessage: true,
};
