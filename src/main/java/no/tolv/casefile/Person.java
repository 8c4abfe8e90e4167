package no.tolv.casefile;

/** Somebody a case names, with the name the roster has for the id; the id itself where it has none. */
public record Person(String id, String name) {}
