/** What managers see across cases: numbers, and none so small that it tells of a child. */
package no.tolv.overview;
