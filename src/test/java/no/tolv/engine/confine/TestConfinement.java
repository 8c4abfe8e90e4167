package no.tolv.engine.confine;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The confinement with the application's own steps, known by name but never made. */
public final class TestConfinement {

    private TestConfinement() {}

    public static Confinement withOurSteps() {
        return new Confinement(steps());
    }

    /** The walls, for an engine of a test's own. */
    public static ProcessEnginePlugin walls() {
        return new ConfinedEngine(withOurSteps(), steps());
    }

    static Delegates steps() {
        StaticApplicationContext context = new StaticApplicationContext();
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        scan.findCandidateComponents("no.tolv")
                .forEach(step -> context.registerBeanDefinition(
                        AnnotationBeanNameGenerator.INSTANCE.generateBeanName(step, context), step));
        return new Delegates(context);
    }
}
