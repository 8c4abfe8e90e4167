import './norwegian-forms.js';
import './no-drafts.js';
import './complete-form.js';
import './readable-errors.js';
import './session-end.js';
import './accessible-names.js';
import './start-names.js';
import '/assets/log-out.js';
import caseTab from './case-tab.js';

document.documentElement.lang = 'nb';

export default [caseTab];
