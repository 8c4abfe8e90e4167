package no.tolv.engine.form.contract;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Evaluates the conditions a form writes, as the browser does. */
class Feel {

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

    /** True only when the condition holds; one that cannot be evaluated does not. */
    boolean isTrue(String condition, Map<String, Object> data) {
        EvaluationResult result = engine.evaluateExpression(bare(condition), data);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    boolean isReadable(String condition) {
        return engine.parseExpression(bare(condition)).isSuccess();
    }

    private static String bare(String condition) {
        return condition.strip().replaceFirst("^=", "");
    }
}
