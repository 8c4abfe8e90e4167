// What the engine calls a process is a case; how many there are, those who answer for them see here.
const site = document
  .querySelector('base')
  .getAttribute('app-root')
  .replace(/\/camunda$/, '');

const element = (name, ...content) => {
  const made = document.createElement(name);
  made.append(...content);
  return made;
};

const date = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeZone: 'Europe/Oslo' });

const row = (head, numbers) => {
  const made = element('tr', element('th', head), ...numbers.map(number => element('td', String(number ?? ''))));
  made.firstChild.scope = 'row';
  return made;
};

const table = report => {
  const columns = [report.openCases, report.measures, report.overdue];
  const heads = ['Enhet', 'Åpne saker', 'Tiltak i gang', 'Oppgaver over frist'].map(head => element('th', head));
  heads.forEach(head => (head.scope = 'col'));
  const units = report.openCases.units.map(({ unit, name }) =>
    row(name, columns.map(column => column.units.find(one => one.unit === unit)?.count))
  );
  const rows = units.length > 1 ? [...units, row('Til sammen', columns.map(column => column.total))] : units;
  const made = element('table', element('caption', `Per ${date.format(new Date(report.asOf))}. Tall under 5 vises ikke.`));
  made.append(element('thead', element('tr', ...heads)), element('tbody', ...rows));
  made.className = 'table';
  return made;
};

const render = async node => {
  const answer = await fetch(site + '/api/statistics', { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  // A body nobody reads keeps its connection.
  const body = await answer.text();
  if (!answer.ok) return;
  const made = element('section', table(JSON.parse(body)));
  made.className = 'tolv-numbers';
  made.setAttribute('aria-label', 'Saker i tall');
  node.replaceChildren(made);
};

/** Cases, measures and late tasks by unit, on the first page of Cockpit; whoever answers for no unit sees nothing. */
export default { id: 'tolv-numbers', pluginPoint: 'cockpit.dashboard', priority: 500, render };
