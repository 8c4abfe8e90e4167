package no.tolv.engine.history;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which cases the engine's ids belong to. History is asked, so that finished ones are found, and a called instance
 * without a case number has that of the instance it serves.
 */
@Repository
public class CasesOfIds {

    private static final int AT_ONCE = 100;

    private static final String INSTANCES = """
            (select PROC_INST_ID_ from ACT_HI_PROCINST where ID_ in (:ids)
              union all select PROC_INST_ID_ from ACT_HI_TASKINST where ID_ in (:ids)
              union all select PROC_INST_ID_ from ACT_HI_ACTINST where ID_ in (:ids)
              union all select PROC_INST_ID_ from ACT_RU_VARIABLE where ID_ in (:ids)
              union all select PROC_INST_ID_ from ACT_HI_INCIDENT where ID_ in (:ids)
              union all select PROC_INST_ID_ from ACT_RU_EXECUTION where ID_ in (:ids)
              union all select PROCESS_INSTANCE_ID_ from ACT_RU_JOB where ID_ in (:ids))
            """;

    private static final String CASES = """
            select case_number from case_file where case_number in (:ids)
            union
            select c.case_number from ACT_HI_PROCINST p
            join ACT_HI_PROCINST root on root.ID_ = coalesce(p.ROOT_PROC_INST_ID_, p.ID_)
            join case_file c on c.case_number = coalesce(p.BUSINESS_KEY_, root.BUSINESS_KEY_)
            where p.ID_ in """ + INSTANCES;

    private final JdbcClient jdbc;

    CasesOfIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Case numbers, in one statement for every hundred names; what is no case's is left out. */
    public Set<String> of(Collection<String> idsAndNumbers) {
        List<String> all = List.copyOf(idsAndNumbers);
        Set<String> found = new LinkedHashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            found.addAll(jdbc.sql(CASES).param("ids", some).query(String.class).set());
        }
        return found;
    }

    /** Whether one of the ids is of a process instance or something in it, of a case or not. */
    public boolean isKnown(Collection<String> ids) {
        List<String> some = ids.stream().limit(AT_ONCE).toList();
        return !some.isEmpty()
                && jdbc.sql("select count(*) from ACT_HI_PROCINST where ID_ in " + INSTANCES)
                                .param("ids", some)
                                .query(Integer.class)
                                .single()
                        > 0;
    }
}
