package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import java.util.List;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.plan.PlanRemarks.Remark;

/** What those who were asked said of a version instead of approving it. */
public final class RemarkList {

    private RemarkList() {}

    /** One entry for each institution that sent it back. */
    public static Component of(List<Remark> remarks, ZoneId zone) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        for (var remark : remarks) {
            var said = new Paragraph(remark.said());
            said.addClassName("prose");
            var by = new Quiet(
                    Words.of("plan.remark.by", remark.by(), remark.memberName(), Words.of(remark.at(), zone)));
            list.add(new ListItem(said, by));
        }
        return list;
    }
}
