// Tasklist's icons have no name a screen reader can say. Where a tooltip says it, the tooltip is the name.
const NAMES = {
  'button[data-region="filters"]': 'Vis eller skjul filtrene',
  'button[data-region="list"]': 'Vis eller skjul oppgavelisten',
  'button[data-region="task"]': 'Vis eller skjul oppgaven',
  'button.maximize': 'Vis bare oppgaven',
  'button.reset-regions': 'Vis filtre, liste og oppgave',
  '.app-switch > .dropdown-toggle': 'Andre apper',
  'a[ng-click="openModal($event, filter)"]': 'Rediger filteret',
  '.sort-direction': 'Snu sorteringen',
  '.new-sort > .dropdown-toggle': 'Legg til sortering',
  '.btn-default.dropdown-toggle': 'Lagrede søk',
  '.notifications button.close': 'Lukk meldingen',
};

const isNameless = control => !control.hasAttribute('aria-label') && !control.textContent.replace(/×|Close/g, '').trim();

const nameOf = control => {
  const known = Object.keys(NAMES).find(selector => control.matches(selector));
  const tooltip = control.closest('[uib-tooltip]') ?? control.querySelector('[uib-tooltip]');
  return NAMES[known] ?? tooltip?.getAttribute('uib-tooltip');
};

const nameControls = () => {
  for (const control of document.querySelectorAll('a[href], button')) {
    const name = isNameless(control) && nameOf(control);
    if (name) control.setAttribute('aria-label', name);
  }
};

// Who may not see the process has no use for the sign that leads to it in Cockpit.
const hideLinkWithoutName = () =>
  document.querySelectorAll('.instance-link').forEach(link => (link.hidden = !link.parentElement.textContent.trim()));

let waiting = false;
const soon = () => {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    nameControls();
    hideLinkWithoutName();
  }, 200);
};

new MutationObserver(soon).observe(document.documentElement, { childList: true, subtree: true });
