package no.tolv.access.route;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** The routes of a JAX-RS application, found as Jersey finds them: by the annotations, down through sub-resources. */
final class JaxRsRoutes {

    private static final List<Class<?>> ENGINES_OWN = enginesOwn();

    private final Set<FoundRoute> found = new TreeSet<>();

    private JaxRsRoutes() {}

    static Set<FoundRoute> of(String base, Collection<Class<?>> resources) {
        JaxRsRoutes routes = new JaxRsRoutes();
        for (Class<?> resource : resources) {
            Path path = AnnotatedElementUtils.findMergedAnnotation(resource, Path.class);
            if (path != null) {
                routes.walk(join(base, path), resource);
            }
        }
        return routes.found;
    }

    private void walk(String base, Class<?> resource) {
        for (Method method : resource.getMethods()) {
            Path path = AnnotatedElementUtils.findMergedAnnotation(method, Path.class);
            HttpMethod verb = AnnotatedElementUtils.findMergedAnnotation(method, HttpMethod.class);
            if (verb != null) {
                found.add(new FoundRoute(verb.value(), join(base, path)));
            } else if (path != null) {
                behind(method.getReturnType()).forEach(sub -> walk(join(base, path), sub));
            }
        }
    }

    /** Jersey asks the object a locator returns, which may answer to more than the type it is declared as. */
    private static List<Class<?>> behind(Class<?> declared) {
        List<Class<?>> classes =
                ENGINES_OWN.stream().filter(declared::isAssignableFrom).toList();
        return classes.isEmpty() ? List.of(declared) : classes;
    }

    private static List<Class<?>> enginesOwn() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter((type, factory) -> true);
        return Stream.of("org.camunda.bpm.engine.rest", "org.camunda.bpm.cockpit.impl", "org.camunda.bpm.admin.impl")
                .flatMap(place -> scanner.findCandidateComponents(place).stream())
                .<Class<?>>map(JaxRsRoutes::load)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Class<?> load(BeanDefinition bean) {
        try {
            return Class.forName(bean.getBeanClassName(), false, JaxRsRoutes.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError needsWhatWeDoNotShip) {
            return null;
        }
    }

    private static String join(String base, Path path) {
        if (path == null || path.value().isEmpty() || path.value().equals("/")) {
            return base;
        }
        return base + (path.value().startsWith("/") ? "" : "/") + path.value();
    }
}
