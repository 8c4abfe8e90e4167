package no.tolv.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes a roster over the one before; whoever is no longer in it stays, inactive and without roles. */
@Repository
class RosterTables {

    private final JdbcClient jdbc;

    RosterTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds back other nodes that start at the same time, until the transaction ends. */
    void lock() {
        jdbc.sql("select id from roster where id = 1 for update").query().singleRow();
    }

    void write(Roster roster) {
        List.of("unit", "staff", "pupil", "guardian")
                .forEach(table ->
                        jdbc.sql("update " + table + " set active = false").update());
        List.of("staff_role", "staff_login", "provider_group")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        roster.units().forEach(this::write);
        roster.staff().forEach(this::write);
        roster.pupils().forEach(this::write);
        roster.guardians().forEach(this::write);
        roster.logins().forEach(this::write);
        roster.confirmations().forEach(this::write);
        jdbc.sql("update roster set read_at = current_timestamp where id = 1").update();
    }

    private void write(Unit unit) {
        put(
                "unit",
                List.of("name", "kind", "owner_unit", "letter_language"),
                List.of(unit.name(), unit.kind().name(), unit.owner(), unit.language()),
                unit.id());
    }

    private void write(Roster.Employment one) {
        Staff person = one.person();
        put("staff", List.of("name", "email"), List.of(person.name(), person.email()), person.id());
        one.roles().forEach((unit, roles) -> writeRoles(person.id(), unit, roles));
    }

    private void writeRoles(String staff, String unit, Set<Role> roles) {
        roles.forEach(role -> jdbc.sql("insert into staff_role (staff_id, unit_id, role_id) values (?, ?, ?)")
                .params(staff, unit, role.id())
                .update());
    }

    private void write(Pupil pupil) {
        put(
                "pupil",
                List.of("name", "unit_id", "grade", "born", "contact_teacher"),
                List.of(pupil.name(), pupil.unit(), pupil.grade(), pupil.born(), pupil.contactTeacher()),
                pupil.id());
    }

    private void write(Guardian guardian) {
        put(
                "guardian",
                List.of("pupil_id", "name", "email", "parental_responsibility", "protected_address"),
                List.of(
                        guardian.pupil(),
                        guardian.name(),
                        guardian.email(),
                        guardian.parentalResponsibility(),
                        guardian.protectedAddress()),
                guardian.id());
    }

    private void write(ProviderLines.Login login) {
        jdbc.sql("insert into staff_login (provider, mark, staff_id) values (?, ?, ?)")
                .params(login.provider(), login.mark(), login.staff())
                .update();
    }

    private void write(ProviderLines.Confirmation one) {
        jdbc.sql("insert into provider_group (provider, group_name, unit_id, role_id) values (?, ?, ?, ?)")
                .params(one.provider(), one.group(), one.unit(), one.role().id())
                .update();
    }

    private void put(String table, List<String> columns, List<?> values, String id) {
        String update =
                "update " + table + " set " + String.join(" = ?, ", columns) + " = ?, active = true where id = ?";
        if (run(update, values, id) == 0) {
            run(
                    "insert into " + table + " (" + String.join(", ", columns) + ", id, active) values ("
                            + "?, ".repeat(columns.size()) + "?, true)",
                    values,
                    id);
        }
    }

    private int run(String sql, Collection<?> values, String id) {
        return jdbc.sql(sql).params(List.copyOf(values)).param(id).update();
    }
}
