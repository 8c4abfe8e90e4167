package no.tolv.escalation;

import static no.tolv.engine.variable.ActivityDutyVariables.SUSPECT;
import static no.tolv.engine.variable.ActivityPlanVariables.EXTENSIONS;
import static no.tolv.engine.variable.ActivityPlanVariables.PLAN_VERSION;
import static no.tolv.engine.variable.CommonVariables.CASE_NUMBER;
import static no.tolv.engine.variable.CommonVariables.UNIT;
import static no.tolv.engine.variable.OwnerNoticeVariables.NOTICE_EVENT;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseFiles;
import no.tolv.engine.Processes;
import no.tolv.engine.Step;
import no.tolv.organisation.Role;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells those the {@code noticeRules} table names that something has happened (§ 12-4 second paragraph, § 12-5). */
@Component
class ReleaseNotices implements JavaDelegate {

    private final NoticeRules rules;
    private final Notices notices;
    private final NoticeMails mails;
    private final RoleHolders holders;
    private final CaseFiles cases;
    private final Processes processes;
    private final SystemLog log;

    ReleaseNotices(
            NoticeRules rules,
            Notices notices,
            NoticeMails mails,
            RoleHolders holders,
            CaseFiles cases,
            Processes processes,
            SystemLog log) {
        this.rules = rules;
        this.notices = notices;
        this.mails = mails;
        this.holders = holders;
        this.cases = cases;
        this.processes = processes;
        this.log = log;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String event = event(execution);
        int occurrence = "planExtended".equals(event) ? EXTENSIONS.from(execution) : 1;
        for (NoticeRules.Rule rule : rules.of(UNIT.from(execution), event, occurrence)) {
            release(Step.of(execution), notice(execution, event, occurrence, rule), rule.receipt());
        }
    }

    /**
     * A report against somebody who works at the school goes to the principal and the owner with the report itself, and
     * not to the colleagues who are told of other reports (§ 12-5, HJE-58).
     */
    private static String event(DelegateExecution execution) {
        String event = NOTICE_EVENT.from(execution);
        String suspect = SUSPECT.in(execution).orElse("");
        return "reported".equals(event) && Set.of("employee", "leader").contains(suspect)
                ? suspect + "Suspected"
                : event;
    }

    private Notice notice(DelegateExecution execution, String event, int occurrence, NoticeRules.Rule rule) {
        CaseFile file = cases.lock(CASE_NUMBER.from(execution));
        // Each version of a plan is told of once (NIT-80).
        int time = "planMade".equals(event) ? PLAN_VERSION.in(execution).orElse(1) : occurrence;
        String unit = unit(UNIT.from(execution), rule.recipient());
        String id = UUID.randomUUID().toString();
        return new Notice(id, file.caseNumber(), file.round(), event, time, rule.recipient(), unit, rule.content());
    }

    private String unit(String unit, String recipient) {
        return Notice.GUARDIANS.equals(recipient) ? unit : holders.unitOf(unit, Role.of(recipient));
    }

    private void release(Step step, Notice notice, boolean receipt) {
        if (!notices.add(notice)) {
            return;
        }
        if (receipt) {
            askForReceipt(notice);
            log.write(notice.caseNumber(), step, Wording.heading(notice), "Mottakeren skal bekrefte varselet.");
        } else {
            log.told(notice.caseNumber(), step, Wording.heading(notice), mails.put(notice));
        }
    }

    private void askForReceipt(Notice notice) {
        String owner = holders.owner(notice.unit());
        processes.start(
                "ownerNotice",
                notice.caseNumber(),
                owner,
                Map.of(
                        "caseNumber", notice.caseNumber(),
                        "unit", owner,
                        "notice", notice.id(),
                        "noticeEvent", notice.event(),
                        "noticeContent", notice.content()));
    }
}
