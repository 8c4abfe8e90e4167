package no.tolv.robust.outage;

import java.util.List;
import no.tolv.robust.TolvHttp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases whose log Tolv itself finds not to be as it was written. */
final class BrokenLogs {

    private BrokenLogs() {}

    static Checker.Finding find(TolvHttp tolv, JdbcClient database) {
        List<String> cases = database.sql("select case_number from case_file")
                .query(String.class)
                .list();
        List<String> broken = cases.stream()
                .filter(number -> !tolv.get(Staff.PRINCIPAL, "/api/cases/" + number + "/log/verification")
                        .text()
                        .equals("{\"intact\":true}"))
                .toList();
        return new Checker.Finding("logs that are not whole", cases.size(), broken);
    }
}
