package no.tolv.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.tolv.deadline.Deadlines;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.WorkingDays;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An invented municipality, eik, with the schools rogn and hassel: enough people to follow a case. */
@TestComponent
@Import({Deadlines.class, WorkingDays.class, SchoolDays.class})
public class SmallMunicipality implements InitializingBean {

    private final JdbcClient jdbc;

    SmallMunicipality(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        unit("eik", "OWNER");
        unit("rogn", "SCHOOL");
        unit("hassel", "SCHOOL");
        staff("eik-owner", "eik", "owner");
        staff("rogn-principal", "rogn", "principal");
        staff("rogn-deputy-principal", "rogn", "deputyPrincipal");
        staff("rogn-contact-teacher", "rogn", "contactTeacher", "teacher");
        staff("rogn-social-teacher", "rogn", "socialTeacher");
        staff("rogn-assistant", "rogn", "assistant");
        staff("hassel-principal", "hassel", "principal");
        staff("hassel-teacher", "hassel", "teacher");
        staff("admin", "all", "processAdmin");
        pupil("elev-ekorn", "Elev Ekorn", "rogn", "rogn-contact-teacher");
        pupil("elev-rev", "Elev Rev", "rogn", "rogn-contact-teacher");
        pupil("elev-hare", "Elev Hare", "rogn", "rogn-contact-teacher");
        pupil("elev-maur", "Elev Maur", "hassel", "hassel-teacher");
    }

    private void unit(String id, String kind) {
        jdbc.sql(
                        "insert into unit (id, name, kind, owner_unit, letter_language, active) values (?, ?, ?, 'eik', 'nb', true)")
                .params(id, id + " enhet", kind)
                .update();
    }

    private void staff(String id, String unit, String... roles) {
        jdbc.sql("insert into staff (id, name, email, active) values (?, ?, ?, true)")
                .params(id, "Ansatt " + id, id + "@eik.invalid")
                .update();
        List<String> held = unit.equals("all") ? Arrays.asList(roles) : withEmployee(roles);
        held.forEach(role -> jdbc.sql("insert into staff_role (staff_id, unit_id, role_id) values (?, ?, ?)")
                .params(id, unit, role)
                .update());
    }

    private static List<String> withEmployee(String... roles) {
        return Stream.concat(Stream.of("employee"), Arrays.stream(roles)).toList();
    }

    private void pupil(String id, String name, String unit, String teacher) {
        jdbc.sql("insert into pupil (id, name, unit_id, grade, born, contact_teacher, active)"
                        + " values (?, ?, ?, '8A', date '2013-05-17', ?, true)")
                .params(id, name, unit, teacher)
                .update();
    }
}
