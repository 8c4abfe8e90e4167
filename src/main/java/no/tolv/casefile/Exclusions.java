package no.tolv.casefile;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who must not know of or act in a case: the suspected and the disqualified (INV-03, INV-04). */
@Repository
public class Exclusions {

    /** Somebody has been shut out of the case; told inside the transaction, before anybody else can see it. */
    public record Added(String caseNumber) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final HeldCases held;

    Exclusions(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, HeldCases held) {
        this.jdbc = jdbc;
        this.held = held;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Shuts somebody out of the case, also out of what runs already; who is out stays out for the first reason.
     *
     * @param reasonCode a code of at most 40 characters, never a sentence
     */
    public void add(String caseNumber, String staff, String reasonCode) {
        if (!of(caseNumber).contains(staff)) {
            jdbc.sql("insert into exclusion (case_number, staff, reason, excluded_at) values (?, ?, ?, ?)")
                    .params(caseNumber, staff, reasonCode, clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            held.changed(caseNumber);
            events.publishEvent(new Added(caseNumber));
        }
    }

    /** Cases somebody is shut out of. */
    public Set<String> cases() {
        return jdbc.sql("select distinct case_number from exclusion")
                .query(String.class)
                .set();
    }

    /** Staff ids that are shut out of the case. */
    public Set<String> of(String caseNumber) {
        return held.known(
                caseNumber,
                Exclusions.class,
                () -> Set.copyOf(jdbc.sql("select staff from exclusion where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .set()));
    }
}
