package no.tolv.engine.confine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** What kinds of expression there are, read with the engine's own parser, so that what is judged is what would run. */
final class Expressions {

    /** What a stored filter may ask for, word for word: who is asking, and the time. */
    static final Set<String> IN_FILTERS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    /** Longer than any rule a person can read; the parser works by recursion. */
    private static final int LONGEST = 500;

    private static final Builder PARSER = new Builder(Feature.METHOD_INVOCATIONS);

    private static final Set<AstBinary.Operator> TESTS = Set.of(
            AstBinary.AND,
            AstBinary.OR,
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE);

    private Expressions() {}

    /** Text without anything to evaluate. */
    static boolean isPlain(String text) {
        return !text.contains("${") && !text.contains("#{");
    }

    /** The one variable or step that {@code ${name}} names. */
    static Optional<String> name(String text) {
        return inner(text).filter(AstIdentifier.class::isInstance).map(node -> ((AstIdentifier) node).getName());
    }

    /** Comparisons of variables and literals, joined by and, or, not. */
    static boolean isCondition(String text) {
        return inner(text).filter(node -> all(node, Expressions::isTest)).isPresent();
    }

    /** Text and values: variables, literals, tests of them, and what lies in a list or a map; nothing is called. */
    static boolean isHarmless(String text) {
        return IN_FILTERS.contains(text)
                || tree(text).filter(node -> all(node, Expressions::isValue)).isPresent();
    }

    private static Optional<Node> inner(String text) {
        return tree(text)
                .filter(node -> node instanceof AstEval eval && !eval.isDeferred())
                .map(node -> node.getChild(0));
    }

    private static Optional<Node> tree(String text) {
        try {
            return isPlain(text) || text.length() <= LONGEST
                    ? Optional.of(PARSER.build(text).getRoot())
                    : Optional.empty();
        } catch (TreeBuilderException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean all(Node node, Predicate<Node> allowed) {
        for (int i = 0; i < node.getCardinality(); i++) {
            if (!all(node.getChild(i), allowed)) {
                return false;
            }
        }
        return allowed.test(node);
    }

    private static boolean isTest(Node node) {
        return node instanceof AstBinary binary && TESTS.contains(binary.getOperator())
                || node instanceof AstUnary
                || node instanceof AstNested
                || node instanceof AstIdentifier
                || isLiteral(node);
    }

    private static boolean isValue(Node node) {
        return isTest(node)
                || node instanceof AstText
                || node instanceof AstEval
                || node instanceof AstComposite
                || node instanceof AstDot
                || node instanceof AstBracket;
    }

    private static boolean isLiteral(Node node) {
        return node instanceof AstString
                || node instanceof AstNumber
                || node instanceof AstBoolean
                || node instanceof AstNull;
    }
}
