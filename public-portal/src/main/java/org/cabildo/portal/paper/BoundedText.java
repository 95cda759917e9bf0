package org.cabildo.portal.paper;

import gg.jte.output.StringOutput;
import org.cabildo.portal.page.TooLong;

/** The text of a document while it is written, so that none becomes larger than memory allows. */
final class BoundedText extends StringOutput {

    private final int most;
    private int written;

    /** @param most characters that it may have */
    BoundedText(int most) {
        this.most = most;
    }

    @Override
    public void writeContent(String text) {
        count(text.length());
        super.writeContent(text);
    }

    @Override
    public void writeContent(String text, int begin, int end) {
        count(end - begin);
        super.writeContent(text, begin, end);
    }

    private void count(int more) {
        written += more;
        if (written > most) {
            throw new TooLong();
        }
    }
}
