package no.tolv.engine.form;

import no.tolv.casefile.Duty;

/**
 * The form a process starts with.
 *
 * @param definition id of the process definition
 * @param element id of the start event
 * @param name what the start event is called
 */
record StartForm(
        String definition, String process, String diagram, String form, String element, String name, Duty duty) {}
