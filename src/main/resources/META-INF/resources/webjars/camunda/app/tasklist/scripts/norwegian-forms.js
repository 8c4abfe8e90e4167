// The form renderer has English words that no locale file reaches. Only its own elements are rewritten, never what people wrote.
const WORDS = {
  'Field is required.': 'Feltet må fylles ut.',
  'Field must be a valid email.': 'Skriv en gyldig e-postadresse, for eksempel navn@skole.no.',
  'Date and time must both be entered.': 'Fyll ut både dato og klokkeslett.',
  'Value is not a number.': 'Skriv et tall.',
  'Select': 'Velg',
  'Search': 'Søk',
  'Add new': 'Legg til',
  'Collapse': 'Vis færre',
  'No results': 'Ingen treff',
  'All values selected': 'Alt er valgt',
  'Nothing to show.': 'Ingenting å vise.',
  'No content to show.': 'Ingenting å vise.',
  'Remove tag': 'Fjern',
  'Increment': 'Øk',
  'Decrement': 'Senk',
  'Previous page': 'Forrige side',
  'Next page': 'Neste side',
  'Year': 'År',
  'Month': 'Måned',
  'Hour': 'Time',
  'Minute': 'Minutt',
  'hh:mm': 'tt:mm',
  'dd.mm.yyyy': 'dd.mm.åååå',
};

const SENTENCES = [
  [/^Field must be a valid +international phone number.*$/, () => 'Skriv telefonnummeret med landkode, for eksempel +47 22 33 44 55.'],
  [/^Field must match pattern (.+)\.$/, () => 'Innholdet har ikke riktig form.'],
  [/^Field must have minimum value of (.+)\.$/, n => `Tallet kan ikke være mindre enn ${n}.`],
  [/^Field must have maximum value of (.+)\.$/, n => `Tallet kan ikke være større enn ${n}.`],
  [/^Field must have minimum length of (.+)\.$/, n => `Skriv minst ${n} tegn.`],
  [/^Field must have maximum length of (.+)\.$/, n => `Skriv høyst ${n} tegn.`],
  [/^Value is expected to be an integer\.$/, () => 'Skriv et helt tall.'],
  [/^Value is expected to have at most (\d+) decimal.*$/, n => `Skriv tallet med høyst ${n} desimaler.`],
  [/^Please select a valid value.* are (.+) and (.+)\.$/, (a, b) => `Velg en gyldig verdi. De nærmeste er ${a} og ${b}.`],
  [/^Expand all \((\d+)\)$/, n => `Vis alle (${n})`],
  [/^Remove list item (\d+)$/, n => `Fjern rad ${n}`],
  [/^(\S+) of (\d+)$/, (shown, all) => `${shown} av ${all}`],
  [/^Click to sort by (.+) ascending$/, column => `Sorter stigende etter ${column}`],
  [/^Click to sort by (.+) descending$/, column => `Sorter synkende etter ${column}`],
  [/^Click to remove sorting$/, () => 'Fjern sorteringen'],
];

const PLACES = [
  '.fjs-form-field-error',
  '.fjs-select-placeholder',
  '.fjs-dropdownlist-empty',
  '.fjs-repeat-render-add',
  '.fjs-repeat-render-collapse',
  '.fjs-table-empty',
  '.fjs-taglist-skip-link',
  '.fjs-table-nav',
].join(',');

const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

const translate = text => {
  const english = text.trim();
  if (WORDS[english]) return text.replace(english, WORDS[english]);
  const [pattern, sentence] = SENTENCES.find(([candidate]) => candidate.test(english)) ?? [];
  return pattern ? sentence(...english.match(pattern).slice(1)) : text;
};

const translateText = node => {
  const norwegian = translate(node.data);
  if (norwegian !== node.data && node.parentElement?.closest(PLACES)) node.data = norwegian;
};

const translateAttributes = element => {
  for (const name of ATTRIBUTES) {
    const english = element.getAttribute(name);
    const norwegian = english && translate(english);
    if (norwegian !== english) element.setAttribute(name, norwegian);
  }
};

const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');
const DAYS = 'søndag mandag tirsdag onsdag torsdag fredag lørdag'.split(' ');

const CALENDAR = {
  firstDayOfWeek: 1,
  weekdays: { shorthand: DAYS.map(day => day.slice(0, 2)), longhand: DAYS },
  months: { shorthand: MONTHS.map(month => month.slice(0, 3)), longhand: MONTHS },
  rangeSeparator: ' til ',
  weekAbbreviation: 'Uke',
  scrollTitle: 'Rull for å endre',
  toggleTitle: 'Klikk for å bytte',
  yearAriaLabel: 'År',
  monthAriaLabel: 'Måned',
  hourAriaLabel: 'Time',
  minuteAriaLabel: 'Minutt',
  time_24hr: true,
  ordinal: () => '.',
};

const translateCalendar = input => {
  const calendar = input._flatpickr;
  if (!calendar || calendar.tolv) return;
  calendar.tolv = true;
  calendar.set('locale', CALENDAR);
};

const insideForm = node => (node.closest ? node : node.parentElement)?.closest('.fjs-container, .flatpickr-calendar');

const translateTree = root => {
  if (!insideForm(root) && !root.querySelector?.('.fjs-container')) return;
  if (root.nodeType === Node.TEXT_NODE) return translateText(root);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) translateText(texts.currentNode);
  [root, ...root.querySelectorAll('[placeholder], [title], [aria-label]')].filter(insideForm).forEach(translateAttributes);
};

const onChange = changes => {
  for (const { type, target, addedNodes } of changes) {
    if (type === 'childList') addedNodes.forEach(translateTree);
    else if (type === 'characterData') insideForm(target) && translateText(target);
    else insideForm(target) && translateAttributes(target);
  }
};

new MutationObserver(onChange).observe(document.documentElement, {
  childList: true,
  subtree: true,
  characterData: true,
  attributeFilter: ATTRIBUTES,
});

// The calendar opens on focus or on a click: whichever comes first finds it Norwegian.
const beforeOpening = ({ target }) =>
  target.closest?.('.fjs-container')?.querySelectorAll('.flatpickr-input').forEach(translateCalendar);
document.addEventListener('pointerdown', beforeOpening, true);
document.addEventListener('focusin', beforeOpening, true);

// Dates are written the Norwegian way whatever the language of the browser.
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (Format, [locale, options]) => new Format(!locale || locale === 'default' ? 'nb-NO' : locale, options),
});
