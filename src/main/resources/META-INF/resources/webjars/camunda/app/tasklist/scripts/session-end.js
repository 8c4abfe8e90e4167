// A session that ends must not take a half-written form with it: Tasklist would leave the page for a login form of its
// own, which our door does not serve. The page stays as it is, and one logs in beside it, in a new tab.
const ENDED = 'tolv-session-ended';
const SELF = '/camunda/api/admin/auth/user/default';

const wayIn = document.createElement('a');
wayIn.href = '/login';
wayIn.target = '_blank';
wayIn.textContent = 'Logg inn i en ny fane';

const sign = document.createElement('div');
sign.className = 'tolv-session-ended';
sign.setAttribute('role', 'alert');
sign.append(
  'Du er logget ut, men det du har skrevet, står her fortsatt. ',
  wayIn,
  ', kom tilbake hit og send inn på nytt.'
);

const takeDownWhenBack = async () => {
  if (!sign.isConnected) return;
  const answer = await fetch(SELF, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  if (answer.ok) sign.remove();
};

const showSign = () => {
  if (!sign.isConnected) document.body.prepend(sign);
  window.dispatchEvent(new Event(ENDED));
};

const stay = root => {
  const tell = root.$broadcast;
  let who = null;
  const ended = () => {
    root.authentication = who;
    showSign();
  };
  root.$broadcast = function (name, value) {
    if (name === 'authentication.changed' && !value) return { defaultPrevented: true };
    if (name === 'authentication.login.required') return ended();
    if (name === 'authentication.logout.success') return window.location.assign('/login?ute');
    if (name === 'authentication.changed') who = value;
    return tell.apply(this, arguments);
  };
  return root;
};

window.addEventListener('focus', takeDownWhenBack);
document.addEventListener('visibilitychange', takeDownWhenBack);
window.angular.module('cam.tasklist').decorator('$rootScope', ['$delegate', stay]);

/** Calls back if the session ends before the returned function is called, which tells whether it has. */
export const onSessionEnd = callback => {
  let ended = false;
  const end = () => {
    ended = true;
    callback();
  };
  window.addEventListener(ENDED, end, { once: true });
  return () => {
    window.removeEventListener(ENDED, end);
    return ended;
  };
};
