package no.tolv.engine.confine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Finds our own steps by name, and nothing on them. */
class DelegateResolver extends ELResolver {

    private final Delegates steps;

    DelegateResolver(Delegates steps) {
        this.steps = steps;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return base == null && property instanceof String name
                ? steps.find(name)
                        .map(step -> {
                            context.setPropertyResolved(true);
                            return step;
                        })
                        .orElse(null)
                : null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // Nothing of ours can be written to.
    }
}
