package no.tolv.benchmark;

import org.springframework.jdbc.core.simple.JdbcClient;

/** As many pupils at Midtstuen as cases that are open at once: a pupil has one. */
class Pupils {

    private static final String SCHOOL = "midtstuen";

    private Pupils() {}

    static String id(int number) {
        return "p-%s-%02d".formatted(SCHOOL, number);
    }

    /** Copies of the first pupil and its guardians, until there are so many. */
    static void copy(JdbcClient jdbc, int number) {
        int there = jdbc.sql("select count(*) from pupil where unit_id = ?")
                .param(SCHOOL)
                .query(Integer.class)
                .single();
        for (int next = there + 1; next <= number; next++) {
            jdbc.sql("insert into pupil (id, name, unit_id, grade, born, contact_teacher, active)"
                            + " select ?, name, unit_id, grade, born, contact_teacher, active from pupil where id = ?")
                    .params(id(next), id(1))
                    .update();
            jdbc.sql(
                            "insert into guardian (id, pupil_id, name, email, parental_responsibility, protected_address, active)"
                                    + " select id || '-' || ?, ?, name, email, parental_responsibility, protected_address, active"
                                    + " from guardian where pupil_id = ?")
                    .params(String.valueOf(next), id(next), id(1))
                    .update();
        }
    }
}
