package no.tolv.organisation;

/** Somebody who works at one or more units; the id is also the engine's user id. */
public record Staff(String id, String name, String email, boolean active) {}
