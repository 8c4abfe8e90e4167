// The page works without this file. With it: leaving replaces the page in the browser's history, one click sends once,
// what is typed survives a lost network, and the code's address is forgotten.
'use strict';

for (const leave of document.querySelectorAll('[data-leave]')) {
  leave.addEventListener('click', event => {
    event.preventDefault();
    document.querySelectorAll('form').forEach(form => form.reset());
    document.body.hidden = true;
    location.replace(leave.href);
  });
}

for (const form of document.querySelectorAll('form[data-offline]')) {
  const button = form.querySelector('button[type=submit]');
  let sending = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (sending) {
      return;
    }
    sending = true;
    button.setAttribute('aria-disabled', 'true');
    fetch('/meld', { method: 'HEAD', cache: 'no-store' }).then(() => form.submit(), () => {
      sending = false;
      button.removeAttribute('aria-disabled');
      notSent(form, form.dataset.offline);
    });
  });
}

function notSent(form, sentence) {
  const old = document.getElementById('offline');
  const told = old || document.createElement('p');
  told.id = 'offline';
  told.className = 'errors';
  told.tabIndex = -1;
  told.setAttribute('role', 'alert');
  told.textContent = sentence;
  form.querySelector('button[type=submit]').before(told);
  told.focus();
}

for (const print of document.querySelectorAll('[data-print]')) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

if (location.pathname === '/meld/sendt') {
  history.replaceState(null, '', '/meld/sendt' + location.search.replace(/vis=[0-9a-f]*&?/, ''));
}

// A page the browser has kept alive shows what was typed: fetch an empty one instead.
window.addEventListener('pageshow', event => {
  if (event.persisted) {
    location.reload();
  }
});
