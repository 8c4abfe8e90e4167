package no.tolv;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The directions of the design, section 2: features lean on the ground, never the ground on features. */
@AnalyzeClasses(packages = "no.tolv", importOptions = DoNotIncludeTests.class)
class StructureTest {

    private static final String OURS = "no.tolv..";
    private static final String CAMUNDA = "org.camunda..";
    private static final String[] GROUND = {"no.tolv.organisation..", "no.tolv.casefile..", "no.tolv.deadline.."};

    @ArchTest
    static final ArchRule organisationUsesNothingOfOurs = onlyUse("no.tolv.organisation..");

    @ArchTest
    static final ArchRule caseFileUsesTheOrganisation = onlyUse("no.tolv.casefile..", "no.tolv.organisation..");

    @ArchTest
    static final ArchRule deadlineUsesTheOrganisation = onlyUse("no.tolv.deadline..", "no.tolv.organisation..");

    @ArchTest
    static final ArchRule engineUsesTheGround = onlyUse("no.tolv.engine..", GROUND);

    /** What features use of the engine does not know the rooms that make it work. */
    @ArchTest
    static final ArchRule engineFrontKnowsNoRoomBehindIt = onlyUse(
            "no.tolv.engine",
            "no.tolv.engine.variable",
            "no.tolv.engine.form.contract",
            "no.tolv.organisation..",
            "no.tolv.casefile..",
            "no.tolv.deadline..");

    @ArchTest
    static final ArchRule variablesStandAlone = onlyUse("no.tolv.engine.variable");

    @ArchTest
    static final ArchRule formContractStandsAlone = onlyUse("no.tolv.engine.form.contract");

    @ArchTest
    static final ArchRule nobodyUsesConcern = nobodyUses("no.tolv.concern..");

    @ArchTest
    static final ArchRule nobodyUsesAccess = nobodyUses("no.tolv.access..");

    @ArchTest
    static final ArchRule nobodyUsesNode = nobodyUses("no.tolv.node..");

    @ArchTest
    static final ArchRule packagesDoNotGoInCircles =
            slices().matching("no.tolv.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfTheEngineDoNotGoInCircles =
            slices().matching("no.tolv.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule engineIsDrivenInOnePlace = noClasses()
            .that(resideOutsideOfPackages("no.tolv.engine..", "no.tolv.access..")
                    .and(not(implement(JavaDelegate.class)))
                    .and(not(implement(TaskListener.class)))
                    .and(not(implement(ExecutionListener.class))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CAMUNDA);

    @ArchTest
    static final ArchRule delegatesSeeOnlyTheirExecution = noClasses()
            .that()
            .resideOutsideOfPackages("no.tolv.engine..", "no.tolv.access..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage(CAMUNDA).and(resideOutsideOfPackage("org.camunda.bpm.engine.delegate")));

    /** One login for everything: who somebody is to the engine, and what its web apps and REST API ask of a session. */
    @ArchTest
    static final ArchRule accessKnowsOnlyTheEnginesLogin = noClasses()
            .that()
            .resideInAPackage("no.tolv.access..")
            .should()
            .dependOnClassesThat(resideInAPackage(CAMUNDA)
                    .and(not(belongToAnyOf(ProcessEngine.class, IdentityService.class, AuthenticationException.class)))
                    .and(not(resideInAnyPackage(
                            "org.camunda.bpm.engine.identity",
                            "org.camunda.bpm.engine.rest.security.auth",
                            "org.camunda.bpm.webapp.impl.security.auth"))));

    /** Only other organisations' systems are stood in for, and on the wire: a mock of our own shows nothing. */
    @Test
    @DisplayName("Ingen prøve bruker etterligninger")
    void testsMockNothing() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.mockito..")
                .check(new ClassFileImporter()
                        .withImportOption(new OnlyIncludeTests())
                        .importPackages("no.tolv"));
    }

    /** Besides the place itself and what is not ours. */
    private static ArchRule onlyUse(String place, String... may) {
        return classes()
                .that()
                .resideInAPackage(place)
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage(OURS).or(resideInAPackage(place)).or(resideInAnyPackage(may)));
    }

    private static ArchRule nobodyUses(String place) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(place);
    }
}
