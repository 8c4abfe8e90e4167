package no.tolv.engine.deployment;

import java.util.List;
import java.util.stream.Collectors;
import no.tolv.engine.confine.Confinement;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives the engine our diagrams, tables and forms as one deployment. A changed file brings all of them along: a form
 * is bound to the deployment of its diagram.
 */
@Component
class ProcessDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessDeployment.class);

    private final RepositoryService repository;
    private final SourceCheck check;
    private final String root;

    ProcessDeployment(
            RepositoryService repository,
            Confinement confinement,
            TableCheck tables,
            @Value("${tolv.diagrams:classpath*:}") String root) {
        this.repository = repository;
        this.check = new SourceCheck(confinement, tables, wanted -> false, List::of);
        this.root = root;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<SourceFile> files = SourceFile.below(root);
        check.run(files);
        files.stream().filter(file -> file.endsWith(".dmn")).forEach(this::tellOfUnknownPlaces);
        if (!files.isEmpty()) {
            deploy(files);
        }
    }

    /** No reason not to start: our own tables have rows for schools that a municipality may not have. */
    private void tellOfUnknownPlaces(SourceFile table) {
        check.unknownPlaces(table).forEach(row -> LOG.info("The table {} {}.", table.name(), row));
    }

    private void deploy(List<SourceFile> files) {
        DeploymentBuilder deployment =
                repository.createDeployment().name("tolv").enableDuplicateFiltering(false);
        files.forEach(file -> deployment.addInputStream(file.name(), file.stream()));
        try {
            deployment.deploy();
        } catch (ParseException broken) {
            throw new StartRefused(sentence(broken));
        } catch (ProcessEngineException broken) {
            throw new StartRefused(
                    "Diagrammene, tabellene eller skjemaene kan ikke tas i bruk: " + XmlFault.of(broken) + ".");
        }
    }

    private static String sentence(ParseException broken) {
        return broken.getResorceReports().stream()
                .filter(report -> !report.getErrors().isEmpty())
                .map(report -> "Filen «" + report.getResourceName() + "» er ikke et gyldig diagram: "
                        + report.getErrors().stream()
                                .map(ProcessDeployment::where)
                                .collect(Collectors.joining("; "))
                        + ".")
                .findFirst()
                .orElse(broken.getMessage());
    }

    private static String where(Problem problem) {
        String element = problem.getMainElementId() == null ? "" : ", element «" + problem.getMainElementId() + "»";
        return "linje " + problem.getLine() + element + ": " + problem.getMessage();
    }
}
