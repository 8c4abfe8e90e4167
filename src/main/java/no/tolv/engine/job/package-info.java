/** The jobs a node has taken on, and how they come free when it stops or is gone. */
package no.tolv.engine.job;
