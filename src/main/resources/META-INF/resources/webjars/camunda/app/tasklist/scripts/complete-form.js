import { onSessionEnd } from './session-end.js';

// form-js 1.8 leaves an empty error behind after any edit inside a dynamic list, and Tasklist counts errors instead of
// looking at them: «Fullfør» would stay closed. We keep the button open; an invalid form still stops at the click,
// shows what is wrong beside each field, and brings the first of them into view.
const INCOMPLETE = {
  message: 'Noe mangler eller er feil i skjemaet. Se de røde merknadene, rett dem og prøv igjen.',
};

const NOT_SENT = { message: 'Skjemaet er ikke sendt, fordi du er logget ut.' };

const COMPLETED = { status: 'Oppgaven er fullført.', duration: 6000 };

const isFieldErrors = error => error && !(error instanceof Error) && !error.message && !error.status;

// Focus would unfold a list or a calendar over the very message that is to be read: those are only brought into view.
const QUIET = 'textarea, [type=radio], [type=checkbox], .fjs-form-field-textfield input, .fjs-form-field-number input';

const showFirstError = form => {
  const field = form.querySelector('.fjs-form-field-error')?.closest('.fjs-form-field');
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector(QUIET)?.focus();
};

// A text travels to the form a moment after the last key, or when its field is left. Ctrl+Enter comes before both.
const takeWhatIsTyped = form => form.contains(document.activeElement) && document.activeElement.blur();

const withOpenButton = (controller, form, notifications, scope) =>
  Object.assign(Object.create(controller), {
    notifyFormValidated: () => controller.notifyFormValidated(false),
    registerSaveHandler: () => {},
    registerCompletionHandler: complete =>
      controller.registerCompletionHandler(answer => {
        takeWhatIsTyped(form);
        notifications.clearAll();
        const endedBefore = onSessionEnd(() => scope.$evalAsync(() => answer(NOT_SENT)));
        return complete((error, result) => {
          if (endedBefore()) return;
          if (isFieldErrors(error)) setTimeout(() => showFirstError(form));
          else if (!error && controller.getParams().taskId) notifications.addMessage({ ...COMPLETED });
          return answer(isFieldErrors(error) ? INCOMPLETE : error, result);
        });
      }),
  });

const decorate = ($delegate, notifications) => {
  const [directive] = $delegate;
  const { link } = directive;
  directive.compile = () => (scope, element, attributes, controller) =>
    link(scope, element, attributes, withOpenButton(controller, element[0], notifications, scope));
  return $delegate;
};

window.angular
  .module('cam.tasklist.form')
  .decorator('camTasklistFormCamundaDirective', ['$delegate', 'Notifications', decorate]);
