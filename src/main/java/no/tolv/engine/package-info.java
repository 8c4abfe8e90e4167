/** The only package that knows how Camunda is driven. */
package no.tolv.engine;
