export default {
  app: { name: 'Oppgaver', vendor: 'Tolv' },
  locales: { availableLocales: ['nb'], fallbackLocale: 'nb' },
  customScripts: ['scripts/tolv-tasklist.js'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'Ta oppgaven som er valgt' },
    focusFilter: { key: 'ctrl+shift+f', description: 'Gå til det første filteret' },
    focusList: { key: 'ctrl+alt+l', description: 'Gå til den første oppgaven i listen' },
    focusForm: { key: 'ctrl+alt+f', description: 'Gå til det første feltet i skjemaet' },
    startProcess: { key: 'ctrl+alt+p', description: 'Meld fra eller start sak' },
  },
};
