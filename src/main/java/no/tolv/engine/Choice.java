package no.tolv.engine;

/** Something that can be chosen in a form's list: the code that is stored and the words that are shown. */
public record Choice(String value, String label) {}
