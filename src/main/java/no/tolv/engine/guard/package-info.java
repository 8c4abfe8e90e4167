/** The engine's services as the web apps and the REST API reach them: what goes around the forms is refused. */
package no.tolv.engine.guard;
