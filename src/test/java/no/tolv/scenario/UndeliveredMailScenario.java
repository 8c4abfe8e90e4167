package no.tolv.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Exclusions;
import no.tolv.engine.FormRejected;
import no.tolv.letter.Outbox;
import no.tolv.letter.undelivered.AskAboutMail;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail that does not get to somebody becomes one task, where the case lives. */
abstract class UndeliveredMailScenario {

    private static final String PRINCIPAL = "trosterud-principal";
    private static final String OWNER = "oslo-owner";
    private static final String TASK = "reachRecipient";

    @Autowired
    CaseWalk walk;

    @Autowired
    SentMail mail;

    @Autowired
    Outbox outbox;

    @Autowired
    AskAboutMail ask;

    @Autowired
    Exclusions exclusions;

    @Autowired
    CaseLog log;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    @BeforeEach
    void anAddressIsMissing() {
        caseNumber = new SchoolCase(walk, Profile.TROSTERUD).reported();
        mail.forget();
        address("");
    }

    @AfterEach
    void theAddressIsThereAgain() {
        address(OWNER + "@example.invalid");
    }

    @Test
    @DisplayName("Varselet til skoleeier blir én oppgave for rektor, med påminnelse og eskalering, og sagt på telefon")
    void toldOnThePhone() {
        put("ownerNotice", "taskReminder");
        ProcessInstance question = asked();
        assertThat(question.getTenantId()).isEqualTo("trosterud");
        assertThat(walk.sees(PRINCIPAL, TASK)).isTrue();
        for (String other : new String[] {"trosterud-contact-teacher", "trosterud-deputy-principal", "admin"}) {
            assertThat(walk.sees(other, TASK)).as(other).isFalse();
        }
        assertThat(walk.formOf(PRINCIPAL, TASK).get("situation").toString())
                .contains("Kommunalsjef", "«Du har et varsel i Tolv»", "uten e-postadresse");
        assertThat(runtime.getVariables(question.getId()).toString()).doesNotContain("Kommunalsjef", OWNER);

        walk.letRunLate(TASK);
        assertThatThrownBy(() -> walk.complete(PRINCIPAL, TASK, Answers.none().with("outcome", "toldOtherWay")))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("hvem som har fått beskjeden");
        walk.complete(PRINCIPAL, TASK, Answers.toldOtherWay());
        BpmnAwareTests.assertThat(question)
                .hasPassed("endEvent_reachRecipientReminder", "endEvent_reachRecipientEscalation", "endEvent_told")
                .isEnded();
        assertThat(log.entries(caseNumber))
                .anySatisfy(entry -> assertThat(entry.actor() + entry.text()).contains(PRINCIPAL, "Ringte i dag"))
                .anySatisfy(entry -> assertThat(entry.what() + entry.text()).contains("annen måte", OWNER));
        assertThat(log.firstBroken(caseNumber)).isEmpty();

        address(OWNER + "@example.invalid");
        walk.advanceTo(walk.schoolDayIn(2));
        assertThat(mail.to(OWNER)).as("told already").noneMatch(text -> text.contains("varsel"));
    }

    @Test
    @DisplayName("Er adressen rettet, går e-posten med én gang; er den like gal, kommer det en ny oppgave")
    void triedAgain() {
        put("ownerNotice");
        asked();
        walk.complete(PRINCIPAL, TASK, Answers.none().with("outcome", "mended"));
        ProcessInstance second = asked();
        address("ny@example.invalid");
        walk.complete(PRINCIPAL, TASK, Answers.none().with("outcome", "mended"));
        BpmnAwareTests.assertThat(second).hasPassed("endEvent_mailResent").isEnded();
        assertThat(mail.to("ny")).singleElement().asString().contains("varsel");
    }

    @Test
    @DisplayName("Den som er tatt ut av saken, får aldri oppgaven, verken før eller etter")
    void neverToThoseShutOut() {
        put("ownerNotice");
        asked();
        exclusions.add(caseNumber, PRINCIPAL, "disqualified");
        assertThat(walk.sees(PRINCIPAL, TASK)).isFalse();
        assertThat(walk.sees(OWNER, TASK)).isTrue();
        walk.complete(OWNER, TASK, Answers.toldOtherWay());

        put("taskEscalated");
        asked();
        assertThat(walk.sees(PRINCIPAL, TASK)).isFalse();
        walk.complete(OWNER, TASK, Answers.toldOtherWay());
    }

    @Test
    @DisplayName("At den som er tatt ut av saken, ikke får e-post, er som det skal være")
    void notAboutThoseShutOut() {
        address(OWNER + "@example.invalid");
        outbox.put(new Outbox.Mail(caseNumber, caseNumber, PRINCIPAL, false, "taskWaiting", "trosterud"));
        exclusions.add(caseNumber, PRINCIPAL, "disqualified");
        mail.to(PRINCIPAL);
        ask.askAll();
        assertThat(walk.running("undeliveredMail")).isEmpty();
    }

    @Test
    @DisplayName("I en sak om ledelsen ligger oppgaven hos skoleeier")
    void whereTheCaseLives() {
        caseNumber = walk.report(
                "trosterud-contact-teacher",
                Answers.reportConcern("p-trosterud-03", walk.today())
                        .with("suspect", "leader")
                        .with("suspectedStaff", PRINCIPAL));
        put("ownerNotice");
        assertThat(asked().getTenantId()).isEqualTo("oslo");
        assertThat(walk.sees(PRINCIPAL, TASK)).isFalse();
        walk.complete(OWNER, TASK, Answers.toldOtherWay());
    }

    private void put(String... templates) {
        for (String template : templates) {
            String key = caseNumber + template;
            outbox.put(new Outbox.Mail(key, caseNumber, OWNER, false, template, "oslo"));
        }
    }

    /** One question, however often it is asked. */
    private ProcessInstance asked() {
        mail.to(OWNER);
        ask.askAll();
        ask.askAll();
        walk.settle();
        assertThat(walk.running("undeliveredMail")).hasSize(1);
        return walk.running("undeliveredMail").get(0);
    }

    private void address(String email) {
        jdbc.sql("update staff set email = :email where id = :id")
                .params(Map.of("email", email, "id", OWNER))
                .update();
    }
}
