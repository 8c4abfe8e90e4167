package no.tolv.engine.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.form.contract.FormContract;
import no.tolv.engine.variable.ProcessVariables;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What happens between a click on «Fullfør» and the engine's next step. */
@Component
public class TaskForms {

    private final CommandExecutor engine;
    private final IdentityService identity;
    private final Forms forms;
    private final Contents contents;
    private final CaseRecord record;
    private final DoneTasks done;

    TaskForms(
            @Lazy CommandExecutor engine,
            @Lazy IdentityService identity,
            Forms forms,
            Contents contents,
            CaseRecord record,
            DoneTasks done) {
        this.engine = engine;
        this.identity = identity;
        this.forms = forms;
        this.contents = contents;
        this.record = record;
        this.done = done;
    }

    /**
     * Holds the case, checks the answers, writes them into the case, lets the feature act on them and completes the task,
     * in one engine command so that nothing is read twice. The command begins when the case is held: whoever is let in,
     * is let in as things stand then. To be called in a transaction.
     *
     * @param completion completes the task with the declared variables
     * @throws FormRejected when the answers are not accepted
     * @throws AlreadyCompleted when somebody was faster
     * @throws TaskMissing when the task is not there, or not for the caller
     */
    public <T> T complete(String id, Map<String, ?> sent, Function<Map<String, Object>, T> completion) {
        caseOf(id).ifPresent(record::lock);
        return engine.execute(context -> completion.apply(accept(id, sent)));
    }

    /** Another may complete the task in the middle of the reading. */
    private Optional<String> caseOf(String id) {
        try {
            return engine.execute(new CaseOfTask(id)).orElseThrow(() -> done.whyMissing(id));
        } catch (ProcessEngineException | NullPointerException halfRead) {
            throw done.whyMissing(id) instanceof AlreadyCompleted already ? already : halfRead;
        }
    }

    private Map<String, Object> accept(String id, Map<String, ?> sent) {
        OpenTask task = engine.execute(ReadTask.toWork(id)).orElseThrow(AlreadyCompleted::new);
        return accept(task, Incoming.plain(sent));
    }

    private Map<String, Object> accept(OpenTask task, Map<String, Object> sent) {
        FormContract form = forms.ofTask(task.id());
        FormReader reader = task.reader(caller());
        Map<String, Map<String, String>> choices = contents.choices(task.form(), reader);
        FormContract.Checked checked = form.check(sent, known(task, reader), choices);
        if (!checked.faults().isEmpty()) {
            throw new FormRejected(checked.faults());
        }
        Map<String, Object> variables = contents.outcome(task.submission(caller(), checked.answers()));
        record.write(task, caller(), checked.answers(), form.text(checked.answers(), choices));
        return ProcessVariables.checked(task.process(), variables);
    }

    private Map<String, Object> known(OpenTask task, FormReader reader) {
        Map<String, Object> known = new HashMap<>(task.variables());
        known.putAll(contents.values(task.form(), reader));
        return known;
    }

    /** What the task's form shows before it is filled in. */
    public Map<String, Object> values(String id) {
        return readable(id)
                .map(task -> contents.values(task.form(), task.reader(caller())))
                .orElse(Map.of());
    }

    /** The task's form as the browser gets it. */
    public Optional<String> shown(String id) {
        return readable(id)
                .map(task -> forms.ofTask(id).shown(contents.choices(task.form(), task.reader(caller())), Map.of()));
    }

    private Optional<OpenTask> readable(String id) {
        return engine.execute(ReadTask.toRead(id));
    }

    public String caller() {
        Authentication caller = identity.getCurrentAuthentication();
        return caller == null ? null : caller.getUserId();
    }
}
