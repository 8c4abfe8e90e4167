package no.tolv.supply;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.web.servlet.mvc.UrlFilenameViewController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** What we must not begin to use as long as the last open Spring versions have holes in it. */
@AnalyzeClasses(packages = "no.tolv", importOptions = DoNotIncludeTests.class)
class SpringHolesTest {

    @ArchTest
    static final ArchRule nothingTheHolesAreIn = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SpelExpressionParser.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(UrlFilenameViewController.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ResponseBodyEmitter.class);
}
