// The server answers in Norwegian; Camunda wraps the sentence in English. What was not meant for people is replaced.
const WRAPPINGS = [
  /^<[a-z-]+> <- /,
  /^Cannot [a-z ]+ [^\s:]+: /,
  /^Cannot [a-z ]+: /,
  /^ENGINE-\d+ /,
  /^There was an exception while invoking the (?:Task|Execution)Listener\. Message: '/,
  /^Exception while invoking (?:Task|Execution)Listener: /,
];
const FOREIGN = /ENGINE-\d+|Exception|\bCannot\b/;
const UNKNOWN = 'Det oppsto en feil på serveren. Prøv igjen, eller si fra til den som drifter Tolv.';

const unwrap = message => {
  const bare = WRAPPINGS.reduce((text, wrapping) => text.replace(wrapping, ''), message);
  return WRAPPINGS.some(wrapping => wrapping.test(message)) ? bare.replace(/'$/, '') : bare;
};

const readable = message => {
  if (!message) return message;
  const sentence = unwrap(String(message));
  return FOREIGN.test(sentence) ? UNKNOWN : sentence;
};

const decorate = notifications => {
  const show = notifications.addError;
  notifications.addError = function (error) {
    const said = error.message && error.status === error.message;
    error.status = said ? readable(error.status) : error.status;
    error.message = said ? undefined : readable(error.message);
    return show.call(this, error);
  };
  return notifications;
};

window.angular.module('cam.tasklist').decorator('Notifications', ['$delegate', decorate]);
