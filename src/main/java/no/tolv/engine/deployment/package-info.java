/** What the engine starts with – settings, diagrams, tables and forms – and the first fault that stops it. */
package no.tolv.engine.deployment;
