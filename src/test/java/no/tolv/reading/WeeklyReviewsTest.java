package no.tolv.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.tolv.casefile.Readings;
import no.tolv.deadline.TolvClock;
import no.tolv.engine.StartGate;
import no.tolv.engine.history.CasesOfIds;
import no.tolv.organisation.Organisation;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:weeklyreviews;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "tolv.outbox.folder=target/weekly-reviews-outbox"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Ukens gjennomgang av innsyn")
class WeeklyReviewsTest {

    private static final int NODES = 4;

    @Autowired
    WeeklyReviews reviews;

    @Autowired
    ReviewedWeeks weeks;

    @Autowired
    UnusualReadings unusual;

    @Autowired
    StartReviews startReviews;

    @Autowired
    Organisation organisation;

    @Autowired
    TolvClock clock;

    @Autowired
    Readings readings;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CasesOfIds casesOfIds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    @Order(1)
    @DisplayName("startes én gang for hver enhet, selv om mange noder kommer samtidig, og aldri på nytt")
    void exactlyOnce() throws Exception {
        reviews.takeTurn();
        for (String unit : List.of("midtstuen", "trosterud", "hagen")) {
            readings.add(null, unit + "-nurse", "case", false, new Readings.Origin("api", "192.0.2.9"));
        }
        race(clock.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        assertThat(tenants()).containsExactlyInAnyOrder("midtstuen", "trosterud", "hagen");
        race(clock.today().plusWeeks(2).with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        assertThat(tenants()).hasSize(3);
        assertThat(jdbc.sql("select count(*) from reading_finding")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    @Order(2)
    @DisplayName("gjelder lesninger som hver er skrevet én gang, uansett hvor mange noder som spørres samtidig")
    void foldsOnce() {
        IntStream.range(0, 24)
                .parallel()
                .forEach(node ->
                        readings.add(null, "hjellestad-nurse", "race", false, new Readings.Origin("api", "192.0.2.8")));
        assertThat(jdbc.sql("select count(*) from case_reading where what = 'race'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql("delete from case_reading").update())
                .hasStackTraceContaining("kan ikke endres eller slettes");
    }

    @Test
    @Order(3)
    @DisplayName("hører ikke til noen sak, men er kjent for motoren")
    void isNoCase() {
        String review = StartGate.in("aune", () -> startReview());
        assertThat(casesOfIds.of(List.of(review, "MIDTSTUEN-2026-0001"))).isEmpty();
        assertThat(casesOfIds.isKnown(List.of(review))).isTrue();
        assertThat(casesOfIds.isKnown(List.of("finnes-ikke"))).isFalse();
        runtime.deleteProcessInstance(review, "prøve");
    }

    private String startReview() {
        return runtime.startProcessInstanceByKey("readingReview", Map.of("unit", "aune"))
                .getId();
    }

    @Test
    @Order(4)
    @DisplayName("begynner der den slapp når ingen node har gått på lenge")
    void catchesUp() {
        reviews.takeTurn();
        LocalDate monday = clock.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        reviews.reviewUntil(monday.plusWeeks(5));
        assertThat(jdbc.sql("select distinct reviewed_until from reading_week")
                        .query(OffsetDateTime.class)
                        .list())
                .singleElement()
                .satisfies(until -> assertThat(until.toInstant())
                        .isAfterOrEqualTo(
                                monday.plusWeeks(5).atStartOfDay(TolvClock.OSLO).toInstant()));
    }

    /** Each node has a scheduler of its own; they share the database and nothing else. */
    private void race(LocalDate monday) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(NODES);
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        try {
            List<Callable<Void>> turns = IntStream.range(0, NODES)
                    .mapToObj(node -> turn(barrier, monday))
                    .toList();
            for (Future<Void> turn : nodes.invokeAll(turns)) {
                turn.get();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private Callable<Void> turn(CyclicBarrier barrier, LocalDate monday) {
        WeeklyReviews node = new WeeklyReviews(weeks, unusual, startReviews, organisation, clock, transactions);
        return () -> {
            barrier.await();
            node.reviewUntil(monday);
            return null;
        };
    }

    private List<String> tenants() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("readingReview").list().stream()
                .map(instance -> instance.getTenantId())
                .toList();
    }
}
