package no.tolv.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Duty;
import no.tolv.letter.LetterGround;
import no.tolv.letter.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Karantene")
class QuarantineTest {

    @TempDir
    Path folder;

    private LetterGround ground;

    @BeforeEach
    void aDatabase() {
        ground = new LetterGround(
                Map.of("tolv.outbox.folder", folder.resolve("outbox").toString()));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    @DisplayName("gjelder ikke en ny installasjon, en som starter igjen, eller en node til")
    void ordinaryStarts() {
        assertThat(node("a", false).holds()).isFalse();
        assertThat(node("a", false).holds()).isFalse();
        assertThat(node("b", false).holds()).isFalse();
    }

    @Test
    @DisplayName("gjelder når databasen er eldre enn det noden sist var med på, til en slipper den løs")
    void older() {
        Quarantine before = node("a", false);
        before.look();
        turnBack();
        Quarantine restored = node("a", false);
        assertThat(restored.holds()).isTrue();
        assertThat(restored.state().heldReason()).isEqualTo("older");
        assertThat(node("b", false).holds()).as("every node").isTrue();

        assertThat(restored.release()).isTrue();
        restored.look();
        assertThat(restored.holds()).isFalse();
        assertThat(node("a", false).holds()).isFalse();
        before.look();
        assertThat(before.holds()).as("one that remembers more").isFalse();
        assertThat(restored.release()).as("once").isFalse();
    }

    @Test
    @DisplayName("kan slippes løs også når den samme kopien legges tilbake igjen, på hvilken node som helst")
    void twice() {
        node("a", false);
        for (int time = 0; time < 2; time++) {
            turnBack();
            Quarantine remembers = node("a", false);
            Quarantine other = node("b", false);
            assertThat(remembers.holds() && other.holds()).isTrue();
            assertThat(other.release()).isTrue();
            other.look();
            remembers.look();
            assertThat(remembers.holds() || other.holds()).isFalse();
        }
    }

    @Test
    @DisplayName("begynner også mens en node kjører, når databasen blir skrudd tilbake under den")
    void whileRunning() {
        Quarantine running = node("a", false);
        running.look();
        turnBack();
        running.look();
        assertThat(running.holds()).isTrue();
    }

    @Test
    @DisplayName("gjelder når databasen ligger et annet sted enn der den sist var i arbeid")
    void moved() {
        node("a", false);
        ground.jdbc().sql("update installation set home = 'et annet sted'").update();
        Quarantine moved = node("c", false);
        assertThat(moved.state().heldReason()).isEqualTo("moved");
        moved.release();
        assertThat(node("c", false).holds()).isFalse();
    }

    @Test
    @DisplayName("gjelder alltid når innstillingen sier det")
    void asked() {
        assertThat(node("a", true).state().heldReason()).isEqualTo("asked");
    }

    @Test
    @DisplayName("Det som ventet, blir liggende for godt når den som slipper løs, velger det; det som kom etterpå, går")
    void dropped() {
        String caseNumber = ground.openCase("hagen");
        put("before", caseNumber);
        ground.clock.forward(Duration.ofMinutes(1));
        Quarantine held = node("a", true);
        put("after", caseNumber);
        WaitingMail waiting = waiting();
        assertThat(waiting.count(held.state().heldSince())).isEqualTo(1);
        waiting.drop(held.state().heldSince());
        assertThat(waiting.count(held.state().heldSince())).isZero();
        assertThat(ground.jdbc()
                        .sql("select mail_key from outbox where withdrawn_at is null")
                        .query(String.class)
                        .list())
                .containsExactly("after");
        assertThat(ground.get(CaseLog.class).entries(caseNumber))
                .singleElement()
                .satisfies(entry -> assertThat(entry.what()).startsWith("1 e-post"));
    }

    @Test
    @DisplayName("Loggen i hver sak blir kontrollert, og den som er endret, blir funnet")
    void wholeLog() {
        CaseLog log = ground.get(CaseLog.class);
        String whole = ground.openCase("hagen");
        String changed = ground.openCase("hagen");
        log.append(CaseLog.Draft.bySystem(whole, Duty.FOLLOW, null, null, "Sett"));
        log.append(CaseLog.Draft.bySystem(changed, Duty.FOLLOW, null, null, "Sett"));
        WholeLog all = new WholeLog(ground.get(CaseFiles.class), log);
        assertThat(all.verify()).isEqualTo(new WholeLog.Verdict(2, 0));
        ground.jdbc()
                .sql("update case_file set log_sequence = 0, log_hash = '' where case_number = ?")
                .param(changed)
                .update();
        assertThat(all.verify()).isEqualTo(new WholeLog.Verdict(2, 1));
    }

    private Quarantine node(String name, boolean wanted) {
        Quarantine quarantine = new Quarantine(
                new Installation(ground.jdbc()), new MarkFile(folder.resolve(name)), ground.clock, wanted);
        quarantine.begin();
        return quarantine;
    }

    private WaitingMail waiting() {
        return new WaitingMail(ground.jdbc(), ground.get(CaseFiles.class), ground.get(CaseLog.class), ground.clock);
    }

    private void put(String key, String caseNumber) {
        ground.get(Outbox.class)
                .put(new Outbox.Mail(key, caseNumber, "hagen-principal", false, "taskWaiting", "hagen"));
    }

    /** As a restore does. */
    private void turnBack() {
        ground.jdbc().sql("update installation set beat = 0").update();
    }
}
