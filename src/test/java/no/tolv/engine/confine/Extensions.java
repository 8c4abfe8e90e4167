package no.tolv.engine.confine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.xml.type.ModelElementType;
import org.camunda.bpm.model.xml.type.attribute.Attribute;

/** Every element and attribute Camunda adds to BPMN, as its own model tells, so that none is forgotten. */
final class Extensions {

    private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;

    private Extensions() {}

    /** A sound diagram with an attribute or element of Camunda's that is not on our list, naming the marker. */
    static List<Hostile> notOnTheList() {
        List<Hostile> all = new ArrayList<>();
        for (ModelElementType type : types()) {
            String element = name(type.getTypeNamespace(), type.getTypeName());
            if (type.getTypeNamespace().equals(CAMUNDA) && !AllowList.BPMN.knows(element)) {
                all.add(in(element, ""));
            }
            attributes(type)
                    .filter(attribute -> AllowList.BPMN.knows(element))
                    .map(attribute -> name(attribute.getNamespaceUri(), attribute.getAttributeName()))
                    .filter(attribute -> AllowList.BPMN.rule(element, attribute).isEmpty())
                    .forEach(attribute -> all.add(in(element, attribute)));
        }
        return all;
    }

    private static List<ModelElementType> types() {
        return Bpmn.INSTANCE.getBpmnModel().getTypes().stream()
                .filter(type -> !type.isAbstract())
                .toList();
    }

    /** Camunda's own attributes, and all of an element of its own. */
    private static Stream<Attribute<?>> attributes(ModelElementType type) {
        Stream<Attribute<?>> own = type.getAttributes().stream()
                .filter(attribute -> CAMUNDA.equals(attribute.getNamespaceUri())
                        || type.getTypeNamespace().equals(CAMUNDA));
        return type.getBaseType() == null ? own : Stream.concat(own, attributes(type.getBaseType()));
    }

    private static String name(String namespace, String local) {
        return AllowList.BPMN.name(namespace, local);
    }

    private static Hostile in(String element, String attribute) {
        String written = "<" + element + " " + (attribute.isEmpty() ? "" : attribute + "=\"hostile.Marker\"")
                + (element.startsWith("bpmn:") ? " id=\"task_c\"" : "") + "/>";
        String way = element + " " + attribute;
        return element.startsWith("camunda:")
                ? Hostile.change(
                        way, "sound.bpmn", Hostile.BPMN, "<camunda:inputOutput>", written + "<camunda:inputOutput>")
                : Hostile.change(way, "sound.bpmn", Hostile.BPMN, "<bpmn:task id=\"task_c\" name=\"Vent\"/>", written);
    }
}
