package no.tolv.benchmark;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what waits in a case past the engine, so that what finding costs is nobody's. */
class CaseFinder {

    private static final String OF_CASE = " in (select id_ from act_ru_execution where business_key_ = ?)";

    private final JdbcClient jdbc;

    CaseFinder(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    record Waiting(String id, String assignee) {}

    Waiting task(String caseNumber, String task) {
        return jdbc
                .sql(
                        "select id_ as id, assignee_ as assignee from act_ru_task where task_def_key_ = ? and proc_inst_id_"
                                + OF_CASE)
                .params("userTask_" + task, caseNumber)
                .query(Waiting.class)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No open task " + task + " in " + caseNumber));
    }

    /** Jobs that wait for nothing but their turn. */
    List<String> messages(String caseNumber) {
        return jdbc.sql("select id_ from act_ru_job where type_ = 'message' and process_instance_id_" + OF_CASE)
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    List<String> timers(String caseNumber, String event) {
        return jdbc.sql(
                        "select j.id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ where d.act_id_ = ? and j.process_instance_id_"
                                + OF_CASE)
                .params(event, caseNumber)
                .query(String.class)
                .list();
    }

    boolean isEnded(String caseNumber) {
        List<Map<String, Object>> open = jdbc.sql("select id_ from act_ru_execution where business_key_ = ?")
                .param(caseNumber)
                .query()
                .listOfRows();
        return open.isEmpty();
    }
}
