import '/assets/log-out.js';

document.documentElement.lang = 'nb';

export default {
  app: { name: 'Administrasjon', vendor: 'Tolv' },
  locales: { availableLocales: ['nb'], fallbackLocale: 'nb' },
  disableWelcomeMessage: true,
};
