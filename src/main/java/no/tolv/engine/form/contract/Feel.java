package no.tolv.engine.form.contract;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Evaluates the conditions a form writes, as the browser does: comparisons of fields and values, and nothing else. */
class Feel {

    private static final Pattern WORDS =
            Pattern.compile("(?:\\s|\"[^\"\\\\]*+\"|\\d+(?:\\.\\d+)?|[<>]=?|!?=|[()]|[A-Za-z_][A-Za-z0-9_]*+)*+");
    private static final Pattern CALL = Pattern.compile("\\b(?!(?:and|or|not)\\b)[A-Za-z_][A-Za-z0-9_]*+\\s*\\(");
    private static final int LONGEST = 500;

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

    /** True only when the condition holds; one that cannot be evaluated does not. */
    boolean isTrue(String condition, Map<String, Object> data) {
        if (!isComparison(bare(condition))) {
            return false;
        }
        EvaluationResult result = engine.evaluateExpression(bare(condition), data);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    boolean isReadable(String condition) {
        return isComparison(bare(condition))
                && engine.parseExpression(bare(condition)).isSuccess();
    }

    /** Calls nothing and reaches into nothing: the FEEL engine's published hole (C8-64) begins with either. */
    private static boolean isComparison(String condition) {
        return condition.length() <= LONGEST
                && WORDS.matcher(condition).matches()
                && !CALL.matcher(condition.replaceAll("\"[^\"]*\"", "\"\"")).find();
    }

    private static String bare(String condition) {
        return condition.strip().replaceFirst("^=", "");
    }
}
