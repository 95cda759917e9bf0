package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Unknown;
import org.cabildo.notice.NoticeDraft;
import org.cabildo.notice.ReceivedNotice;
import org.cabildo.notice.ReceivedNotices;

/** What the national coordination tells, over every page of a tenant, until this person says that they read it. */
public final class NoticeBanner extends Div {

    private final transient ReceivedNotices notices;

    NoticeBanner(ReceivedNotices notices) {
        this.notices = notices;
        addClassName("notices");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", Words.of("nav.notices"));
        setVisible(false);
    }

    /** Asks anew what is to be shown. */
    void refresh() {
        removeAll();
        notices.unread().forEach(notice -> add(line(notice)));
        setVisible(getComponentCount() > 0);
    }

    private Component line(ReceivedNotice notice) {
        var line = of(notice.said());
        line.add(understood(notice.said(), () -> read(notice)));
        return line;
    }

    /** The button by which a person says that they read it. */
    public static Button understood(NoticeDraft said, Runnable read) {
        var button = new Button(Words.of("notice.read"), _ -> read.run());
        button.setAriaLabel(Words.of("notice.read.of", title(said)));
        return button;
    }

    private void read(ReceivedNotice notice) {
        try {
            notices.read(notice.id());
        } catch (Unknown withdrawn) {
            // nobody needs to have read what was taken back
        }
        refresh();
    }

    /** A notice as it looks over a page; what somebody wrote is text and nothing else. */
    public static Div of(NoticeDraft said) {
        var title = new Span(title(said));
        title.addClassName("card-title");
        var text = new Paragraph(said.text(isEnglish()));
        text.addClassName("prose");
        var words = new Div(new Div(severity(said), title), text);
        words.addClassName("notice-words");
        var line = new Div(words);
        line.addClassNames("notice", "notice-" + said.severity().name().toLowerCase(Locale.ROOT));
        return line;
    }

    /** The badge that says how much it matters. */
    public static Badge severity(NoticeDraft said) {
        return new Badge(
                Words.of(said.severity()),
                switch (said.severity()) {
                    case INFORMATION -> Badge.Tone.PLAIN;
                    case WARNING -> Badge.Tone.BUSY;
                    case URGENT -> Badge.Tone.BAD;
                });
    }

    private static String title(NoticeDraft said) {
        return said.title(isEnglish());
    }

    private static boolean isEnglish() {
        return Words.language().getLanguage().equals("en");
    }
}
