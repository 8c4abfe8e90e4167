package no.tolv.engine.form;

import java.util.Map;
import no.tolv.engine.AsSystem;
import no.tolv.engine.CaseStart;
import no.tolv.engine.FormReader;
import no.tolv.engine.FormRejected;
import no.tolv.engine.Processes;
import no.tolv.engine.Submission;
import no.tolv.engine.form.contract.FormContract;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts processes from their start forms: from Tasklist, and from outside the engine's web apps. */
@Component
public class StartForms {

    private final CommandExecutor engine;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final Forms forms;
    private final Contents contents;
    private final CaseRecord record;
    private final Processes processes;

    StartForms(
            @Lazy CommandExecutor engine,
            @Lazy IdentityService identity,
            @Lazy RepositoryService repository,
            Forms forms,
            Contents contents,
            CaseRecord record,
            Processes processes) {
        this.engine = engine;
        this.identity = identity;
        this.repository = repository;
        this.forms = forms;
        this.contents = contents;
        this.record = record;
        this.processes = processes;
    }

    /**
     * Fills in a process's start form and starts the process.
     *
     * @param answers by field key: text, numbers, booleans, lists and maps
     * @param actor staff id, or null for a reporter who is not logged in
     * @return the case number
     * @throws FormRejected when the answers are not accepted
     */
    @Transactional
    public String submit(String process, Map<String, Object> answers, String actor) {
        return AsSystem.run(identity, () -> {
            CaseStart.Start start = accept(newest(process), answers, actor);
            processes.start(process, start.caseNumber(), start.tenant(), start.variables());
            return start.caseNumber();
        });
    }

    private String newest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** Checks and writes down what a start form says; the process is still to be started. */
    public CaseStart.Start accept(String definition, Map<String, ?> sent, String actor) {
        StartForm start = engine.execute(new ReadStartForm(definition));
        FormContract form = forms.ofStart(definition);
        FormReader reader = reader(actor);
        Map<String, Map<String, String>> choices = contents.choices(start.form(), reader);
        FormContract.Checked checked = form.check(Incoming.plain(sent), contents.values(start.form(), reader), choices);
        if (!checked.faults().isEmpty()) {
            throw new FormRejected(checked.faults());
        }
        CaseStart.Start accepted = contents.start(start.form())
                .accept(new Submission(start.form(), null, null, null, actor, checked.answers(), Map.of()));
        record.lock(accepted.caseNumber());
        record.writeStart(
                accepted.caseNumber(),
                accepted.tenant(),
                start,
                actor,
                checked.answers(),
                form.text(checked.answers(), choices));
        return new CaseStart.Start(
                accepted.caseNumber(),
                accepted.tenant(),
                processes.startVariables(accepted.caseNumber(), accepted.tenant(), accepted.variables()));
    }

    /** The start form as the browser gets it. */
    public String shown(String definition, String person) {
        String form = engine.execute(new ReadStartForm(definition)).form();
        return forms.ofStart(definition)
                .shown(contents.choices(form, reader(person)), contents.values(form, reader(person)));
    }

    private static FormReader reader(String person) {
        return new FormReader(null, null, null, person, Map.of());
    }
}
