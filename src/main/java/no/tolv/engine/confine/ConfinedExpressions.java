package no.tolv.engine.confine;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl.Profile;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * The engine's expressions, wherever they come from: they see variables and our own steps, call nothing, and reach no
 * other object. In a query there is nothing but who is asking and the time.
 */
class ConfinedExpressions extends JuelExpressionManager {

    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now");

    private final Delegates steps;

    ConfinedExpressions(Delegates steps) {
        this.steps = steps;
        setExpressionFactory(new ExpressionFactoryImpl(Profile.JEE5));
    }

    /** @throws ExpressionRefused for one that calls something */
    @Override
    public Expression createExpression(String expression) {
        return new Confined(createValueExpression(expression), expression);
    }

    @Override
    public ValueExpression createValueExpression(String expression) {
        if (!Expressions.isHarmless(expression)) {
            throw new ExpressionRefused();
        }
        return super.createValueExpression(expression);
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver all = new CompositeELResolver();
        all.add(new DelegateResolver(steps));
        all.add(new VariableScopeElResolver());
        all.add(new VariableContextElResolver());
        all.add(new ArrayELResolver(true));
        all.add(new ListELResolver(true));
        all.add(new MapELResolver(true));
        return all;
    }

    /** An expression; one without a scope comes from a query. */
    private class Confined extends JuelExpression {

        Confined(ValueExpression parsed, String text) {
            super(parsed, ConfinedExpressions.this, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution context) {
            if (scope == null && !Expressions.IN_FILTERS.contains(getExpressionText())) {
                throw new ExpressionRefused();
            }
            return super.getValue(scope, context);
        }
    }
}
