/** The only place that knows how Camunda is driven; what features need of it lies here, the rest in rooms below. */
package no.tolv.engine;
