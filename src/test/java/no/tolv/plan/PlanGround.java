package no.tolv.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.UUID;
import javax.sql.DataSource;
import no.tolv.deadline.Deadlines;
import no.tolv.deadline.SchoolDays;
import no.tolv.deadline.WorkingDays;
import no.tolv.engine.Decisions;
import no.tolv.engine.FormLabels;
import no.tolv.engine.Processes;
import no.tolv.engine.StartGate;
import no.tolv.organisation.Organisation;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * Plans, case file, organisation and calendars on a database of their own, with an engine that holds the shipped tables
 * and processes that wait where the shipped ones wait. No stereotype, so that the application's own scan passes it by.
 */
@EnableTransactionManagement
@Import({
    Organisation.class,
    WorkingDays.class,
    SchoolDays.class,
    Deadlines.class,
    FormLabels.class,
    Processes.class,
    Decisions.class,
    Tables.class,
    PlanStory.class
})
@ComponentScan(basePackages = {"no.tolv.plan", "no.tolv.measure", "no.tolv.evaluation"})
@ComponentScan(
        basePackages = {"no.tolv.casefile", "no.tolv.letter"},
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "no\\.tolv\\.(casefile\\.(CaseFiles|CaseNumbers|CaseLog|Exclusions|HeldCases|Hearings|Involvements|People|TaskRecords)|letter\\.(Documents|PdfRenderer))"))
public class PlanGround {

    private static final String WAITING = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <message id="message_measureEnded" name="measureEnded"/>
              <message id="message_allMeasuresCarriedOut" name="allMeasuresCarriedOut"/>
              <process id="activityDuty" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="startEvent_reported"/>
                <sequenceFlow id="flow_1" sourceRef="startEvent_reported" targetRef="userTask_waits"/>
                <userTask id="userTask_waits"/>
              </process>
              <process id="activityPlan" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="startEvent_measuresNeeded"/>
                <sequenceFlow id="flow_2" sourceRef="startEvent_measuresNeeded" targetRef="userTask_inForce"/>
                <userTask id="userTask_inForce"/>
                <boundaryEvent id="event_allMeasuresCarriedOut" attachedToRef="userTask_inForce" cancelActivity="false">
                  <messageEventDefinition messageRef="message_allMeasuresCarriedOut"/>
                </boundaryEvent>
                <sequenceFlow id="flow_3" sourceRef="event_allMeasuresCarriedOut" targetRef="userTask_evaluatePlan"/>
                <userTask id="userTask_evaluatePlan"/>
              </process>
              <process id="measureFollowUp" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="startEvent_measureStarted"/>
                <sequenceFlow id="flow_4" sourceRef="startEvent_measureStarted" targetRef="receiveTask_ended"/>
                <receiveTask id="receiveTask_ended" messageRef="message_measureEnded"/>
              </process>
            </definitions>
            """;

    /** Monday 23 November 2026, nine in the morning in Oslo. */
    public static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    /** A clock that shows what it is told to. */
    public static class TestClock extends Clock {

        private Instant now = MONDAY;

        public void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Oslo");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean(destroyMethod = "dispose")
    JdbcConnectionPool dataSource() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "tolv", "");
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .load()
                .migrate();
        return pool;
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean(destroyMethod = "close")
    ProcessEngine engine(DataSource dataSource, PlatformTransactionManager transactions) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setBeans(new HashMap<>());
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setTenantIdProvider(new StartGate());
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("waiting.bpmn", WAITING)
                .deploy();
        return engine;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    IdentityService identityService(ProcessEngine engine) {
        return engine.getIdentityService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }
}
