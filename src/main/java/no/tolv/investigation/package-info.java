/** What has happened, how the pupil has it, and what the school finds. */
package no.tolv.investigation;
