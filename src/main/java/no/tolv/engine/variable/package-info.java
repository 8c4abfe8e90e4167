/** Which variables each process carries, declared once. */
package no.tolv.engine.variable;
