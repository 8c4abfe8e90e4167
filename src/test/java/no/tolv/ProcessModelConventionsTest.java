package no.tolv;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Diagrammene følger reglene for navn, dokumentasjon, frister og trygge punkter")
class ProcessModelConventionsTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Map<Class<? extends FlowNode>, String> PREFIXES = Map.of(
            UserTask.class, "userTask_",
            ServiceTask.class, "serviceTask_",
            BusinessRuleTask.class, "businessRuleTask_",
            CallActivity.class, "callActivity_",
            SubProcess.class, "subProcess_",
            StartEvent.class, "startEvent_",
            EndEvent.class, "endEvent_",
            BoundaryEvent.class, "event_",
            Gateway.class, "gateway_");
    private static final Set<String> DUTIES =
            Set.of("follow", "intervene", "notify", "investigate", "measure", "document");
    private static final Set<String> BEANS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("no.tolv").stream()
                    .map(JavaClass::getSimpleName)
                    .collect(Collectors.toSet());

    static Stream<Path> diagrams() throws IOException {
        return Files.list(PROCESSES)
                .filter(file -> file.toString().endsWith(".bpmn"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("Filen heter som prosessen, som har navn, dokumentasjon og oppbevaringstid")
    void processIsNamedAndDocumented(Path file) {
        Process process = only(model(file), Process.class);
        assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P36500D");
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("Id-ene sier hva slags element det er")
    void idsTellTheKind(Path file) {
        BpmnModelInstance model = model(file);
        PREFIXES.forEach((type, prefix) -> assertThat(all(model, type))
                .allSatisfy(node -> assertThat(node.getId()).matches(prefix + "[a-z][A-Za-z]*")));
        assertThat(all(model, SequenceFlow.class))
                .allSatisfy(flow -> assertThat(flow.getId()).matches("flow_[a-z][A-Za-z]*"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("Etikettene er korte, og alt som gjør noe, har en")
    void labelsAreShort(Path file) {
        BpmnModelInstance model = model(file);
        assertThat(all(model, FlowElement.class))
                .allSatisfy(element -> assertThat(label(element)).hasSizeLessThan(33));
        assertThat(all(model, FlowNode.class))
                .filteredOn(node -> !(node instanceof Gateway))
                .allSatisfy(node -> assertThat(label(node)).as(node.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("Hver brukeroppgave har skjema, plikt, frist, påminnelse, eskalering og dokumentasjon")
    void userTasksKeepTheDuty(Path file) {
        BpmnModelInstance model = model(file);
        assertThat(all(model, UserTask.class)).allSatisfy(task -> {
            String key = task.getId().substring("userTask_".length());
            assertThat(task.getCamundaFormRef()).isEqualTo(key);
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(Path.of("forms", key + ".form")).exists();
            assertThat(task.getCamundaDueDate()).isEqualTo("${dueAt}");
            assertThat(task.getCamundaCandidateGroups()).isNotBlank();
            assertThat(task.getDocumentations()).isNotEmpty();
            assertThat(duty(task)).isIn(DUTIES);
            assertThat(timersOf(model, task)).containsExactlyInAnyOrder("${remindAt}", "${escalateAt}");
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName(
            "Tjenesteoppgaver er delegater med samme navn, dokumentert, med trygt punkt foran det som går ut av prosessen")
    void serviceTasksAreNamedDelegates(Path file) {
        BpmnModelInstance model = model(file);
        assertThat(all(model, ServiceTask.class)).allSatisfy(task -> {
            assertThat(task.getId()).startsWith("serviceTask_" + delegateOf(task.getCamundaDelegateExpression()));
            assertThat(task.getDocumentations()).isNotEmpty();
            assertThat(task.isCamundaAsyncBefore() || followsAsyncStart(task))
                    .as(task.getId())
                    .isTrue();
        });
        assertThat(delegates(model)).allSatisfy(bean -> assertThat(BEANS).contains(capital(bean)));
        assertThat(all(model, ScriptTask.class)).isEmpty();
        assertThat(text(file)).doesNotContain("camunda:class", "camunda:expression", "camunda:script", "<bpmn:script");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("Betingelser leser ett faktum, og hver deling har en standardflyt")
    void gatewaysAreDumb(Path file) {
        BpmnModelInstance model = model(file);
        assertThat(all(model, SequenceFlow.class))
                .filteredOn(flow -> flow.getConditionExpression() != null)
                .allSatisfy(flow -> assertThat(flow.getConditionExpression().getTextContent())
                        .matches("\\$\\{!?[a-z][A-Za-z]*}"));
        assertThat(all(model, ExclusiveGateway.class))
                .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
                .allSatisfy(gateway ->
                        assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("Ingen klokke gjentar seg: motoren får øyeblikk, ikke varigheter eller sykluser")
    void timersAreInstants(Path file) {
        assertThat(all(model(file), TimerEventDefinition.class)).allSatisfy(timer -> {
            assertThat(timer.getTimeDate()).isNotNull();
            assertThat(timer.getTimeDate().getTextContent()).matches("\\$\\{[a-z][A-Za-z]*}");
        });
    }

    private static Stream<String> timerExpressions(BoundaryEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .map(timer -> timer.getTimeDate().getTextContent());
    }

    private static Collection<String> timersOf(BpmnModelInstance model, UserTask task) {
        return all(model, BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo() == task && !event.cancelActivity())
                .flatMap(ProcessModelConventionsTest::timerExpressions)
                .toList();
    }

    private static boolean followsAsyncStart(ServiceTask task) {
        return task.getIncoming().stream()
                .map(SequenceFlow::getSource)
                .anyMatch(source -> source instanceof StartEvent start
                        && (start.isCamundaAsyncBefore() || start.getParentElement() instanceof SubProcess));
    }

    private static Set<String> delegates(BpmnModelInstance model) {
        Stream<String> tasks = all(model, ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression);
        Stream<String> events = all(model, MessageEventDefinition.class).stream()
                .map(MessageEventDefinition::getCamundaDelegateExpression)
                .filter(expression -> expression != null);
        return Stream.concat(tasks, events)
                .map(ProcessModelConventionsTest::delegateOf)
                .collect(Collectors.toSet());
    }

    private static String delegateOf(String expression) {
        assertThat(expression).matches("\\$\\{[a-z][A-Za-z]*}");
        return expression.substring(2, expression.length() - 1);
    }

    private static String duty(UserTask task) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().equals("duty"))
                .map(property -> property.getCamundaValue())
                .findFirst()
                .orElse(null);
    }

    private static String capital(String bean) {
        return Character.toUpperCase(bean.charAt(0)) + bean.substring(1);
    }

    private static String label(FlowElement element) {
        return element.getName() == null ? "" : element.getName();
    }

    private static <T extends ModelElementInstance> Collection<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private static <T extends ModelElementInstance> T only(BpmnModelInstance model, Class<T> type) {
        assertThat(all(model, type)).hasSize(1);
        return all(model, type).iterator().next();
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
