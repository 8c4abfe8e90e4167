package no.tolv.access.route;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Everything the running application answers to, asked of the application itself. */
final class RunningRoutes {

    private final WebApplicationContext application;
    private final Set<FoundRoute> found = new TreeSet<>();

    private RunningRoutes(WebApplicationContext application) {
        this.application = application;
    }

    static Set<FoundRoute> of(WebApplicationContext application) {
        RunningRoutes routes = new RunningRoutes(application);
        application.getBeansOfType(HandlerMapping.class).values().forEach(routes::addMapping);
        application.getBean(HealthEndpointGroups.class).getNames().forEach(routes::addHealth);
        routes.addServlets(application.getServletContext());
        routes.addFilters(application.getServletContext());
        return routes.found;
    }

    private void addMapping(HandlerMapping mapping) {
        if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
            methods.getHandlerMethods().keySet().forEach(this::addMethod);
        } else if (mapping instanceof AbstractUrlHandlerMapping urls) {
            urls.getHandlerMap().forEach(this::addHandler);
        }
    }

    private void addMethod(RequestMappingInfo info) {
        List<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? List.of("GET", "POST")
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
        info.getPatternValues().forEach(path -> methods.forEach(method -> found.add(new FoundRoute(method, path))));
    }

    /** One pattern to the application, but what it tells of in each group is another matter. */
    private void addHealth(String group) {
        found.add(new FoundRoute("GET", "/actuator/health/" + group));
    }

    private void addHandler(String pattern, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler files) {
            files.getLocations().forEach(location -> addFiles(pattern, location));
        } else {
            found.add(new FoundRoute("GET", pattern));
        }
    }

    private void addFiles(String pattern, Resource location) {
        if (location instanceof ClassPathResource folder) {
            String below = pattern.substring(0, pattern.lastIndexOf('/') + 1);
            files(folder.getPath()).forEach(file -> add("GET", below + file));
        }
    }

    private static Stream<String> files(String folder) {
        try {
            Resource[] all = new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "**");
            return Stream.of(all)
                    .filter(Resource::isReadable)
                    .map(RunningRoutes::address)
                    .map(address -> address.substring(address.lastIndexOf("/" + folder) + 1 + folder.length()))
                    .filter(path -> !path.isEmpty() && !path.endsWith("/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String method, String path) {
        found.add(new FoundRoute(method, path));
        if (path.matches("/camunda/app/[^/]+/index.html")) {
            found.add(new FoundRoute(method, path.replace("index.html", "default/")));
        }
    }

    /** Filters that answer by themselves: the web apps' redirects, logging in and out. */
    private void addFilters(ServletContext context) {
        for (FilterRegistration filter : context.getFilterRegistrations().values()) {
            filter.getUrlPatternMappings().stream()
                    .filter(mapping -> !mapping.endsWith("*"))
                    .forEach(mapping -> add("GET", mapping));
        }
        List<Filter> behindTheDoor = application.getBeansOfType(SecurityFilterChain.class).values().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .toList();
        behindTheDoor.forEach(this::addLogin);
    }

    private void addLogin(Filter filter) {
        if (filter instanceof UsernamePasswordAuthenticationFilter) {
            add("POST", "/login");
        } else if (filter instanceof LogoutFilter) {
            add("POST", "/logout");
        }
    }

    private void addServlets(ServletContext context) {
        for (ServletRegistration servlet : context.getServletRegistrations().values()) {
            for (String mapping : servlet.getMappings()) {
                Collection<Class<?>> resources = resources(servlet);
                if (!resources.isEmpty()) {
                    found.addAll(JaxRsRoutes.of(mapping.replace("/*", ""), resources));
                } else if (!servlet.getName().equals("dispatcherServlet")) {
                    found.add(new FoundRoute("GET", mapping));
                }
            }
        }
    }

    private Collection<Class<?>> resources(ServletRegistration servlet) {
        String named = servlet.getInitParameter("jakarta.ws.rs.Application");
        if (named != null) {
            return ((Application) BeanUtils.instantiateClass(ClassUtils.resolveClassName(named, null))).getClasses();
        }
        Map<String, ResourceConfig> configured = application.getBeansOfType(ResourceConfig.class);
        return configured.values().stream()
                .filter(config -> servlet.getName().equals(config.getClass().getName()))
                .flatMap(config -> config.getClasses().stream())
                .toList();
    }
}
