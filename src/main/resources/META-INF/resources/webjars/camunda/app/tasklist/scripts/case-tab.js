const app = document.querySelector('base').getAttribute('app-root');
const cases = app.replace(/\/camunda$/, '') + '/api/cases/';

const DUTIES = {
  follow: 'Følge med',
  intervene: 'Gripe inn',
  notify: 'Varsle',
  investigate: 'Undersøke',
  measure: 'Sette inn tiltak',
  document: 'Dokumentere',
};

const STATUSES = {
  received: 'Mottatt',
  investigated: 'Undersøkes',
  planned: 'Har aktivitetsplan',
  watched: 'Følges med på etter planen',
  closed: 'Avsluttet',
  duplicate: 'Slått sammen med en annen sak',
};

const ROLES = {
  employee: 'ansatt',
  contactTeacher: 'kontaktlærer',
  teacher: 'lærer',
  assistant: 'assistent',
  gradeLeader: 'trinnleder',
  departmentHead: 'avdelingsleder',
  inspector: 'inspektør',
  socialTeacher: 'sosiallærer',
  counsellor: 'rådgiver',
  environmentTeam: 'miljøteam',
  nurse: 'helsesykepleier',
  office: 'kontor',
  principal: 'rektor',
  deputyPrincipal: 'assisterende rektor',
  kindergartenHead: 'styrer',
  pedagogicalLeader: 'pedagogisk leder',
  owner: 'skoleeier',
  ownerAdviser: 'rådgiver hos skoleeier',
  assistanceTeam: 'bistandsteam',
  psychologicalService: 'PP-tjenesten',
  privacyOfficer: 'personvernombud',
};

const WAYS = {
  talk: 'Samtale',
  observation: 'Observasjon',
  written: 'Skriftlig',
  withGuardian: 'Sammen med foresatt',
  declined: 'Ville ikke snakke',
};

const time = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' });
const date = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeZone: 'Europe/Oslo' });

const first = (...values) => values.find(value => value !== undefined && value !== null && value !== '');
const word = (words, code) => (code ? (words[code] ?? words[String(code).toLowerCase()] ?? String(code)) : '');
const list = value => (Array.isArray(value) ? value : []);

const when = value => {
  const moment = new Date(value);
  if (!value || Number.isNaN(moment.getTime())) return value ? String(value) : '';
  return /T/.test(String(value)) ? time.format(moment) : date.format(moment);
};

// Whatever people wrote becomes text nodes, never markup.
const element = (name, ...content) => {
  const made = document.createElement(name);
  made.append(...content.filter(part => part !== '' && part !== null && part !== undefined));
  return made;
};

const person = value => (value && typeof value === 'object' ? first(value.name, value.label, value.id, '') : (value ?? ''));

const section = (title, ...content) => {
  const made = element('section', element('h3', title), ...content);
  made.setAttribute('aria-label', title);
  return made;
};

const facts = pairs => {
  const made = element('dl');
  pairs
    .filter(([, value]) => first(value) !== undefined)
    .forEach(([name, value]) => made.append(element('dt', name), element('dd', value)));
  return made;
};

const table = (caption, heads, rows) => {
  const cells = row => element('tr', ...row.map((cell, i) => element(i ? 'td' : 'th', cell)));
  const made = element('table', element('caption', caption), element('thead', element('tr', ...heads.map(head => element('th', head)))));
  made.append(element('tbody', ...rows.map(cells)));
  made.querySelectorAll('thead th').forEach(head => (head.scope = 'col'));
  made.querySelectorAll('tbody th').forEach(head => (head.scope = 'row'));
  return made;
};

const evidence = shown => (typeof shown === 'number' ? (shown === 1 ? '1 punkt' : `${shown} punkter`) : (shown ?? ''));

const dutyRow = row => {
  const at = first(row.firstAt, row.at, row.writtenAt);
  const state = row.late ? 'For sent' : at ? 'Gjort' : first(row.state, row.status, 'Gjenstår');
  return [
    first(row.label, word(DUTIES, first(row.duty, row.code))),
    state,
    when(at),
    person(first(row.by, row.actor)),
    evidence(row.evidence),
  ];
};

const logEntry = entry => {
  const heading = element('strong', first(entry.what, entry.title, 'Notat'));
  const by = [when(first(entry.happenedAt, entry.writtenAt, entry.at)), entry.actor === 'tolv' ? 'Tolv' : person(first(entry.actor, entry.by)), word(ROLES, entry.role)];
  const made = element('li', heading, element('div', by.filter(Boolean).join(' · ')));
  if (entry.text) made.append(element('p', entry.text));
  if (entry.corrects) made.append(element('p', `Retter punkt ${entry.corrects}.`));
  return made;
};

const hearing = row => {
  const way = row.declined ? WAYS.declined : word(WAYS, row.how);
  const made = element('li', element('strong', [when(row.heardOn), way].filter(Boolean).join(' · ')));
  if (row.statement) made.append(element('blockquote', row.statement));
  if (typeof row.safe === 'boolean') made.append(element('p', `Trygt og godt: ${row.safe ? 'ja' : 'nei'}`));
  if (row.weighed) made.append(element('p', `Hvordan synet er vektlagt: ${row.weighed}`));
  return made;
};

const show = file => {
  const summary = file.case ?? file.caseFile ?? file;
  const duties = list(first(file.duties, file.dutyLedger, file.ledger));
  const hearings = list(file.hearings);
  const log = list(first(file.log, file.entries));
  const parts = [
    section(
      `Sak ${first(summary.caseNumber, '')}`,
      facts([
        ['Status', first(summary.statusText, word(STATUSES, summary.status))],
        ['Elev', summary.pupilName],
        ['Opprettet', when(summary.openedAt)],
        ['Meldt til rektor', when(summary.raisedWithPrincipalAt)],
        ['Fem arbeidsdager er gått', when(summary.wallAt)],
        ['Runde', first(summary.round, '')],
      ])
    ),
  ];
  if (duties.length) {
    parts.push(section('Pliktene', table('Pliktene etter opplæringslova § 12-4', ['Plikt', 'Status', 'Første gang', 'Hvem', 'I loggen'], duties.map(dutyRow))));
  }
  if (hearings.length) parts.push(section('Eleven er hørt', element('ul', ...hearings.map(hearing))));
  if (log.length) parts.push(section('Logg', element('ol', ...log.map(logEntry))));
  return parts;
};

const read = async address => {
  const answer = await fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) throw answer;
  return answer.json();
};

const load = async (api, taskId) => {
  const variable = await read(`${api.engineApi}/task/${encodeURIComponent(taskId)}/variables/caseNumber`);
  return show(await read(cases + encodeURIComponent(variable.value)));
};

const render = async (node, { api, taskId }) => {
  const place = element('div', element('p', 'Henter saken …'));
  place.className = 'tolv-case';
  place.setAttribute('aria-live', 'polite');
  node.replaceChildren(place);
  const parts = await load(api, taskId).catch(problem => [
    element('p', problem.status === 404 ? 'Oppgaven hører ikke til en sak du kan åpne.' : 'Saken kan ikke hentes nå. Last siden på nytt.'),
  ]);
  place.replaceChildren(...parts);
};

/** The tab «Saken» beside a task's form: where the case stands, what has been done and what the pupil has said. */
export default { id: 'tolv-case', pluginPoint: 'tasklist.task.detail', priority: 500, properties: { label: 'Saken' }, render };
