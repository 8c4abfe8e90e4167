/** Mail that does not get to somebody becomes a task for a person. */
package no.tolv.letter.undelivered;
