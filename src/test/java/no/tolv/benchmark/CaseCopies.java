package no.tolv.benchmark;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills PostgreSQL with copies of one case the engine has made: every row of it in the engine's tables, its history and
 * ours, with ids, case number and pupil of their own. So many schools of fifty cases come with them, each with its staff,
 * groups and grants, that no school grows.
 */
class CaseCopies implements AutoCloseable {

    private static final int CASES_AT_A_SCHOOL = 50;
    private static final Set<String> SHARED =
            Set.of("proc_def_id_", "process_def_id_", "dec_def_id_", "deployment_id_", "job_def_id_", "bytearray_id_");
    private static final String UUID = "'(^|:)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";

    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;
    private final String school;
    private final String caseNumber;

    /** @param database where foreign keys and the ban on rewriting do not hold while copies are made */
    CaseCopies(DataSource database, String school, String caseNumber) throws java.sql.SQLException {
        this.connection = new SingleConnectionDataSource(database.getConnection(), true);
        this.jdbc = JdbcClient.create(connection);
        jdbc.sql("set session_replication_role = replica").update();
        this.school = school;
        this.caseNumber = caseNumber;
    }

    /** So that nobody is left on the database. */
    @Override
    public void close() {
        connection.destroy();
    }

    private record Column(String name, String type) {}

    /** More cases at the school itself, numbered from the first to the last. */
    void atTheSchool(int first, int last) {
        copyCase(first, last, "'" + school + "'");
    }

    /** More cases at other schools; the first school with all its fifty begins with the fiftieth. */
    void elsewhere(int first, int last) {
        copyCase(first, last, "'bm' || n / " + CASES_AT_A_SCHOOL);
        int firstSchool = (first + CASES_AT_A_SCHOOL - 1) / CASES_AT_A_SCHOOL;
        copySchool(firstSchool, last / CASES_AT_A_SCHOOL);
        jdbc.sql("vacuum analyze").update();
    }

    private void copyCase(int first, int last, String unit) {
        String instances = "(select proc_inst_id_ from act_ru_execution where business_key_ = '" + caseNumber + "')";
        String ofTask = "task_id_ in (select id_ from act_ru_task where proc_inst_id_ in " + instances + ")";
        for (String column : List.of("proc_inst_id_", "process_instance_id_")) {
            tablesWith(column).forEach(table -> copy(table, column + " in " + instances, first, last, unit));
        }
        copy("act_ru_identitylink", ofTask, first, last, unit);
        copy("act_hi_identitylink", ofTask, first, last, unit);
        tablesWith("case_number")
                .forEach(table -> copy(table, "case_number = '" + caseNumber + "'", first, last, unit));
    }

    private void copySchool(int first, int last) {
        String unit = "'bm' || n";
        for (String own :
                List.of("unit id", "staff id", "staff_role staff_id", "act_id_user id_", "act_id_group id_")) {
            String[] table = own.split(" ");
            copy(table[0], table[1] + " like '" + school + "%'", first, last, unit);
        }
        copy("act_id_tenant", "id_ = '" + school + "'", first, last, unit);
        copy(
                "act_id_tenant_member",
                "tenant_id_ = '" + school + "' and user_id_ like '" + school + "%'",
                first,
                last,
                unit);
        copy("act_id_membership", "user_id_ like '" + school + "%'", first, last, unit);
        copy(
                "act_ru_authorization",
                "user_id_ like '" + school + "%' or group_id_ like '" + school + "%'",
                first,
                last,
                unit);
    }

    private List<String> tablesWith(String column) {
        return jdbc.sql("""
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t on t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                        where c.table_schema = 'public' and t.table_schema = 'public' and c.column_name = ?
                        and c.table_name not in ('act_ru_identitylink', 'act_hi_identitylink')""").param(column).query(String.class).list();
    }

    private void copy(String table, String rows, int first, int last, String unit) {
        List<Column> columns = jdbc.sql("""
                        select column_name as name, data_type as type from information_schema.columns
                        where table_schema = 'public' and table_name = ? and is_identity = 'NO' order by ordinal_position""").param(table).query(Column.class).list();
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(column -> copied(column, unit)).collect(Collectors.joining(", "));
        jdbc.sql("insert into " + table + " (" + names + ") select " + values + " from " + table
                        + " cross join generate_series(" + first + ", " + last + ") n where " + rows)
                .update();
    }

    private String copied(Column column, String unit) {
        String name = column.name();
        if (SHARED.contains(name) || !column.type().equals("character varying")) {
            return name;
        }
        if (name.equals("mail_key")) {
            return "mail_key || ':' || n";
        }
        return "case when %1$s ~ %2$s then left(%1$s, length(%1$s) - 36) || md5(right(%1$s, 36) || n)::uuid"
                        .formatted(name, UUID)
                + " when strpos(%1$s, '%2$s') > 0 then replace(%1$s, '%2$s', 'BM-2026-' || n)"
                        .formatted(name, caseNumber)
                + " when %1$s like 'p-%2$s-%%' then 'p-' || %3$s || '-' || n".formatted(name, school, unit)
                + " when %1$s like '%2$s%%' then %3$s || substr(%1$s, %4$d)"
                        .formatted(name, school, unit, school.length() + 1)
                + " else %1$s end".formatted(name);
    }
}
