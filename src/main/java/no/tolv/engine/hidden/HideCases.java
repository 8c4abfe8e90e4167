package no.tolv.engine.hidden;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Exclusions;
import no.tolv.engine.AsSystem;
import no.tolv.engine.role.OpenTasks;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes a case's tasks and instances to those who may not know of it: in the transaction of the exclusion, in that of
 * every instance that starts later, and when the roster has changed who leads what.
 */
@Component
class HideCases implements SmartInitializingSingleton {

    private final Watchers watchers;
    private final Revocations revocations;
    private final OpenTasks openTasks;
    private final CaseFiles cases;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final TransactionTemplate transaction;

    HideCases(
            Watchers watchers,
            Revocations revocations,
            OpenTasks openTasks,
            CaseFiles cases,
            @Lazy RuntimeService runtime,
            @Lazy IdentityService identity,
            PlatformTransactionManager transactions) {
        this.watchers = watchers;
        this.revocations = revocations;
        this.openTasks = openTasks;
        this.cases = cases;
        this.runtime = runtime;
        this.identity = identity;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws no.tolv.engine.role.NobodyLeft when a task would be left with nobody; nobody is excluded then */
    @EventListener
    void excluded(Exclusions.Added exclusion) {
        cases.lockIfThere(exclusion.caseNumber());
        openTasks.resolveAgain(exclusion.caseNumber());
        hide(exclusion.caseNumber());
    }

    /** Hides an instance that starts; the case is held, so that nobody is excluded unseen meanwhile. */
    void started(String instance, String caseNumber) {
        cases.lockIfThere(caseNumber);
        Set<String> barred = watchers.barredFrom(caseNumber);
        if (!barred.isEmpty()) {
            revocations.align(instance, barred);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        Stream.concat(watchers.casesToCheck(), alreadyHidden())
                .distinct()
                .forEach(caseNumber -> transaction.executeWithoutResult(status -> {
                    cases.lockIfThere(caseNumber);
                    hide(caseNumber);
                }));
    }

    private Stream<String> alreadyHidden() {
        Set<String> instances = revocations.instances();
        return instances.isEmpty()
                ? Stream.of()
                : AsSystem.run(
                        identity,
                        () -> runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                                .map(ProcessInstance::getBusinessKey)
                                .filter(Objects::nonNull));
    }

    private void hide(String caseNumber) {
        Set<String> barred = watchers.barredFrom(caseNumber);
        AsSystem.run(
                        identity,
                        () -> runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(caseNumber)
                                .list())
                .forEach(instance -> revocations.align(instance.getId(), barred));
    }
}
