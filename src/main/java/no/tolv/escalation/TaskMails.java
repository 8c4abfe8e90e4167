package no.tolv.escalation;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import no.tolv.casefile.Exclusions;
import no.tolv.engine.time.WaitingTasks.WaitingTask;
import no.tolv.letter.Outbox;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Role;
import no.tolv.organisation.Staff;
import org.springframework.stereotype.Component;

/** Mails about a task that waits: the mail says that there is one, never which. */
@Component
class TaskMails {

    private final Outbox outbox;
    private final Organisation organisation;
    private final Exclusions exclusions;

    TaskMails(Outbox outbox, Organisation organisation, Exclusions exclusions) {
        this.outbox = outbox;
        this.organisation = organisation;
        this.exclusions = exclusions;
    }

    void put(String caseNumber, String unit, WaitingTask task, String template, Collection<String> staff) {
        outbox.put(staff.stream()
                .map(person -> new Outbox.Mail(
                        template + ":" + task.id() + ":" + person, caseNumber, person, false, template, unit))
                .toList());
    }

    /** The one who has taken the task, or all who may take it, without those who are shut out of the case. */
    Set<String> owners(String caseNumber, WaitingTask task) {
        Set<String> owners = new TreeSet<>(task.users());
        task.groups().forEach(group -> owners.addAll(members(group)));
        owners.removeAll(exclusions.of(caseNumber));
        return owners;
    }

    private Collection<String> members(String group) {
        int dot = group.indexOf('.');
        return organisation.inRole(group.substring(0, dot), Role.of(group.substring(dot + 1))).stream()
                .map(Staff::id)
                .toList();
    }
}
