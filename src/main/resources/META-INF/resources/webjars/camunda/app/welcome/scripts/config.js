import '/assets/log-out.js';

document.documentElement.lang = 'nb';

export default {
  app: { name: 'Velkommen', vendor: 'Tolv' },
  locales: { availableLocales: ['nb'], fallbackLocale: 'nb' },
  disableWelcomeMessage: true,
};
