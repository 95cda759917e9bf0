package org.cabildo.file;

/** The structure of a PNG picture: where it ends. */
final class Png {

    private static final int SIGNATURE = 8; // bytes
    private static final int FRAME = 12; // bytes of a chunk besides its content

    private Png() {}

    /** The place after its last byte. @throws org.cabildo.kernel.Refused if it is not whole */
    static int endOf(Content content) {
        try {
            int place = SIGNATURE;
            while (true) {
                int length = content.numberAt(place);
                if (length < 0 || length > content.size() - place - FRAME) {
                    throw Pictures.broken();
                }
                var type = content.latin(place + 4, 4);
                place += FRAME + length;
                if (type.equals("IEND")) {
                    return place;
                }
            }
        } catch (IndexOutOfBoundsException _) {
            throw Pictures.broken();
        }
    }
}
