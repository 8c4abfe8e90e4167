const app = document.querySelector('base').getAttribute('app-root');
const site = app.replace(/\/camunda$/, '');
const cases = site + '/api/cases/';

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

const PLANS = { draft: 'Utkast', active: 'I kraft', replaced: 'Avløst', ended: 'Avsluttet' };

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

const waiting = task => {
  const holders = first(person(task.assignee), list(task.roles).map(role => word(ROLES, role)).join(', '), 'Ingen');
  return [first(task.title, task.name), holders, [when(task.dueAt), task.late ? 'over frist' : ''].filter(Boolean).join(' – ')];
};

const measure = row => {
  const period = [when(row.from), when(row.to)].filter(Boolean).join(' til ');
  const about = [person(row.responsible), period, row.statusText].filter(Boolean).join(' · ');
  return element('li', row.what ?? '', element('div', about));
};

const download = (text, documents, id) => {
  const found = documents.find(kept => kept.id === id);
  if (!found) return '';
  const link = element('a', text);
  link.href = site + found.href;
  link.download = '';
  return link;
};

const plan = documents => row => {
  const state = [`Versjon ${row.version}`, word(PLANS, row.status), row.evaluationOn ? `evalueres ${when(row.evaluationOn)}` : ''];
  const link = download(`Last ned versjon ${row.version} (PDF)`, documents, row.document);
  const made = element('li', element('strong', state.filter(Boolean).join(' · ')), element('ul', ...list(row.measures).map(measure)));
  if (link) made.append(element('p', link));
  return made;
};

const notice = row => {
  const confirmed = row.receiptAt && ['Bekreftet', when(row.receiptAt), person(row.receiptBy)].filter(Boolean).join(' · ');
  const sent = row.sentAt ? `Sendt ${when(row.sentAt)}` : `Opprettet ${when(row.createdAt)}`;
  return element('li', element('strong', row.title ?? ''), element('div', confirmed || sent));
};

const paper = documents => kept => element('li', download(kept.title, documents, kept.id), element('div', when(kept.createdAt)));

const ownTask = row => element('li', element('strong', row.title), row.dueAt ? ` · frist ${when(row.dueAt)}` : '', row.late ? ' · over frist' : '');

const ownMeasure = row => {
  const made = element('li', element('strong', row.what), element('div', [`${when(row.from)}–${when(row.to)}`, row.statusText].filter(Boolean).join(' · ')));
  if (row.effectSign) made.append(element('p', `Tegn på at det virker: ${row.effectSign}`));
  return made;
};

/** What somebody with a part in the case sees: their own tasks and measures, and what they wrote themselves. */
const ownPart = file => {
  const tasks = list(file.tasks);
  const plan = list(file.plans).reduce((newest, one) => (newest && newest.version > one.version ? newest : one), null);
  const note = element('p', 'Du ser det oppgavene dine trenger. Resten av saken er for dem som leder den.');
  return [
    section('Din del av saken', note, ...(tasks.length ? [element('ul', ...tasks.map(ownTask))] : [])),
    ...(plan ? [section('Tiltak du har ansvar for', element('ul', ...list(plan.measures).map(ownMeasure)))] : []),
  ];
};

const show = file => {
  const summary = file.case ?? file.caseFile ?? file;
  const partly = file.view === 'PART';
  const duties = list(first(file.duties, file.dutyLedger, file.ledger));
  const hearings = list(file.hearings);
  const log = list(first(file.log, file.entries));
  const tasks = list(file.tasks);
  const plans = list(file.plans);
  const notices = list(file.notices);
  const documents = list(file.documents);
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
  if (partly) parts.push(...ownPart(file));
  if (duties.length) {
    parts.push(section('Pliktene', table('Pliktene etter opplæringslova § 12-4', ['Plikt', 'Status', 'Første gang', 'Hvem', 'I loggen'], duties.map(dutyRow))));
  }
  if (!partly && tasks.length) parts.push(section('Oppgaver', table('Oppgaver som venter', ['Oppgave', 'Hvem', 'Frist'], tasks.map(waiting))));
  if (!partly && plans.length) parts.push(section('Planer', element('ul', ...plans.map(plan(documents)))));
  if (hearings.length) parts.push(section('Eleven er hørt', element('ul', ...hearings.map(hearing))));
  if (notices.length) parts.push(section('Varsler', element('ul', ...notices.map(notice))));
  if (documents.length) parts.push(section('Dokumenter', element('ul', ...documents.map(paper(documents)))));
  if (log.length) parts.push(section(partly ? 'Det du har gjort' : 'Logg', element('ol', ...log.map(logEntry))));
  return parts;
};

const ask = async address => {
  const answer = await fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) throw answer;
  return answer;
};

const read = async address => (await ask(address)).json();

/** Fetched when somebody wants to know: that they asked is noted too. */
const readers = address => {
  const button = element('button', 'Vis hvem som har lest saken');
  button.type = 'button';
  button.className = 'btn btn-default';
  const made = section('Hvem har lest saken?', button);
  made.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    const shown = await read(address)
      .then(found => element('ol', ...list(found.readings).map(row => element('li', row.sentence))))
      .catch(() => element('p', 'Listen kan ikke hentes nå. Last siden på nytt.'));
    button.replaceWith(shown);
  });
  return made;
};

const load = async (api, taskId) => {
  const variable = await read(`${api.engineApi}/task/${encodeURIComponent(taskId)}/variables/caseNumber`);
  const address = cases + encodeURIComponent(variable.value);
  const answer = await ask(address);
  const mayAsk = (answer.headers.get('Link') ?? '').includes('rel="readings"');
  return [...show(await answer.json()), ...(mayAsk ? [readers(address + '/readings')] : [])];
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
