package no.tolv.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application on a port of its own, with a case in each state and nothing that happens by itself; shared by the access matrices. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:matrix;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "TOLV_DEMO_PASSWORD=" + CaseInEachState.PASSWORD,
            "tolv.outbox.folder=target/matrix-outbox",
            "tolv.outbox.interval=P1D",
            "tolv.readings.interval=P1D"
        })
@Import({CaseWalk.class, CaseInEachState.class})
@interface InEachState {}
