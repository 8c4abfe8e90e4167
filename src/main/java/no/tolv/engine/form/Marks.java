package no.tolv.engine.form;

import java.util.Collection;
import java.util.Optional;
import no.tolv.casefile.Duty;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** Reads what an element of a diagram is marked with. */
final class Marks {

    private Marks() {}

    /** The part of the duty an element serves, by its extension property {@code duty}. */
    static Optional<Duty> duty(CommandContext context, String processDefinition, String element) {
        BaseElement marked = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findBpmnModelInstanceForProcessDefinition(processDefinition)
                .getModelElementById(element);
        return Optional.ofNullable(marked)
                .map(BaseElement::getExtensionElements)
                .flatMap(Marks::duty);
    }

    private static Optional<Duty> duty(ExtensionElements extensions) {
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .map(CamundaProperties::getCamundaProperties)
                .flatMap(Collection::stream)
                .filter(property -> "duty".equals(property.getCamundaName()))
                .map(property -> Duty.of(property.getCamundaValue()))
                .findFirst();
    }
}
