/** Whether the pupil has it safe and well, and what happens when the pupil has not. */
package no.tolv.evaluation;
