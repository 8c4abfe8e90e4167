package no.tolv.robust.outage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the database, what was promised and what arrived by mail against each other; knows nothing of Tolv's code. */
class Checker {

    /** How many were looked at, and those that are not as they should be. */
    record Finding(String what, long looked, Collection<String> wrong) {

        @Override
        public String toString() {
            return "%6d of %6d %s%s".formatted(wrong.size(), looked, what, wrong.isEmpty() ? "" : " " + wrong);
        }
    }

    private final JdbcClient database;
    private final Ledger ledger;
    private final List<String> mailbox;
    private final List<Finding> findings = new ArrayList<>();

    /** @param mailbox the Message-ID of each mail that has arrived */
    Checker(JdbcClient database, Ledger ledger, List<String> mailbox) {
        this.database = database;
        this.ledger = ledger;
        this.mailbox = mailbox;
    }

    List<Finding> findings() {
        tokens();
        reports();
        completions();
        timers();
        mails();
        logs();
        return findings;
    }

    private void tokens() {
        String waitsForSomething = """
                and not exists (select 1 from act_ru_task t where t.execution_id_ = e.id_)
                and not exists (select 1 from act_ru_job j where j.execution_id_ = e.id_)
                and not exists (select 1 from act_ru_event_subscr s where s.execution_id_ = e.id_)
                and not exists (select 1 from act_ru_incident i where i.execution_id_ = e.id_)
                """;
        find(
                "tokens with no task, job, event or incident",
                "select id_ from act_ru_execution",
                """
                select e.id_ from act_ru_execution e where e.is_active_ and act_id_ is not null
                and not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_ or c.super_exec_ = e.id_)
                """ + waitsForSomething);
        find("instances with nothing in them", "select id_ from act_ru_execution where parent_id_ is null", """
                select p.id_ from act_ru_execution p where p.parent_id_ is null
                and not exists (select 1 from act_ru_execution e where e.root_proc_inst_id_ = p.root_proc_inst_id_
                  and (exists (select 1 from act_ru_task t where t.execution_id_ = e.id_)
                    or exists (select 1 from act_ru_job j where j.execution_id_ = e.id_)))
                """);
        find("jobs that have used up their tries", "select id_ from act_ru_job", """
                select id_ from act_ru_job where retries_ = 0
                """);
        find("jobs held longer than their lock and a minute", "select id_ from act_ru_job", """
                select id_ from act_ru_job where lock_exp_time_ < (now() at time zone 'UTC') - interval '60 seconds'
                """);
        find(
                "diagrams and tables deployed more than once",
                """
                select key_ from act_re_procdef union all select key_ from act_re_decision_def
                """,
                "select key_ from act_re_procdef where version_ > 1"
                        + " union all select key_ from act_re_decision_def where version_ > 1");
    }

    private void reports() {
        List<String> cases = list("select case_number from case_file");
        find("acknowledged reports that share a case", ledger.reportedCases(), duplicates(ledger.reportedCases()));
        find("acknowledged reports without a case", ledger.reportedCases(), without(ledger.reportedCases(), cases));
        int unknown = cases.size() - ledger.reportedCases().size() - ledger.unansweredReports();
        find("cases nobody has reported", cases, unknown > 0 ? List.of("" + unknown) : List.of());
        find("cases without exactly one process", "select case_number from case_file", """
                select c.case_number from case_file c where 1 <> (select count(*) from act_hi_procinst p
                  where p.business_key_ = c.case_number and p.proc_def_key_ = 'activityDuty')
                """);
        find("cases without exactly one report", "select case_number from case_file", """
                select c.case_number from case_file c where 1 <> (select count(*) from task_record r
                  where r.case_number = c.case_number and r.form = 'reportConcern')
                """);
    }

