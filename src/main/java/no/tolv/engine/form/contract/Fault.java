package no.tolv.engine.form.contract;

/**
 * One thing that is wrong with an answer.
 *
 * @param field key of the field, as in the form file
 * @param sentence Norwegian: which field, what is wrong, how to mend it; never the answer itself
 */
public record Fault(String field, String sentence) {}
