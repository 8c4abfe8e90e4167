// Tasklist keeps half-written forms in the browser. School computers are shared: nothing about a pupil may stay there.
const isDraft = key => String(key).startsWith('camunda-form:');

Object.keys(localStorage).filter(isDraft).forEach(key => localStorage.removeItem(key));

const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!isDraft(key)) write.call(this, key, value);
};
