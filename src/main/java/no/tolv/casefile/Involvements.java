package no.tolv.casefile;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a part in a case: staff who handle it, pupils who are to be heard. */
@Repository
public class Involvements {

    /** One person's part in a case. */
    public enum Part {
        REPORTER,
        CONTACT_TEACHER,
        INVESTIGATOR,
        TALKS_WITH_PUPIL,
        INFORMS_GUARDIANS,
        RESPONSIBLE_FOR_MEASURE,
        OTHER_PUPIL
    }

    public record Involvement(String caseNumber, String person, Part part) {}

    private final JdbcClient jdbc;
    private final HeldCases held;

    Involvements(JdbcClient jdbc, HeldCases held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    /** Adds a part; a part somebody has already is left as it is. */
    public void add(String caseNumber, String person, Part part) {
        if (!of(caseNumber).contains(new Involvement(caseNumber, person, part))) {
            jdbc.sql("insert into involvement (case_number, person, part) values (?, ?, ?)")
                    .params(caseNumber, person, part.name())
                    .update();
            held.changed(caseNumber);
        }
    }

    /** In the order they were added. */
    public List<Involvement> of(String caseNumber) {
        return held.known(
                caseNumber,
                Involvements.class,
                () -> jdbc.sql("select person, part from involvement where case_number = ? order by id")
                        .param(caseNumber)
                        .query((row, number) -> new Involvement(
                                caseNumber, row.getString("person"), Part.valueOf(row.getString("part"))))
                        .list());
    }

    /** Case numbers somebody has a part in, newest first. */
    public List<String> casesOf(String person) {
        return jdbc.sql("""
                select case_number from case_file
                where case_number in (select case_number from involvement where person = ?)
                order by opened_at desc, case_number desc
                """).param(person).query(String.class).list();
    }
}
