// A web app's own way out ends our session only; our own page also ends the identity provider's, and those on other machines.
document.addEventListener(
  'click',
  click => {
    if (!click.target.closest('.account .logout a')) return;
    click.preventDefault();
    click.stopImmediatePropagation();
    window.location.assign('/logg-ut');
  },
  true
);
