package no.tolv.engine.confine;

import java.util.Map;

/**
 * Where a value stands.
 *
 * @param attributes the others of its element, by name as the list writes them
 * @param steps our own steps and listeners
 */
record Place(Map<String, String> attributes, Delegates steps) {}
