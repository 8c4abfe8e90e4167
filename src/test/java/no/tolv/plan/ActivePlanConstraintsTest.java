package no.tolv.plan;

import static no.tolv.plan.PlanStory.plan;
import static no.tolv.plan.PlanStory.row;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(PlanGround.class)
@DisplayName("Databasen avviser en plan i kraft")
class ActivePlanConstraintsTest {

    @Autowired
    PlanStory story;

    @Autowired
    JdbcClient jdbc;

    String caseNumber;

    @BeforeEach
    void inForce() {
        caseNumber = story.begin();
        story.planInForce(plan(row("Lek")));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("som mangler en av de fem delene (INV-08)")
    @ValueSource(
            strings = {
                "update activity_plan set problem_pupil = null",
                "update activity_plan set problem_pupil = ' '",
                "update activity_plan set problem_findings = null",
                "update activity_plan set first_measure = null",
                "delete from measure",
                "update measure set what = null",
                "update measure set what = '  '",
                "update measure set starts_on = null",
                "update measure set ends_on = null",
                "update measure set ends_on = date '2026-11-01'",
                "update measure set responsible = null",
                "update measure set responsible = 'ingen-slik'",
                "update measure set evaluation_on = null",
                "update measure set evaluation_on = starts_on",
                "update activity_plan set evaluation_on = null",
                "update activity_plan set activated_at = null"
            })
    void refuses(String change) {
        assertThatThrownBy(() -> jdbc.sql(change + " where case_number = ?")
                        .param(caseNumber)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("ved siden av en annen i samme sak")
    void refusesTwo() {
        story.fillIn("writePlan", plan(row("Turer")));
        assertThatThrownBy(() -> jdbc.sql("""
                        update activity_plan set status = 'ACTIVE', active_case = case_number, activated_at = created_at,
                          first_measure = (select id from measure where case_number = ? and plan_version = 2)
                        where case_number = ? and plan_version = 2
                        """).params(caseNumber, caseNumber).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
