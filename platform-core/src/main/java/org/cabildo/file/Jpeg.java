package org.cabildo.file;

import org.cabildo.kernel.Refused;

/**
 * The structure of a JPEG picture: where it ends, and which way up it is.
 *
 * @param end the place after its last byte; cameras put things behind it, and so do those who deceive
 * @param orientation as EXIF numbers it, 1 to 8; 1 if nothing is said
 */
record Jpeg(int end, int orientation) {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP1 = 0xE1;
    private static final int ORIENTATION = 0x0112;

    /** @throws Refused if it is not whole */
    static Jpeg of(Content content) {
        try {
            return read(content);
        } catch (IndexOutOfBoundsException _) {
            throw Pictures.broken();
        }
    }

    private static Jpeg read(Content content) {
        int orientation = 1;
        int place = 2;
        while (true) {
            int marker = content.wordAt(place) & 0xFF;
            if (content.at(place) != 0xFF) {
                throw Pictures.broken();
            }
            if (marker == 0xFF) { // a byte that fills
                place++;
            } else if (marker == END_OF_IMAGE) {
                return new Jpeg(place + 2, orientation);
            } else if (marker == 0x01 || isRestart(marker)) {
                place += 2;
            } else {
                int length = content.wordAt(place + 2);
                if (marker == APP1 && orientation == 1) {
                    orientation = orientation(content, place + 4, length - 2);
                }
                place += 2 + length;
                if (marker == START_OF_SCAN) {
                    place = afterScan(content, place);
                }
            }
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /** The next marker that is none of those within a scan. */
    private static int afterScan(Content content, int from) {
        int place = from;
        while (content.at(place) != 0xFF || content.at(place + 1) == 0 || isRestart(content.at(place + 1))) {
            place++;
        }
        return place;
    }

    /** What the first directory of an EXIF block says. */
    private static int orientation(Content content, int from, int length) {
        if (length < 24 || !content.latin(from, 6).equals("Exif\0\0")) {
            return 1;
        }
        int base = from + 6;
        boolean little = content.at(base) == 'I';
        int directory = base + Math.clamp(number(content, base + 4, 4, little), 8, length - 8);
        long entries = number(content, directory, 2, little);
        for (int i = 0; i < entries && directory + 14 + i * 12 <= from + length; i++) {
            int entry = directory + 2 + i * 12;
            if (number(content, entry, 2, little) == ORIENTATION) {
                long said = number(content, entry + 8, 2, little);
                return said >= 1 && said <= 8 ? (int) said : 1;
            }
        }
        return 1;
    }

    private static long number(Content content, int place, int bytes, boolean little) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = (number << 8) | content.at(little ? place + bytes - 1 - i : place + i);
        }
        return number;
    }
}
