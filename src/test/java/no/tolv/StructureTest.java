package no.tolv;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions of the design, section 2: features lean on the ground, never the ground on features. */
@AnalyzeClasses(packages = "no.tolv", importOptions = DoNotIncludeTests.class)
class StructureTest {

    private static final String OURS = "no.tolv..";

    @ArchTest
    static final ArchRule organisationUsesNothingOfOurs = onlyUse("no.tolv.organisation..", "no.tolv.organisation..");

    @ArchTest
    static final ArchRule caseFileUsesTheOrganisation =
            onlyUse("no.tolv.casefile..", "no.tolv.casefile..", "no.tolv.organisation..");

    @ArchTest
    static final ArchRule deadlineUsesTheOrganisation =
            onlyUse("no.tolv.deadline..", "no.tolv.deadline..", "no.tolv.organisation..");

    @ArchTest
    static final ArchRule engineUsesTheGround = onlyUse(
            "no.tolv.engine..",
            "no.tolv.engine..",
            "no.tolv.organisation..",
            "no.tolv.casefile..",
            "no.tolv.deadline..");

    @ArchTest
    static final ArchRule formContractStandsAlone =
            onlyUse("no.tolv.engine.form.contract..", "no.tolv.engine.form.contract..");

    @ArchTest
    static final ArchRule nobodyUsesConcern = noClasses()
            .that()
            .resideOutsideOfPackage("no.tolv.concern..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("no.tolv.concern..");

    @ArchTest
    static final ArchRule engineIsDrivenInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("no.tolv.engine..", "no.tolv.access..")
            .and()
            .doNotImplement("org.camunda.bpm.engine.delegate.JavaDelegate")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm..")
            .allowEmptyShould(true);

    private static ArchRule onlyUse(String place, String... may) {
        return classes()
                .that()
                .resideInAPackage(place)
                .should()
                .onlyDependOnClassesThat(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(OURS)
                                .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(may)))
                .allowEmptyShould(true);
    }
}
