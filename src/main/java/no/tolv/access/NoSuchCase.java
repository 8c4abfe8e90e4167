package no.tolv.access;

/** There is no such case, or none the caller may know of; the two look the same from outside. */
class NoSuchCase extends RuntimeException {

    NoSuchCase() {
        super("Det finnes ingen sak med dette nummeret, eller du har ikke tilgang til den.");
    }
}
