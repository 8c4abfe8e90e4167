package no.tolv.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.tolv.deadline.TolvClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The hour that comes twice and the hour that never comes: the database's columns have no zone, so the JVM's decides. */
@DisplayName("Frister i nettene da klokka stilles")
class SwitchNightsTest {

    private static final int MINUTES = 5 * 60;

    private ProcessEngine engine;
    private DataSource database;

    @BeforeEach
    void open() throws Exception {
        database = database();
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "night.bpmn",
                        Bpmn.createExecutableProcess("night")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent()
                                .timerWithDate("${at}")
                                .endEvent()
                                .done())
                .deploy();
    }

    DataSource database() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
        ClockUtil.reset();
    }

    @Test
    @DisplayName("hvert minutt er satt, lagret, lest og utløst i sitt eget øyeblikk")
    void everyMinute() throws Exception {
        List<Instant> minutes = minutes().toList();
        ClockUtil.setCurrentTime(Date.from(minutes.get(0).minusSeconds(1)));
        for (Instant at : minutes) {
            engine.getRuntimeService().startProcessInstanceByKey("night", Map.of("at", Date.from(at)));
        }
        List<Job> timers = engine.getManagementService()
                .createJobQuery()
                .orderByJobDuedate()
                .asc()
                .list();
        assertThat(timers).extracting(timer -> timer.getDuedate().toInstant()).isEqualTo(minutes);
        assertThat(stored())
                .isEqualTo(minutes.stream().map(SwitchNightsTest::inUtc).toList());
        for (int fired = 0; fired < minutes.size(); fired++) {
            assertThat(firedAt(minutes.get(fired).minusMillis(1))).isEqualTo(fired);
            assertThat(firedAt(minutes.get(fired).plusMillis(1))).isEqualTo(fired + 1);
        }
    }

    private long firedAt(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
        return engine.getManagementService().createJobQuery().executable().count();
    }

    private static Stream<Instant> minutes() {
        return Stream.of("2026-10-25T00:00", "2027-03-28T00:00")
                .map(night -> LocalDateTime.parse(night).atZone(TolvClock.OSLO).toInstant())
                .flatMap(night ->
                        IntStream.range(0, MINUTES).mapToObj(minute -> night.plus(Duration.ofMinutes(minute))));
    }

    /** As whoever reads the table by other means sees them: UTC. */
    private List<String> stored() throws SQLException {
        List<String> stored = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select cast(DUEDATE_ as varchar(19)) from ACT_RU_JOB order by DUEDATE_")) {
            while (row.next()) {
                stored.add(row.getString(1));
            }
        }
        return stored;
    }

    private static String inUtc(Instant at) {
        return at.toString().replace("T", " ").replace("Z", "");
    }
}
