package org.cabildo.kernel;

/** There is no such thing here. Unknown and not-yours read the same: the answer is 404. */
public class Unknown extends RuntimeException {

    /**
     * @param what the kind of thing looked for
     * @param id what it was looked for by
     */
    public Unknown(String what, Object id) {
        super("No %s %s here.".formatted(what, id));
    }
}
