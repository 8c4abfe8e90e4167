/** What is done for the pupil, who follows it up, and whether it works. */
package no.tolv.measure;
