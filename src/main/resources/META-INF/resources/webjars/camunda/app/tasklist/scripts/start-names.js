// A process is called what it is for those who run it; whoever starts one looks for what they are going to do.
const TO_DO = {
  'Aktivitetsplikt (§ 12-4)': 'Meld en bekymring om en elev',
  'Hendelse i en sak': 'Registrer en hendelse i en sak',
};

const rename = link => {
  const todo = TO_DO[link.textContent.trim()];
  if (todo) link.textContent = todo;
};

new MutationObserver(() => document.querySelectorAll('ul.processes a').forEach(rename)).observe(document.documentElement, {
  childList: true,
  subtree: true,
  characterData: true,
});
