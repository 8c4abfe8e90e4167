package no.tolv.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies of one case that the engine itself has made, row by row, each with ids of its own (PostgreSQL). */
class Replicas {

    /** Columns that hold an id of the case's own. */
    private static final Set<String> OWN = Set.of(
            "id_",
            "parent_id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "task_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "business_key_",
            "var_scope_",
            "case_number");

    private static final String BY_PROCESS =
            "in (select proc_inst_id_ from act_hi_procinst where business_key_ = :case)";

    private static final List<Map.Entry<String, String>> TABLES = List.of(
            Map.entry("case_file", "case_number = :case"),
            Map.entry("log_entry", "case_number = :case"),
            Map.entry("task_record", "case_number = :case"),
            Map.entry("involvement", "case_number = :case"),
            Map.entry("act_ru_execution", "proc_inst_id_ " + BY_PROCESS),
            Map.entry("act_ru_task", "proc_inst_id_ " + BY_PROCESS),
            Map.entry(
                    "act_ru_identitylink",
                    "task_id_ in (select id_ from act_ru_task where proc_inst_id_ " + BY_PROCESS + ")"),
            Map.entry("act_ru_variable", "proc_inst_id_ " + BY_PROCESS),
            Map.entry("act_ru_job", "process_instance_id_ " + BY_PROCESS),
            Map.entry("act_ru_event_subscr", "proc_inst_id_ " + BY_PROCESS),
            Map.entry("act_hi_taskinst", "proc_inst_id_ " + BY_PROCESS),
            Map.entry("act_hi_actinst", "proc_inst_id_ " + BY_PROCESS),
            Map.entry("act_hi_procinst", "proc_inst_id_ " + BY_PROCESS));

    private final JdbcClient database;

    Replicas(JdbcClient database) {
        this.database = database;
    }

    void of(String caseNumber, int count) {
        TABLES.forEach(table -> copy(table.getKey(), table.getValue(), caseNumber, count));
        database.sql("analyze").update();
    }

    private void copy(String table, String rows, String caseNumber, int count) {
        List<String> columns = database.sql("select column_name from information_schema.columns"
                        + " where table_schema = 'public' and table_name = ? and is_identity = 'NO'")
                .param(table)
                .query(String.class)
                .list();
        String values = columns.stream().map(Replicas::value).collect(Collectors.joining(", "));
        database.sql("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from "
                        + table + ", generate_series(1, :count) as copy where " + rows)
                .param("case", caseNumber)
                .param("count", count)
                .update();
    }

    private static String value(String column) {
        if (OWN.contains(column)) {
            return column + " || '-' || copy";
        }
        return column.equals("text_") ? "case text_ when :case then text_ || '-' || copy else text_ end" : column;
    }
}
