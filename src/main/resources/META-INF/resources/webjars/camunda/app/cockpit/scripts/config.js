document.documentElement.lang = 'nb';

export default {
  app: { name: 'Cockpit', vendor: 'Tolv' },
  locales: { availableLocales: ['nb'], fallbackLocale: 'nb' },
  disableWelcomeMessage: true,
};
