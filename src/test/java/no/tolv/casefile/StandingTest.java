package no.tolv.casefile;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.organisation.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Hvor mye av en sak som er åpen, for hver rolle, enhet, del, utestenging og tilstand")
class StandingTest {

    private static final Set<Role> LEADERS = EnumSet.of(Role.PRINCIPAL, Role.KINDERGARTEN_HEAD, Role.DEPUTY_PRINCIPAL);
    private static final Set<Role> NO_CASE_EVER = EnumSet.of(Role.PROCESS_ADMIN, Role.MONITOR);

    /** Where the roles are held, what part there is, and the view while the case runs and when it has ended. */
    @ParameterizedTest(name = "{0} ved enheten, {1} hos eier, del {2}: {3}, og {4} etterpå")
    @CsvSource({
        "PRINCIPAL,         ,           ,                        WHOLE,   WHOLE",
        "KINDERGARTEN_HEAD, ,           ,                        WHOLE,   WHOLE",
        "DEPUTY_PRINCIPAL,  ,           ,                        WHOLE,   WHOLE",
        "                 , OWNER,      ,                        WHOLE,   WHOLE",
        "OWNER,             ,           ,                        NONE,    NONE",
        "                 , PRINCIPAL,  ,                        NONE,    NONE",
        "                 , OWNER_ADVISER, ,                     NONE,    NONE",
        "TEACHER,           ,           ,                        NONE,    NONE",
        "TEACHER,           ,           INVESTIGATOR,            WHOLE,   PART",
        "                 , OWNER_ADVISER, INVESTIGATOR,         WHOLE,   PART",
        "TEACHER,           ,           CONTACT_TEACHER,         PART,    RECEIPT",
        "TEACHER,           ,           TALKS_WITH_PUPIL,        PART,    RECEIPT",
        "TEACHER,           ,           INFORMS_GUARDIANS,       PART,    RECEIPT",
        "TEACHER,           ,           RESPONSIBLE_FOR_MEASURE, PART,    RECEIPT",
        "                 , ASSISTANCE_TEAM, RESPONSIBLE_FOR_MEASURE, PART, RECEIPT",
        "TEACHER,           ,           REPORTER,                RECEIPT, RECEIPT",
        "TEACHER,           ,           OTHER_PUPIL,             NONE,    NONE",
        "                 ,             , INVESTIGATOR,          NONE,    NONE",
        "                 ,             , CONTACT_TEACHER,       NONE,    NONE"
    })
    @DisplayName("tabellen")
    void table(Role atUnit, Role atOwner, Part part, View running, View ended) {
        Facts facts = new Facts().atUnit(atUnit).atOwner(atOwner).part(part);
        assertThat(facts.view()).isEqualTo(running);
        assertThat(facts.ended().view()).isEqualTo(ended);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName("en rolle åpner bare det den skal: ledelsen ved enheten og skoleeier, ingen andre")
    void roleAlone(Role role) {
        assertThat(new Facts().atUnit(role).view()).isEqualTo(LEADERS.contains(role) ? View.WHOLE : View.NONE);
        assertThat(new Facts().atOwner(role).view()).isEqualTo(role == Role.OWNER ? View.WHOLE : View.NONE);
        assertThat(new Facts().anywhere(role).view()).isEqualTo(View.NONE);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    @DisplayName("en del i saken åpner den ikke for prosessadministrator og tilsyn, og ikke for den som er utestengt")
    void partIsNotEnough(Part part) {
        NO_CASE_EVER.forEach(role -> assertThat(new Facts()
                        .atUnit(Role.PRINCIPAL)
                        .atOwner(Role.OWNER)
                        .anywhere(role)
                        .part(part)
                        .view())
                .isEqualTo(View.NONE));
        assertThat(new Facts().atUnit(Role.PRINCIPAL).part(part).excluded().view())
                .isEqualTo(View.NONE);
        assertThat(new Facts().atOwner(Role.OWNER).part(part).excluded().view()).isEqualTo(View.NONE);
    }

    @Test
    @DisplayName("med rektor ute er hele ledelsen ute, også den som har en del i saken; skoleeier og andre er ikke det")
    void headExcluded() {
        LEADERS.forEach(role -> {
            Facts leader = new Facts().atUnit(role).part(Part.INVESTIGATOR).headExcluded();
            assertThat(leader.view()).isEqualTo(View.NONE);
            assertThat(leader.standing().isShutOut()).isTrue();
            assertThat(new Facts().atUnit(role).standing().isShutOut()).isFalse();
            assertThat(new Facts()
                            .atUnit(role)
                            .atOwner(Role.OWNER)
                            .headExcluded()
                            .view())
                    .isEqualTo(View.WHOLE);
        });
        Facts teacher = new Facts().atUnit(Role.TEACHER).part(Part.INVESTIGATOR).headExcluded();
        assertThat(teacher.view()).isEqualTo(View.WHOLE);
        assertThat(teacher.standing().isShutOut()).isFalse();
        assertThat(new Facts().atOwner(Role.OWNER).headExcluded().view()).isEqualTo(View.WHOLE);
        assertThat(new Facts().excluded().standing().isShutOut()).isTrue();
    }

    @Test
    @DisplayName("en oppgave åpner sin del, ved enheten eller i kommunen, og ikke etter at saken er slutt")
    void taskOpensItsPart() {
        assertThat(new Facts().atUnit(Role.NURSE).task().view()).isEqualTo(View.PART);
        assertThat(new Facts().atOwner(Role.ASSISTANCE_TEAM).task().view()).isEqualTo(View.PART);
        assertThat(new Facts().anywhere(Role.NURSE).task().view()).isEqualTo(View.NONE);
        assertThat(new Facts().atUnit(Role.NURSE).task().ended().view()).isEqualTo(View.RECEIPT);
    }

    @Test
    @DisplayName("en kvittering er for dem som fortsatt arbeider i kommunen, og en del går foran den")
    void receipt() {
        assertThat(new Facts().inMunicipality().part(Part.REPORTER).view()).isEqualTo(View.RECEIPT);
        assertThat(new Facts().part(Part.REPORTER).view()).isEqualTo(View.NONE);
        assertThat(new Facts()
                        .atUnit(Role.TEACHER)
                        .part(Part.REPORTER)
                        .part(Part.TALKS_WITH_PUPIL)
                        .view())
                .isEqualTo(View.PART);
    }

    @Test
    @DisplayName("en sak som ikke finnes, er lukket for alle")
    void missing() {
        assertThat(new Facts()
                        .atUnit(Role.PRINCIPAL)
                        .atOwner(Role.OWNER)
                        .part(Part.INVESTIGATOR)
                        .missing()
                        .view())
                .isEqualTo(View.NONE);
    }

    /** Facts that open nothing, until a test says otherwise. */
    private static class Facts {

        private final Set<Role> anywhere = EnumSet.noneOf(Role.class);
        private final Set<Role> atUnit = EnumSet.noneOf(Role.class);
        private final Set<Role> atOwner = EnumSet.noneOf(Role.class);
        private final Set<Part> parts = EnumSet.noneOf(Part.class);
        private boolean exists = true;
        private boolean ended;
        private boolean inMunicipality;
        private boolean excluded;
        private boolean headExcluded;
        private boolean hasTask;

        Facts atUnit(Role role) {
            return add(atUnit, role);
        }

        Facts atOwner(Role role) {
            return add(atOwner, role);
        }

        private Facts add(Set<Role> place, Role role) {
            place.addAll(roles(role));
            anywhere.addAll(NO_CASE_EVER.contains(role) ? Set.of() : roles(role));
            inMunicipality = inMunicipality || role != null;
            return this;
        }

        private static Set<Role> roles(Role role) {
            return Arrays.stream(Role.values()).filter(one -> one == role).collect(toSet());
        }

        Facts anywhere(Role role) {
            anywhere.add(role);
            return this;
        }

        Facts part(Part part) {
            if (part != null) {
                parts.add(part);
            }
            return this;
        }

        Facts inMunicipality() {
            inMunicipality = true;
            return this;
        }

        Facts missing() {
            exists = false;
            return this;
        }

        Facts ended() {
            ended = true;
            return this;
        }

        Facts excluded() {
            excluded = true;
            return this;
        }

        Facts headExcluded() {
            headExcluded = true;
            return this;
        }

        Facts task() {
            hasTask = true;
            return this;
        }

        Standing standing() {
            return new Standing(
                    exists, ended, anywhere, atUnit, atOwner, inMunicipality, excluded, headExcluded, parts, hasTask);
        }

        View view() {
            return standing().view();
        }
    }
}