    private void completions() {
        List<String> recorded = list("select task from task_record where task is not null");
        find("completions told to two", List.copyOf(ledger.completed), duplicates(List.copyOf(ledger.completed)));
        find("acknowledged completions not recorded", ledger.completed, without(ledger.completed, recorded));
        find("tasks said to be done that are not", ledger.toldDone, without(ledger.toldDone, recorded));
        find("tasks recorded twice", recorded, duplicates(recorded));
        find("completed tasks without exactly one record", """
                select id_ from act_hi_taskinst where delete_reason_ = 'completed'
                """, """
                select t.id_ from act_hi_taskinst t where t.delete_reason_ = 'completed'
                  and 1 <> (select count(*) from task_record r where r.task = t.id_)
                """);
        find("recorded tasks that are still open", recorded, list("""
                select r.task from task_record r join act_ru_task t on t.id_ = r.task
                """));
        find("steps with two tasks in one round", "select id_ from act_hi_taskinst", """
                select t.task_def_key_ from act_hi_taskinst t where t.task_def_key_ <> 'userTask_hearOtherPupil'
                  group by t.root_proc_inst_id_, t.task_def_key_ having count(*) > 1
                """);
    }

    /** Nothing is due before the run is over: each open task waits for its reminder and its escalation. */
    private void timers() {
        String timer = """
                select t.id_ from act_ru_task t where 1 <> (select count(*) from act_ru_job j
                  where j.process_instance_id_ = t.proc_inst_id_
                    and j.handler_cfg_ like 'event_' || substring(t.task_def_key_ from 10) || '%s')
                """;
        find("open tasks without one reminder", "select id_ from act_ru_task", timer.formatted("Reminder%"));
        find("open tasks without one escalation", "select id_ from act_ru_task", timer.formatted("Escalation%"));
        find("open cases without their wall", """
                select business_key_ from act_ru_execution where parent_id_ is null and business_key_ is not null
                """, """
                select p.business_key_ from act_ru_execution p join act_re_procdef d on d.id_ = p.proc_def_id_
                  where p.parent_id_ is null and d.key_ = 'activityDuty' and 1 <> (select count(*) from act_ru_job j
                    where j.process_instance_id_ = p.id_ and j.handler_type_ = 'timer-start-event-subprocess')
                """);
    }

    private void mails() {
        String id = "'<' || encode(sha256(convert_to(mail_key, 'UTF8')), 'hex') || '@tolv>'";
        List<String> sent = list("select " + id + " from outbox where status = 'sent'");
        find("mails sent that have not arrived", sent, without(sent, mailbox));
        find(
                "mails that have arrived and are not known",
                mailbox,
                without(mailbox, list("select " + id + " from outbox")));
        find("mails neither sent, waiting their turn nor blocked for a reason", "select mail_key from outbox", """
                select mail_key from outbox where status = 'blocked' and block_code is null
                  or status = 'waiting' and due_at < now() - interval '60 seconds'
                """);
        find("things told twice to the same", "select mail_key from outbox", """
                select case_number || recipient || template from outbox
                  where template not in ('taskReminder', 'taskEscalated')
                  group by case_number, recipient, template, unit, split_part(mail_key, ':', 3) having count(*) > 1
                """);
    }

    private void logs() {
        find("logs with a gap", "select case_number from case_file", """
                select c.case_number from case_file c left join log_entry e on e.case_number = c.case_number
                  group by c.case_number, c.log_sequence
                  having count(*) <> c.log_sequence or max(e.entry_sequence) <> c.log_sequence
                """);
        find("records without exactly one log entry", "select form from task_record where task is not null", """
                select r.case_number || ' ' || r.form from task_record r where r.task is not null
                  group by r.case_number, r.form having count(*) <> (select count(*) from log_entry e
                    where e.case_number = r.case_number and e.element = 'userTask_' || r.form)
                """);
        find("cases whose report is not in the log", "select case_number from case_file", """
                select c.case_number from case_file c where 1 <> (select count(*) from log_entry e
                  where e.case_number = c.case_number and e.element = 'startEvent_concernReported')
                """);
    }

    private void find(String what, String looked, String wrong) {
        find(what, list(looked), list(wrong));
    }

    private void find(String what, Collection<String> looked, Collection<String> wrong) {
        findings.add(new Finding(what, looked.size(), wrong));
    }

    private List<String> list(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    private static Set<String> without(Collection<String> promised, Collection<String> there) {
        Set<String> missing = new TreeSet<>(promised);
        missing.removeAll(new HashSet<>(there));
        return missing;
    }

    static Set<String> duplicates(Collection<String> all) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        all.stream().filter(one -> !seen.add(one)).forEach(twice::add);
        return twice;
    }
}
