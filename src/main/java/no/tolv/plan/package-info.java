/** The written plan: what it must say, its versions, the day it comes into force. */
package no.tolv.plan;
